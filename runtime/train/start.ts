import { basename, join } from 'node:path';
import type { Model } from '../../schema/generated/resolved.js';
import { StageFailure } from '../execute/context.js';
import type { NamedArrays } from '../store/array.js';
import { readJson } from '../store/atomic.js';
import { epochName, listCheckpoints, readCheckpoint, type Checkpoint } from '../store/checkpoint.js';
import { problemOf } from '../store/checkpoint-manifest.js';
import { chooseEpoch } from '../store/chosen-epoch.js';
import { weightsFor } from '../weights/fit.js';
import { checkpoints } from './kept-checkpoints.js';

/** The model that a training starts from. */
export interface Start {
  /** Folder of the stage that has it. */
  readonly stage: string;
  /** Its epoch, or the rule that chooses it. */
  readonly from: number | string;
  /** Folder of the stage that measured it, where a rule chooses. */
  readonly measured: string | null;
  readonly model: Model;
}

/**
 * The checkpoint that a training starts from, verified.
 *
 * @throws {StageFailure} when the rule takes no epoch, the checkpoint is not there, or it is of another model
 */
export function readStart({ stage, from, measured, model }: Start): Checkpoint & { readonly epoch: number } {
  const epoch = typeof from === 'number' ? from : epochByRule(stage, from, measured);
  const dir = checkpoints(stage);
  const name = epochName(epoch);
  const problem = problemOf(join(dir, name));
  if (problem !== null) throw notKept(stage, epoch, problem);
  const checkpoint = readCheckpoint(dir, name);
  // The arrays of a training of ours are checked by the engine; a file's are told with their names.
  if (epoch === 0) weightsFor(model, checkpoint.tensors, `${basename(stage)}/${name}`);
  return { ...checkpoint, epoch };
}

/** Are there moments of an optimizer among the arrays? */
export function hasMoments(arrays: NamedArrays): boolean {
  return [...arrays.keys()].some((name) => name.startsWith('optimizer.m.'));
}

function epochByRule(stage: string, rule: string, measured: string | null): number {
  if (measured === null) throw new Error(`nothing measured what \`${rule}\` is to choose from`);
  const { config } = (readJson(join(stage, 'config.json')) ?? {}) as { config?: { epochs?: number } };
  const chosen = chooseEpoch(rule, measured, config?.epochs ?? 0);
  switch (chosen.status) {
    case 'chosen':
      return chosen.epoch;
    case 'none':
      throw new StageFailure(
        `no epoch of ${basename(stage)} is as \`${rule}\` asks`,
        `loosen the conditions: ${join(measured, 'metrics.jsonl')} has what was measured`,
        'EXPC602',
      );
    case 'unmeasured':
      throw new StageFailure(
        `\`${rule}\` cannot choose: ${count(chosen.epochs.length)} of ${basename(stage)} ${chosen.epochs.length === 1 ? 'was' : 'were'} not measured (${some(chosen.epochs)})`,
        'a measurement that was added after the training cannot be made up for; name an epoch, or train again under another seed',
        'EXPC604',
      );
  }
}

function notKept(stage: string, epoch: number, problem: string): StageFailure {
  const there = listCheckpoints(checkpoints(stage)).map(({ name }) => name);
  return new StageFailure(
    `epoch ${epoch} of ${basename(stage)} cannot be started from: ${problem}`,
    there.length === 0
      ? 'run the same command again: the epoch is made again'
      : `it has ${there.join(', ')}; run the same command again: the epoch is made again`,
    'EXPC603',
  );
}

function count(epochs: number): string {
  return epochs === 1 ? 'one epoch' : `${epochs} epochs`;
}

function some(epochs: readonly number[]): string {
  return epochs.length <= 8 ? epochs.join(', ') : `${epochs.slice(0, 7).join(', ')}, …`;
}
