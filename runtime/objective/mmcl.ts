import { tf } from '../backend/tensorflow.js';
import { diagonalCrossEntropy, logits, noArrays, textsOf, type Loss } from './loss.js';

/**
 * The multimodal contrastive loss, CLIP's (arXiv 2103.00020, figure 3): each picture finds its caption among the
 * batch's, each caption its picture.
 *
 *     1/2 [ CE(s I Tᵀ, diagonal) + CE(s T Iᵀ, diagonal) ]
 */
export const mmcl: Loss = {
  needsAugmented: false,
  needsTexts: true,
  arrays: noArrays,
  compute: (inputs) => {
    const scores = logits(inputs.image, textsOf(inputs, 'mmcl'), inputs.logitScale);
    const perImage = tf.mean(diagonalCrossEntropy(scores));
    const perText = tf.mean(diagonalCrossEntropy(tf.transpose(scores)));
    return tf.mul(tf.add(perImage, perText), 0.5);
  },
};
