import type { Model } from '../../schema/generated/resolved.js';
import { tf, type Tensor2D, type Tensor4D } from '../backend/tensorflow.js';
import type { WeightedLosses } from '../objective/objective.js';
import type { TrainBatch, View } from './engine.js';
import type { BatchLabels, StepInput } from './step.js';

/** A batch in parts of up to `size` pairs, in order. Nothing is copied. */
export function inParts({ image, text }: Model, batch: TrainBatch, size: number): TrainBatch[] {
  const count = batch.ids.length / text.context;
  const row = image.resolution ** 2 * 3;
  const view = ({ images, ids }: View, from: number, to: number): View => ({
    images: images.subarray(from * row, to * row),
    ids: ids.subarray(from * text.context, to * text.context),
  });
  return Array.from({ length: Math.ceil(count / size) }, (_, part) => {
    const [from, to] = [part * size, Math.min((part + 1) * size, count)];
    const augmented = batch.augmented && view(batch.augmented, from, to);
    return { ...view(batch, from, to), augmented };
  });
}

/**
 * Classes of a batch's pairs as tensors, where some loss needs them.
 * @throws {RangeError} if there is not one for each pair
 */
export function batchLabels(objective: WeightedLosses, { labels }: TrainBatch, count: number): BatchLabels {
  const found = objective.labelled.map((name) => {
    const values = labels?.[name];
    if (values === undefined) throw new Error(`the loss "${name}" needs a class for each pair`);
    if (values.length !== count) throw new RangeError(`${values.length} classes for ${count} pairs`);
    return [name, tf.tensor1d(values, 'int32')] as const;
  });
  return Object.fromEntries(found);
}

/**
 * A batch as tensors for a step. Where losses need the augmented copies, they follow the originals; where none does,
 * they are not looked at.
 * @throws {RangeError} if a part has not the length that the captions' count asks for
 */
export function stepInput(
  model: Model,
  { images, ids, augmented }: TrainBatch,
  { needsAugmented, needsTexts }: Pick<WeightedLosses, 'needsAugmented' | 'needsTexts'>,
): StepInput {
  const count = ids.length / model.text.context;
  if (!needsTexts) return { images: pictures(model, [images], count) };
  if (!needsAugmented)
    return { images: pictures(model, [images], count), ids: captions(model, [ids], count) };
  if (!augmented) throw new Error('the objective needs the augmented copies of the batch');
  return {
    images: pictures(model, [images, augmented.images], count),
    ids: captions(model, [ids, augmented.ids], count),
  };
}

/**
 * Pictures of some views of `count` each, one view after the other: [rows, side, side, 3] as float32. Rows beyond the
 * given pictures are black.
 */
export function pictures(
  { image }: Model,
  views: readonly Uint8Array[],
  count: number,
  rows = views.length * count,
): Tensor4D {
  const row = image.resolution ** 2 * 3;
  checkLengths(views, count * row, `${count} pictures of ${image.resolution} px`);
  const values = new Float32Array(rows * row);
  views.forEach((view, i) => values.set(view, i * view.length));
  return tf.tensor4d(values, [rows, image.resolution, image.resolution, 3]);
}

/** Captions of some views of `count` each: [rows, context] as int32. Rows beyond the given captions are zeros. */
export function captions(
  { text }: Model,
  views: readonly Int32Array[],
  count: number,
  rows = views.length * count,
): Tensor2D {
  checkLengths(views, count * text.context, `${count} captions of ${text.context} tokens`);
  const values = new Int32Array(rows * text.context);
  views.forEach((view, i) => values.set(view, i * view.length));
  return tf.tensor2d(values, [rows, text.context], 'int32');
}

function checkLengths(views: readonly { readonly length: number }[], length: number, what: string): void {
  const wrong = views.find((view) => view.length !== length);
  if (wrong) throw new RangeError(`${wrong.length} values for ${what}, which take ${length}`);
}
