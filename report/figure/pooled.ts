import type { BarFigure } from '../../schema/generated/resolved.js';
import type { CheckpointRule } from '../../schema/checkpoint-rule.js';
import { spread } from '../best.js';
import { metricName } from '../caption.js';
import type { Notice } from '../notice.js';
import type { Point, RunResult } from '../results/types.js';
import { readRule, taken } from '../rule.js';
import { groupRuns, pointsOf } from '../select.js';

/** What one number is made of where several runs stand behind it. */
export type PoolChoice = Pick<BarFigure, 'metric' | 'points' | 'asr_limit'> & {
  readonly rule?: string;
  readonly value?: BarFigure['value'];
};

export interface Pooled {
  /** As measured, not in percent; null unless the state is `value`. */
  readonly value: number | null;
  /** Standard deviation over seeds; null of a single one. */
  readonly sd: number | null;
  /** The value of each seed. */
  readonly seeds: readonly number[];
  /** `none`: no evaluation meets the rule. `unmeasured`: there is no evaluation with the metric yet. */
  readonly state: 'value' | 'none' | 'unmeasured';
}

/** Pools runs that differ in axes that a figure does not show: first within each seed, then over the seeds. */
export class Pool {
  readonly #rule: CheckpointRule | null;

  constructor(
    private readonly choice: PoolChoice,
    notices: Notice[],
  ) {
    this.#rule = readRule(ruleText(choice), notices);
  }

  /** One number for some runs; with `together` seeds are runs like others. */
  of(runs: readonly RunResult[], together = false): Pooled {
    const groups = groupRuns(runs, together ? [] : ['seed']).map(({ runs: seed }) => this.#models(seed));
    const values = groups.flatMap((models) => this.#value(models) ?? []);
    const found = spread(values);
    if (found !== null) return { value: found.mean, sd: found.sd, seeds: values, state: 'value' };
    const isMeasured = runs.some(({ points }) => points.some(({ metrics }) => this.choice.metric in metrics));
    return { value: null, sd: null, seeds: [], state: isMeasured ? 'none' : 'unmeasured' };
  }

  /** The metric of every model that counts. */
  values(runs: readonly RunResult[]): number[] {
    return this.#models(runs).map(({ metrics }) => metrics[this.choice.metric]!);
  }

  /** The evaluations that count: by `points`, with `best` one of each run by the rule. */
  #models(runs: readonly RunResult[]): Point[] {
    const { points, metric } = this.choice;
    return runs
      .flatMap((run) => (points === 'best' ? this.#best(run.points) : pointsOf(run, points)))
      .filter(({ metrics }) => metrics[metric] !== undefined);
  }

  #best(points: readonly Point[]): Point[] {
    const best = this.#rule === null ? null : taken(this.#rule, points);
    return best === null ? [] : [best];
  }

  #value(models: readonly Point[]): number | null {
    const { metric, value = 'best' } = this.choice;
    if (value === 'best') return this.#best(models)[0]?.metrics[metric] ?? null;
    const values = models.map(({ metrics }) => metrics[metric]!);
    if (value === 'mean') return spread(values)?.mean ?? null;
    return median(values);
  }
}

function ruleText({ rule, points, asr_limit }: Omit<PoolChoice, 'metric'>): string {
  return (
    rule ?? (points === 'best' ? `asr.top1 <= ${asr_limit}, highest accuracy.top1` : 'highest accuracy.top1')
  );
}

/** Null of an empty list. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return null;
  return Number.isInteger(middle) ? (sorted[middle - 1]! + sorted[middle]!) / 2 : sorted[Math.floor(middle)]!;
}

/** How one number of some metrics is made, for a caption. */
export function poolText(
  choice: Omit<PoolChoice, 'metric'>,
  ...metrics: readonly [string, ...string[]]
): string {
  const names = metrics.map(metricName).join(', ');
  const which = {
    all: 'all evaluations',
    'epoch-ends': 'all ends of epochs',
    last: 'the last epochs',
    best: `the best models of the runs by \`${ruleText(choice)}\``,
  }[choice.points];
  const { value = 'best' } = choice;
  if (value === 'best' && choice.points === 'best')
    return `${names}: the best model by \`${ruleText(choice)}\``;
  return `${names}: ${value === 'best' ? `the best by \`${ruleText(choice)}\`` : `the ${value}`} of ${which}`;
}

/** Where a rule picks what a number stands for, runs that do not meet it are not left out: they are `none`. */
export function withoutRule<T extends { readonly rule?: string; readonly top?: number }>(
  figure: T,
): Omit<T, 'rule'> {
  if (figure.top !== undefined) return figure;
  const choice: Omit<T, 'rule'> & { rule?: string } = { ...figure };
  delete choice.rule;
  return choice;
}
