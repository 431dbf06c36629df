import { dirname, join } from 'node:path';
import { collectGarbage } from '../backend/garbage.js';
import type { Batches } from '../data/batches/source.js';
import { epochName, latestCheckpoint, readCheckpoint, saveCheckpoint } from '../store/checkpoint.js';
import { prune } from '../store/retention.js';
import { chosenSoFar } from '../store/chosen-epoch.js';
import type { NamedArrays } from '../store/array.js';
import { checkWeights } from './diverged.js';
import { asPosition, checkpointName, type Position } from './position.js';
import type { Training } from './training.js';

/** Folder of a stage's checkpoints. */
export function checkpoints(stage: string): string {
  return join(stage, 'checkpoints');
}

/** Where a training stands before its first step. */
export function startPosition({ continues: epoch = 0 }: Training, batches: Batches): Position {
  return { epoch, batch: 0, step: epoch * batches.perEpoch };
}

/** Fills the engine from the newest good checkpoint, or with the weights of a fresh start. */
export function restore(training: Training, batches: Batches): Position {
  const { context, engine } = training;
  const name = latestCheckpoint(checkpoints(context.dir), (line) => context.log(line));
  if (name === null) {
    training.begin();
    return startPosition(training, batches);
  }
  const checkpoint = readCheckpoint(checkpoints(context.dir), name);
  const position = asPosition(checkpoint.state);
  if (position === undefined) throw new Error(`checkpoint ${name} does not say where the training stood`);
  engine.writeState(checkpoint.tensors, position.step);
  context.log(
    `resumed from ${name} (epoch ${position.epoch}, batch ${position.batch}, step ${position.step})`,
  );
  // A kill between a checkpoint and the removal of older ones must leave no more than a calm training has.
  if (position.batch === 0) pruneAt(training, position);
  return position;
}

export async function save(training: Training, at: Position): Promise<void> {
  collectGarbage(await write(training, at));
}

/** Returns the bytes of what was written. */
async function write(training: Training, at: Position): Promise<number> {
  const { context, engine } = training;
  const dir = checkpoints(context.dir);
  const tensors = await engine.readState();
  checkWeights(tensors, at);
  saveCheckpoint(dir, { name: checkpointName(at), tensors, state: { ...at } });
  pruneAt(training, at);
  return bytesOf(tensors);
}

function bytesOf(arrays: NamedArrays): number {
  let bytes = 0;
  for (const { data } of arrays.values()) bytes += data.byteLength;
  return bytes;
}

/** Removes what is not needed once the checkpoint of `at` is there. Of measurements counts what was there before it. */
function pruneAt(training: Training, { epoch, step }: Position): void {
  const { context, locals } = training;
  const names = keptEpochs(training, epoch, epoch).map(epochName);
  prune(checkpoints(context.dir), { last: locals.keep_last, names, upTo: step });
}

/**
 * The ends of epochs up to `epoch` that are kept, whichever are the newest; `before`: rules look at measurements of
 * earlier epochs only.
 */
export function keptEpochs(
  { context, locals, measurers }: Training,
  epoch: number,
  before = Infinity,
): number[] {
  const { keep_epochs, keep_every: every = Infinity, keep_best: best } = locals;
  const rules = (locals.keep_rules ?? []).map(({ rule, measured }) => ({
    rule,
    dir: join(dirname(context.dir), measured),
  }));
  const [measurer] = measurers;
  if (best !== undefined && measurer !== undefined) rules.push({ rule: best, dir: measurer.dir });
  const chosen = rules.map(({ rule, dir }) => chosenSoFar(rule, dir, before)).filter((one) => one !== null);
  const regular = Array.from({ length: Math.floor(epoch / every) }, (_, index) => (index + 1) * every);
  return [...keep_epochs, ...chosen, ...regular];
}
