import type { SiglipConfig } from '../../schema/stages/training.js';
import { tf, type Scalar } from '../backend/tensorflow.js';
import { constant } from '../model/parameter.js';
import { logits, noArrays, ownArray, textsOf, type Loss } from './loss.js';

/** The learned bias, under the name that open_clip gives it. */
export const BIAS = 'logit_bias';

/**
 * The sigmoid loss (arXiv 2303.15343): every picture with every caption of the batch is its own yes-no question. As
 * published, with a learned bias b, the sum over all B² questions is divided by B; the study has no bias and takes the
 * mean over all B².
 *
 *     published: 1/B  sum of -log sigmoid(y (s I·T + b))
 *     study:     1/B² sum of -log sigmoid(y s I·T),       y = 1 for the pair itself, -1 for all others
 */
export function siglip({ form, initial_bias: bias = -10 }: SiglipConfig): Loss {
  const hasBias = form === 'published';
  return {
    needsAugmented: false,
    needsTexts: true,
    arrays: hasBias
      ? { learned: [{ name: BIAS, shape: [], init: constant(bias), half: false, decays: false }], given: [] }
      : noArrays,
    compute: (inputs) => {
      const { image, logitScale } = inputs;
      const scores = logits(image, textsOf(inputs, 'siglip'), logitScale);
      const batch = image.shape[0];
      const signs = tf.sub(tf.mul(tf.eye(batch), 2), 1);
      const asked = hasBias ? tf.add(scores, ownArray<Scalar>(inputs, BIAS)) : scores;
      const each = tf.softplus(tf.neg(tf.mul(signs, asked)));
      return hasBias ? tf.div(tf.sum(each), batch) : tf.mean(each);
    },
  };
}
