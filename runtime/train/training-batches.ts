import type { TrainingConfig } from '../../schema/stages/training.js';
import type { PairBatch, View as BatchView } from '../data/batches/assemble.js';
import { openBatches, type Batches } from '../data/batches/source.js';
import { StageFailure } from '../execute/context.js';
import type { TrainBatch } from './engine.js';
import type { Training } from './training.js';

/**
 * The training's batches.
 * @throws StageFailure when the data are fewer than one batch
 */
export async function batchesOf({ config, data, locals }: Training): Promise<Batches> {
  const { image, text } = config.model;
  const batches = openBatches(
    data,
    {
      seed: config.seed,
      resolution: image.resolution,
      augment: config.augment,
      batchSize: config.batch_size,
      tokens: { vocabulary: text.vocabulary, context: text.context, truncation: text.truncation },
    },
    locals.data_threads === undefined ? {} : { workers: locals.data_threads },
  );
  if (batches.perEpoch > 0) return batches;
  await batches.close();
  throw new StageFailure(
    `the batch of ${config.batch_size} pairs is larger than the data`,
    'lower batch_size',
  );
}

/** A batch as a step takes it. */
export function tokenized(
  {
    tokenizer,
    config,
    labels,
  }: Pick<Training, 'tokenizer' | 'labels'> & {
    readonly config: Pick<TrainingConfig, 'model'>;
  },
  batch: PairBatch,
): TrainBatch {
  const { augmented, pairs } = batch;
  const view = ({ images, captions, ids }: BatchView) => ({
    images,
    ids: ids ?? tokenizer.encodeAll(captions, config.model.text),
  });
  const own = { ...view(batch), ...labelsOf(labels, pairs) };
  return augmented === null ? own : { ...own, augmented: view(augmented) };
}

/** Classes of a batch's pairs; nothing where no loss needs them. */
function labelsOf(labels: Training['labels'], pairs: Uint32Array): Pick<TrainBatch, 'labels'> {
  if (labels === undefined) return {};
  const chosen = Object.entries(labels).map(([name, of]) => [
    name,
    Int32Array.from(pairs, (pair) => of[pair]!),
  ]);
  return { labels: Object.fromEntries(chosen) as NonNullable<TrainBatch['labels']> };
}
