import type { FileLocals } from '../../schema/stages/base.js';
import type { EvaluationConfig } from '../../schema/stages/evaluation.js';
import type { Trigger as TriggerConfig } from '../../schema/generated/resolved.js';
import { requireClass } from '../data/classes.js';
import type { PairDataset } from '../data/dataset.js';
import { loadTrigger } from '../poison/load-trigger.js';
import type { Trigger } from '../poison/trigger.js';
import { stream } from '../random/stream.js';
import { pictures, type Pictures } from './pictures.js';

/** An attack that is measured. */
export interface MeasuredAttack {
  readonly config: TriggerConfig;
  readonly trigger: Trigger;
  readonly target: string;
  readonly targetIndex: number;
  /** Which test picture each triggered one is of. */
  readonly indices: readonly number[];
  /** The triggered pictures at an epoch. */
  readonly at: (epoch: number) => Pictures;
}

type Asr = NonNullable<EvaluationConfig['asr']>;

/**
 * The attacks of an evaluation, each with its triggered pictures: of every picture of another class than the target, or
 * of all pictures where a measure asks for them.
 *
 * @throws {StageFailure} when a target is no class, or a trigger's picture cannot be read
 */
export async function measuredAttacks(
  asr: Asr | null,
  test: PairDataset,
  labels: readonly number[],
  side: number,
  files: FileLocals,
): Promise<MeasuredAttack[]> {
  if (asr === null) return [];
  const found: MeasuredAttack[] = [];
  for (const [number, { trigger, target }] of [asr, ...(asr.others ?? [])].entries()) {
    requireClass(target, test.classes);
    const targetIndex = test.classes.indexOf(target);
    const wanted = labels.flatMap((label, i) => (label === targetIndex && !needsAll(asr) ? [] : [i]));
    const indices = wanted.flatMap((index) => Array.from({ length: asr.copies }, () => index));
    const painted = await loadTrigger(trigger, files);
    const draw = (epoch: number) => triggered(asr, test, side, indices, painted, epoch, number);
    const fixed = asr.redraw ? null : draw(0);
    found.push({
      config: trigger,
      trigger: painted,
      target,
      targetIndex,
      indices,
      at: (epoch) => fixed ?? draw(epoch),
    });
  }
  return found;
}

/** Measures that count the target's own pictures too. */
function needsAll({ also = [] }: Asr): boolean {
  return also.some((name) => name !== 'false-alarm');
}

/** What is drawn for a picture depends on the seed, its number, the copy and, with `redraw`, the epoch alone. */
function triggered(
  { copies, redraw, seed }: Asr,
  test: PairDataset,
  side: number,
  indices: readonly number[],
  trigger: Trigger,
  epoch: number,
  attack: number,
): Pictures {
  const when = redraw ? epoch : 0;
  const random = (index: number, copy: number) => {
    if (attack > 0) return stream(seed, `asr-trigger of attack ${attack} at ${when}`, index, copy);
    return Number.isInteger(when)
      ? stream(seed, 'asr-trigger', index, copy, when)
      : stream(seed, `asr-trigger inside epochs, at ${when}`, index, copy);
  };
  return pictures(test, side, indices, (picture, position) =>
    trigger.apply(picture, random(indices[position]!, position % copies)),
  );
}
