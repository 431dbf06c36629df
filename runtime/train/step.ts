import type { Model } from '../../schema/generated/resolved.js';
import { ops } from '../backend/ops.js';
import {
  tf,
  type Scalar,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor4D,
} from '../backend/tensorflow.js';
import { encodeImage, normalizePixels } from '../model/clip.js';
import type { Forward } from '../model/forward.js';
import { encodeText } from '../model/text.js';
import type { LabelledLoss } from '../objective/loss.js';
import type { WeightedLosses } from '../objective/objective.js';

/**
 * A batch on the device. Augmented copies follow the originals in the same tensors, as the encoders take them in one
 * batch: batch normalisation sees both.
 */
export interface StepInput {
  /** Bytes as float32, [batch, side, side, 3], or [2 batch, ...] with augmented copies. */
  readonly images: Tensor4D;
  /** int32, [batch, context], or [2 batch, context]; not there where no loss looks at captions. */
  readonly ids?: Tensor2D;
}

/** Class of each pair, int32 [batch], for the losses that need it. */
export type BatchLabels = Partial<Record<LabelledLoss, Tensor1D>>;

/** What the encoders make of a batch, before it is normalised: [rows, embed_dim], copies after the originals. */
export interface Features {
  readonly image: Tensor2D;
  readonly text?: Tensor2D;
}

/** What the losses need besides features. */
export interface LossWeights {
  readonly logitScale: Scalar;
  /** Arrays of the losses' own. */
  readonly own: (name: string) => Tensor;
  readonly labels: BatchLabels;
}

/** The encoders' part of a forward pass. Running statistics take in the batch's where `forward` does that. */
export function encode(forward: Forward, model: Model, { images, ids }: StepInput): Features {
  const image = encodeImage(forward, model, normalizePixels(images));
  return ids === undefined ? { image } : { image, text: encodeText(forward, model.text, ids) };
}

/** The losses' part of a forward pass: the objective and each of its losses. */
export function lossesOf(
  objective: WeightedLosses,
  features: Features,
  { logitScale, own, labels }: LossWeights,
): { readonly total: Scalar; readonly each: readonly Scalar[] } {
  const [image, imageCopy] = views(objective, ops.l2Normalize(features.image));
  const texts = features.text === undefined ? undefined : views(objective, ops.l2Normalize(features.text));
  return objective.compute({
    image,
    ...(texts ? { text: texts[0] } : {}),
    ...(imageCopy ? { augmented: { image: imageCopy, ...(texts?.[1] ? { text: texts[1] } : {}) } } : {}),
    ...(objective.needsFeatures ? { features: views(objective, features.image)[0] } : {}),
    logitScale,
    own,
    labels,
  });
}

/** Originals, and augmented copies where there are some. */
function views({ needsAugmented }: WeightedLosses, rows: Tensor2D): readonly [Tensor2D, Tensor2D?] {
  return needsAugmented ? (tf.split(rows, 2) as [Tensor2D, Tensor2D]) : [rows];
}

/** Bounds of the logit scale: similarities are multiplied by 1 to 100. */
export const logitScaleRange = [0, 4.6052] as const;
