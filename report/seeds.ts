import { spread } from './best.js';
import type { Metrics, Point, RunResult } from './results/types.js';
import { axisNames, groupRuns } from './select.js';

/**
 * Runs that differ in nothing but their seed, as one: its points are the means over the seeds, of the evaluations that
 * all of them have, with the standard deviation (n - 1). A run without brothers stays as it is.
 */
export function meanOverSeeds(runs: readonly RunResult[]): RunResult[] {
  const axes = ['ablation', ...axisNames(runs).filter((axis) => axis !== 'seed' && axis !== 'ablation')];
  return groupRuns(runs, axes).map(({ runs: seeds }) => (seeds.length === 1 ? seeds[0]! : mean(seeds)));
}

function mean(runs: readonly RunResult[]): RunResult {
  const [first] = runs as readonly [RunResult];
  const axes = Object.fromEntries(Object.entries(first.axes).filter(([axis]) => axis !== 'seed'));
  const starts = runs.flatMap(({ start }) => start ?? []);
  return {
    ...first,
    name: `${first.name.replace(/\/seed=[^/]*$|\/\d+$/, '')} (mean of ${runs.length} seeds)`,
    axes,
    work: runs.map(({ work }) => work).join('+'),
    state: runs.every(({ state }) => state === 'done') ? 'done' : 'unfinished',
    start:
      starts.length < runs.length
        ? null
        : {
            id: starts.map(({ id }) => id).join('+'),
            metrics: meanOf(starts.map(({ metrics }) => metrics)).mean,
          },
    points: meanPoints(runs.map(({ points }) => points)),
    pretraining: meanPoints(runs.map(({ pretraining = [] }) => pretraining)),
    losses: meanPoints(runs.map(({ losses = [] }) => losses)),
  };
}

function meanPoints(all: readonly (readonly Point[])[]): Point[] {
  const [first = [], ...others] = all;
  const tables = others.map((points) => new Map(points.map((point) => [placeOf(point), point])));
  return first.flatMap((point): Point[] => {
    const same = tables.flatMap((table) => table.get(placeOf(point)) ?? []);
    if (same.length < others.length) return [];
    const { mean: metrics, spread: deviation } = meanOf([point, ...same].map((one) => one.metrics));
    return [{ epoch: point.epoch, step: point.step, metrics, spread: deviation }];
  });
}

/** Losses and evaluations may share an epoch; what they hold tells them apart. */
const placeOf = ({ epoch, step, metrics }: Point): string => `${epoch}/${step}/${'loss' in metrics}`;

function meanOf(all: readonly Metrics[]): { mean: Metrics; spread: Metrics } {
  const mean: Record<string, number> = {};
  const deviation: Record<string, number> = {};
  for (const name of Object.keys(all[0]!)) {
    const values = all.flatMap((metrics) => metrics[name] ?? []);
    if (values.length < all.length) continue;
    const found = spread(values)!;
    mean[name] = found.mean;
    deviation[name] = found.sd!;
  }
  return { mean, spread: deviation };
}
