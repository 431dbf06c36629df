import { stringify } from 'csv-stringify/sync';
import { spread } from '../best.js';
import type { SeedRow, TableModel, TableRow } from './compute.js';

type Cell = string | number | boolean | null;

/**
 * A table as CSV with one line for each row, limit and seed, and lines with `mean` and `sd` where there are several
 * seeds. Shares are in percent; an empty cell stands for what does not exist.
 */
export function tableAsCsv(model: TableModel): string {
  const header = [
    ...model.axes,
    'seed',
    'asr_limit',
    ...measures,
    'best_epoch',
    'best_run',
    'runs',
    'points',
  ];
  const lines = model.rows.flatMap((row) =>
    model.figure.asr_limits.flatMap((limit, i) =>
      linesOf(row, i).map(([seed, ...values]) => [...row.labels, seed, limit, ...values]),
    ),
  );
  return stringify([header, ...lines], { cast: { boolean: String } });
}

const measures = [
  'start_accuracy',
  'start_asr',
  'best_accuracy',
  'best_asr',
  'drop',
  'relative_drop',
  'highest_accuracy',
  'lowest_asr',
] as const;

type Measures = readonly (number | null)[];

/** [seed, ...measures, epoch, run, runs, points] of each seed, then their mean and spread. */
function linesOf(row: TableRow, limit: number): Cell[][] {
  const values = row.seeds.map((seed) => measuresOf(seed, limit));
  const lines = row.seeds.map((seed, i): Cell[] => {
    const best = seed.best[limit] ?? null;
    return [
      seed.seed,
      ...values[i]!.map(inPercent),
      best?.epoch ?? null,
      best?.run.name ?? null,
      seed.runs,
      seed.points,
    ];
  });
  if (row.seeds.length < 2) return lines;
  const over = measures.map((_, m) => spread(values.flatMap((of) => of[m] ?? [])));
  return [
    ...lines,
    ['mean', ...over.map((of) => inPercent(of?.mean ?? null)), null, null, null, null],
    ['sd', ...over.map((of) => inPercent(of?.sd ?? null)), null, null, null, null],
  ];
}

function measuresOf({ starts, best: bests, extremes }: SeedRow, limit: number): Measures {
  const start = starts.length === 1 ? starts[0]! : null;
  const best = bests[limit] ?? null;
  return [
    start?.accuracy ?? null,
    start?.asr ?? null,
    best?.accuracy ?? null,
    best?.asr ?? null,
    best?.drop ?? null,
    best?.relativeDrop ?? null,
    extremes?.highestAccuracy ?? null,
    extremes?.lowestAsr ?? null,
  ];
}

/** Rounded where binary fractions would show: 16.494, not 16.494000000000003. */
function inPercent(fraction: number | null): number | null {
  return fraction === null ? null : Number((fraction * 100).toFixed(8));
}
