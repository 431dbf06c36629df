import { tf, type Tensor } from './tensorflow.js';

/**
 * The values, copied, of the tensor that `compute` makes; whatever it makes is disposed. Never return an array of
 * values from `tf.tidy`: it looks for tensors in every element, which takes a second a million.
 */
export function valuesOf(compute: () => Tensor): Float32Array {
  const result = tf.tidy(() => tf.keep(compute()));
  const values = new Float32Array(result.dataSync());
  result.dispose();
  return values;
}
