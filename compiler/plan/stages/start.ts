import type { Experiment, WeightsStart } from '../../../schema/generated/resolved.js';
import { bestCheckpoint, checkpointRuleText, parseCheckpointRule } from '../../../schema/checkpoint-rule.js';
import { part, type Part } from './definition.js';

/** A stage of another experiment, found: what a start of `kind: experiment` becomes before stages are made. */
export interface StageStart {
  readonly kind: 'stage';
  /** The stage whose checkpoint is read. */
  readonly key: string;
  /** The epoch, or the canonical text of the rule that chooses it. */
  readonly epoch: number | string;
  /** The stage that measures it: carried out with it whoever asks, since it can only be measured while it trains. */
  readonly measured: string;
}

type Elsewhere = StageStart | WeightsStart;

/** The paths that tell where the first training of a run starts. */
const startPaths = ['pretrain.from', 'clean.from', 'pretrain?', 'clean?'];

/** Is the model pre-trained here? Not where the cleaning starts from elsewhere, whatever `pretrain` says. */
export function trainsHere({ pretrain, clean }: Experiment): boolean {
  return pretrain !== undefined && typeof clean?.from !== 'object';
}

export const pretrainsHere: Part<boolean> = part(['pretrain?', 'clean?', 'clean.from'], trainsHere);

/** The start that is not of this experiment; null where the first training starts from fresh weights. */
export function startOf(document: Experiment): Elsewhere | null {
  const from = trainsHere(document) ? document.pretrain!.from : document.clean?.from;
  return typeof from === 'object' ? (from as Elsewhere) : null;
}

/** The file of weights that a run starts from; only read in runs that do. */
export function weightsOf(document: Experiment): WeightsStart {
  const start = startOf(document);
  if (start?.kind !== 'weights') throw new Error('weights in a run without any');
  return start;
}

export const startsFromWeights: Part<boolean> = part(
  startPaths,
  (document) => startOf(document)?.kind === 'weights',
);

/** The key of the stage of another experiment that a run starts from, or that measured it; undefined where there is none. */
export function startKey(which: 'key' | 'measured'): Part<string | undefined> {
  return part(startPaths, (document) => {
    const start = startOf(document);
    return start?.kind === 'stage' ? start[which] : undefined;
  });
}

/** The epoch of the start that a stage reads, or the rule that chooses it. A file of weights is epoch 0. */
export function startEpoch(start: Elsewhere): number | string {
  return start.kind === 'stage' ? start.epoch : 0;
}

/** A checkpoint as it enters a key: equal ones are one value, however they are written. */
export function checkpointOf(from: number | string, epochs: number): number | string {
  if (from === 'last') return epochs;
  if (typeof from === 'number') return from;
  const parsed = parseCheckpointRule(from === 'best' ? bestCheckpoint : from);
  // What is wrong with a rule was reported when the document was checked.
  return parsed.ok ? checkpointRuleText(parsed.rule) : from;
}
