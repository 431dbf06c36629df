import { tf, type Tensor } from './tensorflow.js';

/** A differentiable function's value, what its gradient needs, and the gradient of every input in their order. */
export interface Differentiable<T extends Tensor> {
  readonly value: T;
  /** Tensors that live until the gradient is computed; made here or inputs. */
  readonly saved: readonly Tensor[];
  /** Runs inside a tidy scope: returns new tensors, one an input. It may use `saved` and nothing else of the forward pass. */
  readonly gradient: (dy: T, saved: readonly Tensor[]) => readonly Tensor[];
}

type Save = (tensors: Tensor[]) => void;

/**
 * Run a function that brings its own gradient. `tf.customGrad` with types, and with a gradient that cannot leak.
 * @param inputs what the gradient flows to; constants are closed over instead
 */
export function differentiable<T extends Tensor>(
  inputs: readonly Tensor[],
  f: (...inputs: Tensor[]) => Differentiable<T>,
): T {
  return tf.customGrad<T>((...args) => {
    const save = args.at(-1) as unknown as Save;
    const { value, saved, gradient } = f(...(args.slice(0, -1) as Tensor[]));
    save([...saved]);
    return { value, gradFunc: (dy, kept) => tf.tidy(() => [...gradient(dy, kept)]) };
  })(...inputs);
}
