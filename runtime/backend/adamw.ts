import type { AdamWSlot } from './ops.js';
import { tf, type Tensor } from './tensorflow.js';

/** The hyper-parameters of one step. */
export interface AdamWSettings {
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /** Decoupled weight decay, for the slots that decay; per unit of learning rate. */
  readonly weightDecay: number;
  /** Which step this is, counted from 1: the bias corrections depend on it. */
  readonly step: number;
}

/**
 * One step of AdamW as PyTorch defines it, for every slot with its gradient:
 *
 *     p ← p (1 − lr λ)                              for slots that decay
 *     m ← β1 m + (1 − β1) g,   v ← β2 v + (1 − β2) g²
 *     p ← p − lr · (m / (1 − β1ᵗ)) / (√(v / (1 − β2ᵗ)) + ε)
 *
 * Loshchilov and Hutter, "Decoupled Weight Decay Regularization", 2019, algorithm 2.
 * @throws {RangeError} when the lists differ in length or the step is not a positive integer
 */
export function adamwStep(
  slots: readonly AdamWSlot[],
  gradients: readonly Tensor[],
  settings: AdamWSettings,
): void {
  const { learningRate, epsilon, weightDecay, step } = settings;
  if (slots.length !== gradients.length) {
    throw new RangeError(`AdamW: ${slots.length} slots and ${gradients.length} gradients`);
  }
  if (!Number.isInteger(step) || step < 1) throw new RangeError(`AdamW: step ${step}, and the first is 1`);
  // The moments decay by the float32 betas, so the corrections must be theirs.
  const correction1 = 1 - Math.fround(settings.beta1) ** step;
  const correction2 = Math.sqrt(1 - Math.fround(settings.beta2) ** step);
  tf.tidy(() => {
    const scalars = {
      zero: tf.scalar(0),
      beta1: tf.scalar(settings.beta1),
      beta2: tf.scalar(settings.beta2),
      stepSize: tf.scalar((learningRate * correction2) / correction1),
      epsilon: tf.scalar(epsilon * correction2),
      keep: tf.scalar(1 - learningRate * weightDecay),
    };
    slots.forEach((slot, index) => slot.apply(gradients[index]!, scalars));
  });
}
