import type { Point, RunResult } from './results/types.js';
import { pointsOf, type PointRule } from './select.js';

/** An evaluated model with the two numbers it is judged by, as fractions 0..1. */
export interface Candidate {
  readonly run: RunResult;
  readonly point: Point;
  readonly accuracy: number;
  readonly asr: number;
}

/** The evaluations of some runs at which both metrics were measured. */
export function candidates(
  runs: readonly RunResult[],
  rule: PointRule,
  accuracyMetric: string,
  asrMetric: string,
): Candidate[] {
  return runs.flatMap((run) =>
    pointsOf(run, rule).flatMap((point) => {
      const accuracy = point.metrics[accuracyMetric];
      const asr = point.metrics[asrMetric];
      return accuracy === undefined || asr === undefined ? [] : [{ run, point, accuracy, asr }];
    }),
  );
}

/**
 * The highest accuracy among models whose ASR is at or under a limit; of equals the one with the lowest ASR, then
 * the first.
 *
 * @param limit in percent
 */
export function bestUnder(models: readonly Candidate[], limit: number): Candidate | null {
  let best: Candidate | null = null;
  for (const model of models) {
    if (model.asr > limit / 100) continue; // not asr * 100 > limit: 0.07 * 100 is more than 7
    if (best === null || isBetter(model, best)) best = model;
  }
  return best;
}

function isBetter(a: Candidate, b: Candidate): boolean {
  return a.accuracy > b.accuracy || (a.accuracy === b.accuracy && a.asr < b.asr);
}

export interface Spread {
  readonly mean: number;
  /** Standard deviation of the sample (n - 1); null of a single value. */
  readonly sd: number | null;
  readonly n: number;
}

/** Mean and spread; null of an empty list. */
export function spread(values: readonly number[]): Spread | null {
  const n = values.length;
  if (n === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  if (n === 1) return { mean, sd: null, n };
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(squares / (n - 1)), n };
}
