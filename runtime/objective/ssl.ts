import { tf } from '../backend/tensorflow.js';
import { diagonalCrossEntropy, logits, noArrays, textsOf, type Loss } from './loss.js';

/**
 * The in-modality self-supervised contrastive loss of CleanCLIP (arXiv 2303.03323): each original finds its augmented
 * copy among the batch's copies. As in the study, one direction only, and with MMCL's logit scale.
 *
 *     1/2 [ CE(s I I'ᵀ, diagonal) + CE(s T T'ᵀ, diagonal) ]
 */
export const ssl: Loss = {
  needsAugmented: true,
  needsTexts: true,
  arrays: noArrays,
  compute: (inputs) => {
    const { image, logitScale, augmented } = inputs;
    if (!augmented) throw new Error('the loss "ssl" needs the augmented copies of the batch');
    const ofImages = tf.mean(diagonalCrossEntropy(logits(image, augmented.image, logitScale)));
    const text = textsOf(inputs, 'ssl');
    const ofTexts = tf.mean(diagonalCrossEntropy(logits(text, textsOf(augmented, 'ssl'), logitScale)));
    return tf.mul(tf.add(ofImages, ofTexts), 0.5);
  },
};
