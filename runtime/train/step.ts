import type { Model } from '../../schema/generated/resolved.js';
import { tf, type NamedTensorMap, type Scalar, type Tensor2D, type Tensor4D } from '../backend/tensorflow.js';
import { embedImages, embedTexts } from '../model/clip.js';
import type { Forward } from '../model/forward.js';
import type { ModelState } from '../model/state.js';
import type { WeightedLosses } from '../objective/objective.js';

/**
 * A batch on the device. Augmented copies follow the originals in the same tensors, as the encoders take them in one
 * batch: batch normalisation sees both.
 */
export interface StepInput {
  /** Bytes as float32, [batch, side, side, 3], or [2 batch, ...] with augmented copies. */
  readonly images: Tensor4D;
  /** int32, [batch, context], or [2 batch, context]. */
  readonly ids: Tensor2D;
}

/** Forward pass of a training step: the objective and its losses. Running statistics take in the batch's. */
export function forwardLosses(
  forward: Forward,
  model: Model,
  objective: WeightedLosses,
  { images, ids }: StepInput,
): { readonly total: Scalar; readonly each: readonly Scalar[] } {
  const image = embedImages(forward, model, images);
  const text = embedTexts(forward, model, ids);
  const logitScale = forward.weight<Scalar>('logit_scale');
  if (!objective.needsAugmented) return objective.compute({ image, text, logitScale });
  const [images1, images2] = tf.split(image, 2) as [Tensor2D, Tensor2D];
  const [texts1, texts2] = tf.split(text, 2) as [Tensor2D, Tensor2D];
  return objective.compute({
    image: images1,
    text: texts1,
    augmented: { image: images2, text: texts2 },
    logitScale,
  });
}

/** What one forward and backward pass gives. The caller's tidy scope owns it. */
export interface LossGradients {
  /** The objective, then each of its losses. */
  readonly losses: readonly Scalar[];
  /** Gradients of the objective by the variables' names. */
  readonly gradients: NamedTensorMap;
}

/** Forward and backward pass of a training step. */
export function lossGradients(
  state: ModelState,
  model: Model,
  objective: WeightedLosses,
  input: StepInput,
): LossGradients {
  let each: readonly Scalar[] = [];
  const variables = state.parameters.map(({ variable }) => variable);
  const { value, grads } = tf.variableGrads(() => {
    const losses = forwardLosses(state.training, model, objective, input);
    each = losses.each.map((loss) => tf.keep(tf.clone(loss))); // all but the one value it returns is disposed
    return losses.total;
  }, variables);
  const losses = [value, ...each.map((loss) => tf.clone(loss))];
  tf.dispose([...each]);
  return { losses, gradients: grads };
}

/** Bounds of the logit scale: similarities are multiplied by 1 to 100. */
export const logitScaleRange = [0, 4.6052] as const;

/** Keeps the logit scale within its bounds, as the study does after every step. */
export function clampLogitScale(state: ModelState): void {
  const variable = state.variable('logit_scale');
  tf.tidy(() => variable.assign(tf.clipByValue(variable, ...logitScaleRange)));
}
