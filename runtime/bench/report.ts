import { modelText, objectiveText, partSize } from './case.js';
import { growthThrough, largestPart, memoryAt } from './growth.js';
import { predictStep, rateOf, secondsAStep, type Measurement } from './measurement.js';
import type { NamedCase } from './standard.js';

/** What keeps a training from going faster, or from going at all. */
export type Limit = 'compute' | 'data' | 'memory';

export interface Failure {
  readonly message: string;
  readonly hint: string | null;
}

/** Other settings than those that a case was measured with, and what they came to. */
export interface Trial {
  /** As it is written in an experiment: `precision: bf16`, `jobs: 2, threads: 1`. */
  readonly setting: string;
  /** What it is compared with: the same number of pairs at once. */
  readonly base: Measurement;
  readonly measurement: Measurement;
}

/** What a case came to. */
export interface CaseReport {
  readonly name: string;
  readonly model: string;
  readonly objective: string;
  readonly precision: string;
  readonly batch_size: number;
  /** Pairs that go through the network at once, where that is not the whole batch. */
  readonly micro_batch_size?: number;
  /** A step at the training's own batch; null where nothing could be measured. */
  readonly step: {
    readonly seconds: number;
    readonly pictures_per_second: number;
    /** At this batch, or worked out from smaller ones. */
    readonly measured: boolean;
  } | null;
  readonly memory: {
    /** At the training's own batch; null where the growth was too little to be seen. */
    readonly bytes: number | null;
    readonly available_bytes: number;
    /** Largest batch, or where it goes through in parts largest part, that fits 90 % of what is available. */
    readonly largest: number | null;
  } | null;
  readonly limit: Limit | null;
  /** Share of the time that steps wait for data. */
  readonly wait_share: number | null;
  readonly settings: readonly {
    readonly setting: string;
    readonly pictures_per_second: number;
    /** Against the same without the setting: above 1 it helps. */
    readonly ratio: number;
  }[];
  readonly failure: Failure | null;
  readonly measurements: readonly Measurement[];
}

/** Part of the memory that a training may fill: the rest is for evaluation, checkpoints and other programs. */
const usable = 0.9;
/** Share of the time spent waiting for data from which on they are the limit. */
const muchWaiting = 0.15;

interface Course {
  readonly memory: number;
  readonly trials: readonly Trial[];
  readonly failure: Failure | null;
}

/** Sums up what was measured of a case. */
export function caseReport(
  { name, case: one }: NamedCase,
  measurements: readonly Measurement[],
  { memory, trials, failure }: Course,
): CaseReport {
  const plain = measurements.filter(
    (each) => each.settings.jobs === 1 && each.case.precision === one.precision,
  );
  const step = predictStep(one, plain);
  const top = plain.at(-1);
  const taken = memoryOf(one, plain, memory);
  const wait = top === undefined ? null : top.wait_seconds / secondsAStep(top);
  return {
    name,
    model: modelText(one),
    objective: objectiveText(one),
    precision: one.precision ?? 'fp32',
    batch_size: one.batch_size,
    ...(one.micro_batch_size === undefined ? {} : { micro_batch_size: one.micro_batch_size }),
    step: step && {
      seconds: step.seconds,
      pictures_per_second: one.batch_size / step.seconds,
      measured: step.measured,
    },
    memory: taken,
    limit: limitOf(one, taken, wait),
    wait_share: wait,
    settings: trials.map(({ setting, base, measurement }) => ({
      setting,
      pictures_per_second: rateOf(measurement),
      ratio: rateOf(measurement) / rateOf(base),
    })),
    failure,
    measurements,
  };
}

function memoryOf(
  one: NamedCase['case'],
  plain: readonly Measurement[],
  available: number,
): CaseReport['memory'] {
  const points = plain.map((each) => ({ part: partSize(each.case), bytes: each.memory_bytes }));
  const [small, large] = points;
  if (small === undefined) return null;
  const growth = large === undefined ? null : growthThrough(one, small, large);
  const own = points.find(({ part }) => part === partSize(one));
  return {
    bytes: own?.bytes ?? (growth && memoryAt(growth, partSize(one))),
    available_bytes: available,
    largest: growth && largestPart(growth, usable * available),
  };
}

function limitOf(one: NamedCase['case'], memory: CaseReport['memory'], wait: number | null): Limit | null {
  if (memory === null || wait === null) return null;
  if (memory.largest !== null && memory.largest < partSize(one)) return 'memory';
  return wait > muchWaiting ? 'data' : 'compute';
}
