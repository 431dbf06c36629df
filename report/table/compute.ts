import type { TableFigure } from '../../schema/generated/resolved.js';
import type { AxisValue } from '../../schema/plan.js';
import { bestUnder, candidates, type Candidate } from '../best.js';
import { definitionsText, disagreements } from '../caption.js';
import { leftOutText } from '../left-out.js';
import { count, warning, type Notice } from '../notice.js';
import type { Results, RunResult } from '../results/types.js';
import { axisNames, groupRuns, labelAt, pointsOf, selectRuns, startModels, unknownAxes } from '../select.js';

/** A table before it is written down: all numbers are fractions 0..1. */
export interface TableModel {
  readonly figure: TableFigure;
  /** Axes whose combinations are the rows. */
  readonly axes: readonly string[];
  /** Other axes along which the runs differ, except `seed`: they tell which run of a row is the best. */
  readonly swept: readonly string[];
  readonly rows: readonly TableRow[];
  /** What the metrics mean, a sentence each. */
  readonly caption: readonly string[];
  readonly notices: readonly Notice[];
}

export interface TableRow {
  readonly labels: readonly AxisValue[];
  /** Runs of each seed, pooled. One entry, with seed null, where the experiment has no seed axis. */
  readonly seeds: readonly SeedRow[];
}

export interface SeedRow {
  readonly seed: AxisValue;
  /** The models before cleaning that the runs start from: one, unless models are pooled. */
  readonly starts: readonly Measured[];
  /** For each limit the best model, or null where none is under it. */
  readonly best: readonly (Best | null)[];
  readonly extremes: { readonly highestAccuracy: number; readonly lowestAsr: number } | null;
  /** Null where published points come without borders between the runs. */
  readonly runs: number | null;
  /** Evaluations that were looked at. */
  readonly points: number;
}

export interface Measured {
  readonly accuracy: number;
  readonly asr: number;
}

export interface Best extends Measured {
  readonly run: RunResult;
  readonly epoch: number | null;
  /** Accuracy of the run's own start model minus this one's; null where the start was not measured. */
  readonly drop: number | null;
  /** The drop as a share of the start's accuracy. */
  readonly relativeDrop: number | null;
}

/** Computes a table; one without a row has an error among its notices. */
export function computeTable(results: Results, figure: TableFigure): TableModel {
  const chosen = selectRuns(results, figure);
  const axes = figure.rows ?? defaultRows(chosen.runs);
  const wrong = unknownAxes(results.runs, figure.rows ?? []);
  const notices = [...chosen.notices, ...wrong];
  const hasError = notices.some(({ severity }) => severity === 'error');
  const rows = hasError
    ? []
    : groupRuns(chosen.runs, axes).map(({ labels, runs }) => ({
        labels,
        seeds: groupRuns(runs, ['seed']).map((group) => seedRow(group.labels[0]!, group.runs, figure)),
      }));
  return {
    figure,
    axes,
    swept: hasError ? [] : sweptAxes(chosen.runs, axes),
    rows,
    caption: [...definitionsText(chosen.runs, [figure.accuracy, figure.asr]), ...leftOutText(chosen.notices)],
    notices: hasError
      ? notices
      : [
          ...notices,
          ...unmeasured(chosen.runs, figure),
          ...disagreements(chosen.runs, [figure.accuracy, figure.asr], figure.name, [axes]),
        ],
  };
}

/** Axes that have a label which is not a number: named variants rather than sweeps. */
function defaultRows(runs: readonly RunResult[]): string[] {
  return axisNames(runs).filter(
    (axis) =>
      axis !== 'seed' && runs.some((run) => !['number', 'object'].includes(typeof labelAt(run, axis))),
  );
}

function sweptAxes(runs: readonly RunResult[], rows: readonly string[]): string[] {
  return axisNames(runs).filter(
    (axis) =>
      axis !== 'seed' && !rows.includes(axis) && new Set(runs.map((run) => labelAt(run, axis))).size > 1,
  );
}

function seedRow(seed: AxisValue, runs: readonly RunResult[], figure: TableFigure): SeedRow {
  const models = candidates(runs, figure.points, figure.accuracy, figure.asr);
  return {
    seed,
    starts: startsOf(runs, figure),
    best: figure.asr_limits.map((limit) => describe(bestUnder(models, limit), figure)),
    extremes:
      models.length === 0
        ? null
        : {
            highestAccuracy: models.reduce((most, { accuracy }) => Math.max(most, accuracy), 0),
            lowestAsr: models.reduce((least, { asr }) => Math.min(least, asr), 1),
          },
    runs: runs.some(({ merged }) => merged) ? null : runs.length,
    points: models.length,
  };
}

function startsOf(runs: readonly RunResult[], figure: TableFigure): Measured[] {
  return startModels(runs).flatMap(({ metrics }) => {
    const accuracy = metrics[figure.accuracy];
    const asr = metrics[figure.asr];
    return accuracy === undefined || asr === undefined ? [] : [{ accuracy, asr }];
  });
}

function describe(best: Candidate | null, figure: TableFigure): Best | null {
  if (best === null) return null;
  const { run, point, accuracy, asr } = best;
  const start = run.start?.metrics[figure.accuracy];
  const drop = start === undefined ? null : start - accuracy;
  const relativeDrop = drop === null || start === undefined || start === 0 ? null : drop / start;
  return { run, epoch: point.epoch, accuracy, asr, drop, relativeDrop };
}

function unmeasured(runs: readonly RunResult[], figure: TableFigure): Notice[] {
  const lacking = (metric: string) =>
    runs.flatMap((run) => pointsOf(run, figure.points)).filter(({ metrics }) => metrics[metric] === undefined)
      .length;
  return [...new Set([figure.accuracy, figure.asr])].flatMap((metric) => {
    const n = lacking(metric);
    return n === 0
      ? []
      : [
          warning(
            'unmeasured',
            `${count(n, 'evaluation')} without \`${metric}\` left out of \`${figure.name}\``,
          ),
        ];
  });
}
