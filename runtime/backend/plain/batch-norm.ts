import type { Ops } from '../ops.js';
import { tf, type Tensor1D, type Tensor4D } from '../tensorflow.js';

const stopGradient = <T extends Tensor1D>(x: T): T =>
  tf.customGrad((input) => ({ value: tf.clone(input as T), gradFunc: (dy: T) => tf.zerosLike(dy) }))(x);

/** Written out: tfjs's own goes through a fused kernel, which no other type than float32 has. */
const normalized = (
  x: Tensor4D,
  scale: Tensor1D,
  offset: Tensor1D,
  mean: Tensor1D,
  variance: Tensor1D,
  epsilon: number,
): Tensor4D => tf.add(tf.mul(tf.sub(x, mean), tf.mul(scale, tf.rsqrt(tf.add(variance, epsilon)))), offset);

export const batchNorm: Ops['batchNorm'] = (x, scale, offset, epsilon = 1e-5) => {
  const { mean, variance } = tf.moments(x, [0, 1, 2]);
  const count = x.size / x.shape[3];
  const y = normalized(x, scale, offset, mean as Tensor1D, variance as Tensor1D, epsilon);
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
) => normalized(x, scale, offset, stopGradient(mean), stopGradient(variance), epsilon);
