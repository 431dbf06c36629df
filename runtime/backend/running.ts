import { tf, type Tensor, type Variable } from './tensorflow.js';

/**
 * Let running statistics take in a batch's, as PyTorch's batch normalisation does:
 * running ← (1 − momentum) running + momentum · batch. Also inside a differentiated function.
 */
export function updateRunning(running: Variable, batch: Tensor, momentum = 0.1): void {
  tf.tidy(() => running.assign(tf.add(tf.mul(running, 1 - momentum), tf.mul(batch, momentum))));
}
