import type { Ops } from '../ops.js';
import { tf, type Tensor, type Tensor1D, type Tensor2D } from '../tensorflow.js';

export const linear: Ops['linear'] = <T extends Tensor>(x: T, weight: Tensor2D, bias?: Tensor1D): T => {
  const [outputs, inputs] = weight.shape;
  const product = tf.matMul(tf.reshape(x, [-1, inputs]), weight, false, true);
  return tf.reshape(bias ? tf.add(product, bias) : product, [...x.shape.slice(0, -1), outputs]) as T;
};
