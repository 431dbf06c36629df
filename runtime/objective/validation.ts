import { ops } from '../backend/ops.js';
import { valuesOf } from '../backend/values.js';
import { tf, type Scalar, type Tensor2D } from '../backend/tensorflow.js';
import { logits } from './loss.js';

/**
 * The study's validation loss: MMCL's cross-entropies with the captions of the same batch as negatives, summed and
 * divided by the number of pairs. A smaller last batch is an easier problem and counts with its size.
 *
 * @param image unit rows, [pairs, dim]
 * @param text unit rows, [pairs, dim]
 */
export function validationLoss(
  image: Float32Array,
  text: Float32Array,
  dim: number,
  { logitScale, batch }: { readonly logitScale: number; readonly batch: number },
): number {
  const pairs = image.length / dim;
  let sum = 0;
  for (let start = 0; start < pairs; start += batch) {
    const rows = Math.min(batch, pairs - start);
    const part = (all: Float32Array) =>
      tf.tensor2d(all.subarray(start * dim, (start + rows) * dim), [rows, dim]);
    sum += valuesOf(() => summedLoss(part(image), part(text), tf.scalar(logitScale)))[0]!;
  }
  return sum / pairs;
}

function summedLoss(image: Tensor2D, text: Tensor2D, logitScale: Scalar): Scalar {
  const scores = logits(image, text, logitScale);
  const labels = tf.range(0, scores.shape[0], 1, 'int32');
  const perImage = tf.sum(ops.crossEntropy(scores, labels));
  const perText = tf.sum(ops.crossEntropy(tf.transpose(scores), labels));
  return tf.mul(tf.add(perImage, perText), 0.5);
}
