import { tf } from './tensorflow.js';

/** Disposes the tensors that `work` makes; its result holds none. */
export function scope<T>(work: () => T): T {
  let result: { readonly value: T } | undefined;
  tf.tidy(() => {
    result = { value: work() };
  });
  return result!.value;
}
