import type { Ops } from '../ops.js';
import { tf, type Tensor1D } from '../tensorflow.js';

const stopGradient = <T extends Tensor1D>(x: T): T =>
  tf.customGrad((input) => ({ value: tf.clone(input as T), gradFunc: (dy: T) => tf.zerosLike(dy) }))(x);

export const batchNorm: Ops['batchNorm'] = (x, scale, offset, epsilon = 1e-5) => {
  const { mean, variance } = tf.moments(x, [0, 1, 2]);
  const count = x.size / x.shape[3];
  const y = tf.batchNorm4d(x, mean as Tensor1D, variance as Tensor1D, offset, scale, epsilon);
  return {
    y,
    mean: stopGradient(mean as Tensor1D),
    variance: stopGradient(tf.mul<Tensor1D>(variance, count / Math.max(count - 1, 1))),
  };
};

export const batchNormInference: Ops['batchNormInference'] = (
  x,
  scale,
  offset,
  mean,
  variance,
  epsilon = 1e-5,
) => tf.batchNorm4d(x, stopGradient(mean), stopGradient(variance), offset, scale, epsilon);
