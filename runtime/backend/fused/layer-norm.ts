import { differentiable } from '../custom.js';
import type { Ops } from '../ops.js';
import { addBias, sumRows } from './bias.js';
import { tf, type Tensor, type Tensor1D } from '../tensorflow.js';

/**
 * The gradient in closed form: with x̂ the normalised input, d = dy · scale and r = 1 / √(variance + epsilon),
 * dx = r (d − mean(d) − x̂ mean(d x̂)). Ba, Kiros and Hinton, "Layer Normalization", 2016.
 */
export const layerNorm: Ops['layerNorm'] = <T extends Tensor>(
  input: T,
  scale: Tensor1D,
  offset: Tensor1D,
  epsilon = 1e-5,
): T => {
  const width = scale.size;
  return differentiable<T>([input, scale, offset], (x, g, b) => {
    const centred = tf.sub(x, tf.mean(x, -1, true));
    const inverse = tf.rsqrt(tf.add(tf.mean(tf.square(centred), -1, true), epsilon));
    const normalized = tf.mul(centred, inverse);
    return {
      value: addBias(tf.mul(normalized, g), b) as T,
      saved: [normalized, inverse, g],
      gradient: (dy, [hat, r, scaling]) => {
        const d = tf.mul(dy, scaling!);
        const along = tf.mul(hat!, tf.mean(tf.mul(d, hat!), -1, true));
        const dx = tf.mul(r!, tf.sub(tf.sub(d, tf.mean(d, -1, true)), along));
        return [dx, sumRows(tf.mul(dy, hat!), width), sumRows(dy, width)];
      },
    };
  });
};
