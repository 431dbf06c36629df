import { expect } from 'vitest';
import { tf, type Tensor } from '../../../runtime/backend/tensorflow.js';

/** Deterministic numbers in about [-1, 1] that look unrelated: no generator state, no seed to forget. */
export function numbers(shape: readonly number[], salt = 0): Tensor {
  const size = shape.reduce((a, b) => a * b, 1);
  const values = Float32Array.from({ length: size }, (_, i) => {
    const x = Math.sin((i + 1) * 12.9898 + salt * 78.233) * 43758.5453;
    return 2 * (x - Math.floor(x)) - 1;
  });
  return tf.tensor(values, [...shape]);
}

export interface Evaluated {
  readonly value: Float32Array;
  readonly gradients: Float32Array[];
}

/** A function's value, and the gradient of its sum weighted by fixed numbers to each input. */
export function evaluate(f: (...inputs: Tensor[]) => Tensor, inputs: readonly Tensor[]): Evaluated {
  const run = tf.valueAndGrads((...args: Tensor[]) => f(...args));
  const out = tf.tidy(() => f(...inputs));
  const dy = numbers(out.shape, 99);
  const { value, grads } = run([...inputs], dy);
  const result = {
    value: value.dataSync<'float32'>(),
    gradients: grads.map((gradient) => gradient.dataSync<'float32'>()),
  };
  tf.dispose([out, dy, value, ...grads]);
  return result;
}

/** ‖a − b‖ / ‖b‖, in float64. */
export function relativeError(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  let difference = 0;
  let norm = 0;
  for (let i = 0; i < a.length; i++) {
    difference += (a[i]! - b[i]!) ** 2;
    norm += b[i]! ** 2;
  }
  return Math.sqrt(difference) / Math.max(Math.sqrt(norm), 1e-30);
}

/** Expect two results to be the same up to float32 rounding, value and every gradient. */
export function expectSame(actual: Evaluated, expected: Evaluated, tolerance = 2e-6): void {
  expect(relativeError(actual.value, expected.value)).toBeLessThan(tolerance);
  expect(actual.gradients.length).toBe(expected.gradients.length);
  actual.gradients.forEach((gradient, i) => {
    expect(relativeError(gradient, expected.gradients[i]!), `gradient of input ${i}`).toBeLessThan(tolerance);
  });
}
