import { join } from 'node:path';
import type { Batches } from '../data/batches/source.js';
import { epochName, epochOf, listCheckpoints, readCheckpoint, saveCheckpoint } from '../store/checkpoint.js';
import { problemOf } from '../store/checkpoint-manifest.js';
import { prune } from '../store/retention.js';
import { checkpointsOf, readMarker } from '../store/stage-folder.js';
import { trainEpoch } from './epoch.js';
import { checkpoints, keptEpochs, startPosition } from './kept-checkpoints.js';
import type { Training } from './training.js';
import { batchesOf } from './training-batches.js';
import { Pace } from './pace.js';
import { asPosition, type Position } from './position.js';

/**
 * Makes checkpoints of epochs that a training has passed and not kept, by training again from the nearest earlier one
 * that is there: to the same bytes, and without a word in the logs, which have these epochs already. What the stage
 * held when it was last finished stays.
 *
 * @throws StageInterrupted when asked to stop; the epochs that were reached are kept for the next try
 */
export async function recoverEpochs(training: Training, epochs: readonly number[]): Promise<void> {
  const { config, context, locals } = training;
  const dir = checkpoints(context.dir);
  const missing = epochs.filter((epoch) => !isWhole(dir, epoch)).sort((a, b) => a - b);
  if (missing.length === 0) return;
  const batches = await batchesOf(training);
  try {
    for (const epoch of missing) await recoverEpoch(training, batches, epoch);
  } finally {
    await batches.close();
  }
  const before = checkpointsOf(readMarker(context.dir));
  const kept = [...epochs, ...keptEpochs(training, config.epochs)].map(epochName);
  prune(dir, { last: locals.keep_last, names: [...kept, ...before] });
}

async function recoverEpoch(training: Training, batches: Batches, epoch: number): Promise<void> {
  const { context, config, engine } = training;
  const dir = checkpoints(context.dir);
  let at = startBefore(training, batches, epoch);
  context.log(`the checkpoint of epoch ${epoch} was not kept: made again from epoch ${at.epoch}`);
  const note = `again to epoch ${epoch}`;
  const pace = new Pace({ ...config, epochs: epoch }, batches.perEpoch, at, (progress) =>
    context.progress({ ...progress, note }),
  );
  const keep = async () =>
    saveCheckpoint(dir, { name: epochName(at.epoch), tensors: await engine.readState(), state: { ...at } });
  if (at.epoch === epoch) await keep();
  while (at.epoch < epoch) {
    at = await trainEpoch(training, batches, at, { pace, log: () => {}, save: null });
    await keep();
  }
}

/** Fills the engine from the newest whole checkpoint of an epoch's end up to `epoch`, or as for a fresh start. */
function startBefore(training: Training, batches: Batches, epoch: number): Position {
  const { context, engine } = training;
  const dir = checkpoints(context.dir);
  const earlier = listCheckpoints(dir)
    .map(({ name }) => epochOf(name))
    .filter((each) => each !== null && each < epoch && isWhole(dir, each))
    .at(-1);
  if (earlier === undefined || earlier === null) {
    training.begin();
    return startPosition(training, batches);
  }
  const { tensors, state } = readCheckpoint(dir, epochName(earlier));
  const at = asPosition(state);
  if (at === undefined)
    throw new Error(`checkpoint ${epochName(earlier)} does not say where the training stood`);
  engine.writeState(tensors, at.step);
  return at;
}

function isWhole(dir: string, epoch: number): boolean {
  return problemOf(join(dir, epochName(epoch))) === null;
}
