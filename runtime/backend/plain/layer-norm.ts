import type { Ops } from '../ops.js';
import { tf, type Tensor, type Tensor1D } from '../tensorflow.js';

export const layerNorm: Ops['layerNorm'] = <T extends Tensor>(
  x: T,
  scale: Tensor1D,
  offset: Tensor1D,
  epsilon = 1e-5,
): T => {
  const { mean, variance } = tf.moments(x, -1, true);
  const normalized = tf.div(tf.sub(x, mean), tf.sqrt(tf.add(variance, epsilon)));
  return tf.add(tf.mul(normalized, scale), offset);
};
