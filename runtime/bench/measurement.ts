import { type StepCase, caseKey, partSize } from './case.js';
import type { Measured } from './request.js';

/** How the processes of a measurement were set up. */
export interface Settings {
  /** Threads of each. */
  readonly threads: number;
  /** Processes that trained at the same time. */
  readonly jobs: number;
  /** `cpu`, or the GPU's name. */
  readonly device: string;
}

/** A measurement as it is kept. Of several processes at a time, the numbers are the medians over them. */
export interface Measurement extends Measured {
  readonly version: 1;
  readonly case: StepCase;
  readonly settings: Settings;
  /** Batches were made of the training's own data, or of a stand-in's. */
  readonly data: 'own' | 'noise';
  /** ISO 8601. */
  readonly at: string;
}

/** Time from one step to the next. */
export function secondsAStep({ step_seconds, wait_seconds }: Measured): number {
  return step_seconds + wait_seconds;
}

/** Pictures in a second, of all processes together. */
export function rateOf(measurement: Measurement): number {
  return (measurement.settings.jobs * measurement.case.batch_size) / secondsAStep(measurement);
}

/** What a step of a case takes. */
export interface PredictedStep {
  readonly seconds: number;
  /** At this very batch, or worked out from smaller ones. */
  readonly measured: boolean;
  /** Pairs at once that it rests on. */
  readonly parts: readonly number[];
  /** The measurement of the most of them. */
  readonly top: Measurement;
}

/**
 * The time of a step of a case from measurements of the same training at the same settings: the newest at its own batch;
 * else on the straight line through its two largest; null where there are none. A batch in parts takes as long as they.
 */
export function predictStep(one: StepCase, measurements: readonly Measurement[]): PredictedStep | null {
  const alike = caseKey(one, { sizes: false });
  const isInParts = one.micro_batch_size !== undefined;
  const same = measurements
    .filter((each) => caseKey(each.case, { sizes: false }) === alike)
    .filter((each) => (each.case.micro_batch_size !== undefined) === isInParts)
    .sort((a, b) => b.at.localeCompare(a.at));
  const byPart = new Map<number, Measurement>();
  for (const each of same) if (!byPart.has(partSize(each.case))) byPart.set(partSize(each.case), each);
  const part = partSize(one);
  const own = byPart.get(part);
  const perPart = (each: Measurement) =>
    (secondsAStep(each) * partSize(each.case)) / (isInParts ? each.case.batch_size : partSize(each.case));
  const scale = one.batch_size / part;
  if (own !== undefined)
    return {
      seconds: perPart(own) * scale,
      measured: own.case.batch_size === one.batch_size,
      parts: [part],
      top: own,
    };
  const [large, small] = [...byPart.keys()].sort((a, b) => b - a);
  if (large === undefined) return null;
  const top = byPart.get(large)!;
  const atLarge = perPart(top);
  const proportional = { seconds: (atLarge * part * scale) / large, measured: false, parts: [large], top };
  if (small === undefined) return proportional;
  const slope = (atLarge - perPart(byPart.get(small)!)) / (large - small);
  if (!(slope > 0) || part < small) return proportional;
  const seconds = (atLarge + slope * (part - large)) * scale;
  return { seconds, measured: false, parts: [small, large], top };
}
