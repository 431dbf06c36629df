import { tf } from '../backend/tensorflow.js';
import { logits, type Loss } from './loss.js';

/**
 * The sigmoid loss (arXiv 2303.15343) in the study's form: every picture with every caption of the batch is its own
 * yes-no question. The study has no bias term and takes the mean over all B² questions (the paper: their sum over B).
 *
 *     mean of -log sigmoid(y s I·T),  y = 1 for the pair itself, -1 for all others
 */
export const siglip: Loss = {
  needsAugmented: false,
  compute: ({ image, text, logitScale }) => {
    const signs = tf.sub(tf.mul(tf.eye(image.shape[0]), 2), 1);
    return tf.mean(tf.softplus(tf.neg(tf.mul(signs, logits(image, text, logitScale)))));
  },
};
