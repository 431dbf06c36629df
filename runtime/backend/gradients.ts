import { tf, type Scalar, type Tensor } from './tensorflow.js';

/** A function's value and its gradients to some tensors; null to those that it does not depend on. */
export interface ValueAndGradients {
  readonly value: Scalar;
  readonly gradients: readonly (Tensor | null)[];
}

/**
 * Value and gradients of a scalar function. Unlike `tf.valueAndGrads` it does not mind tensors without influence. The
 * caller's tidy scope owns the results.
 */
export function valueAndGradients(f: () => Scalar, to: readonly Tensor[]): ValueAndGradients {
  const { value, grads } = tf.engine().gradients(f, [...to], undefined, true);
  return { value, gradients: (grads as (Tensor | undefined)[]).map((gradient) => gradient ?? null) };
}
