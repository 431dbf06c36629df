import type { CurveFigure } from '../../schema/generated/resolved.js';
import { gapNotice, withGaps } from '../gaps.js';
import { count, warning, type Notice } from '../notice.js';
import type { Point, Results, RunResult } from '../results/types.js';
import { meanOverSeeds } from '../seeds.js';
import { isAxisOf, selectRuns, unknownAxes } from '../select.js';
import { axesOf, named, type Named } from './groups.js';
import { looksOf, type Look, type Looks } from './looks.js';
import { readReferences, type ReferenceValue } from './reference.js';
import { drawn, isInside } from './scale.js';

/** One place of a curve; where `y` is null the line is broken. `low` and `high` are a standard deviation away. */
export interface CurveDatum extends Look {
  readonly panel: string;
  readonly metric: string;
  readonly kind: 'mean' | 'run' | 'start' | 'reference';
  readonly run: string;
  readonly x: number | null;
  readonly y: number | null;
  readonly low?: number;
  readonly high?: number;
}

export interface CurveData {
  readonly values: readonly CurveDatum[];
  readonly panels: readonly string[];
  readonly looks: Looks;
  readonly runs: readonly RunResult[];
  readonly meant: readonly RunResult[];
  readonly outside: number;
  readonly notices: readonly Notice[];
}

/** What curves show; nothing, and an error among the notices, where the selection is empty or wrong. */
export function curveData(results: Results, figure: CurveFigure): CurveData {
  // A pre-training can be followed before any cleaning is measured.
  const choice = figure.stage === 'pretrain' ? { ...figure, min_points: 0 } : figure;
  const chosen = selectRuns(results, choice);
  const axes = [figure.facet, figure.series, figure.color, figure.shape].flatMap(axesOf);
  const wrong = unknownAxes(results.runs, axes);
  const ofStage = chosen.notices.filter(({ severity }) => severity === 'error' || figure.stage === 'clean');
  const notices = [...ofStage, ...wrong];
  if (notices.some(({ severity }) => severity === 'error'))
    return { values: [], panels: [], looks: looksOf([], {}), runs: [], meant: [], outside: 0, notices };
  const runs = figure.stage === 'pretrain' ? onePretrainingEach(chosen.runs) : chosen.runs;
  const looks = looksOf(runs, figure);
  const references = readReferences(figure.reference, isAxisOf(results.runs), notices);
  const panels = named(runs, figure.facet, figure.labels);
  const values = panels.flatMap((panel) => {
    const means = figure.seeds === 'pooled' ? [] : meanOverSeeds(panel.runs);
    const single = figure.seeds === 'mean' ? [] : panel.runs;
    return figure.metrics.flatMap((metric) => [
      ...single.flatMap((run) => lineOf(panel, run, metric, 'run', figure, looks)),
      ...means.flatMap((run) => lineOf(panel, run, metric, 'mean', figure, looks)),
      ...referencesOf(panel, metric, references),
    ]);
  });
  if (!figure.metrics.every(isLoss))
    notices.push(...gapNotice(runs, (run) => courseOf(run, figure.stage), figure.name));
  const lacking = values.filter(({ y, kind }) => y === null && kind !== 'reference').length;
  if (lacking > 0 && notices.every(({ code }) => code !== 'EXPC820'))
    notices.push(
      warning(
        'unmeasured',
        `${count(lacking, 'evaluation')} without a metric of \`${figure.name}\`: there its lines are broken`,
      ),
    );
  const isShown = ({ x, y }: CurveDatum) =>
    (y === null || (isInside(y, figure.y_range) && (figure.y_scale === 'linear' || y > 0))) &&
    (x === null || isInside(x, figure.x_range));
  const kept = values.filter(isShown);
  return {
    values: kept,
    panels: panels.map(({ name }) => name),
    looks,
    runs,
    meant: figure.stage === 'clean' ? chosen.meant : runs.map(asPretraining),
    outside: values.length - kept.length,
    notices,
  };
}

/** Fifty cleanings of one pre-training show its curve once. */
function onePretrainingEach(runs: readonly RunResult[]): RunResult[] {
  const seen = new Set<string>();
  return runs.filter((run) => {
    const id = run.folders?.pretrain ?? JSON.stringify(run.pretraining);
    return !seen.has(id) && seen.add(id);
  });
}

/** The run with the state of its pre-training. */
function asPretraining(run: RunResult): RunResult {
  const last = courseOf(run, 'pretrain').at(-1)?.epoch ?? 0;
  return {
    ...run,
    state: last >= Number(run.parameters?.['pretrain.epochs'] ?? last) ? 'done' : 'unfinished',
  };
}

/** The evaluations of a run, or of its pre-training. */
function courseOf(run: RunResult, stage: CurveFigure['stage']): readonly Point[] {
  const points = stage === 'clean' ? run.points : (run.pretraining ?? []);
  return points.filter(({ metrics }) => !('loss' in metrics));
}

function lineOf(
  { name: panel }: Named,
  run: RunResult,
  metric: string,
  kind: 'mean' | 'run',
  figure: CurveFigure,
  looks: Looks,
): CurveDatum[] {
  const base = { panel, metric, run: run.name, ...looks.lookOf(run) };
  const points = isLoss(metric) ? lossesOf(run, figure) : withGaps(evaluationsOf(run, figure), run);
  const line = points.map((point): CurveDatum => {
    const value = point.metrics[metric];
    const x = point[figure.x];
    if (value === undefined || x === null)
      return { ...base, kind, x: point.epoch === null ? null : x, y: null };
    const deviation = point.spread?.[metric];
    const y = drawn(metric, value);
    if (deviation === undefined) return { ...base, kind, x, y };
    const low = drawn(metric, value - deviation);
    // A logarithmic axis has no place for a band that reaches below 0.
    const bottom = figure.y_scale === 'log' && low <= 0 ? y : low;
    return { ...base, kind, x, y, low: bottom, high: drawn(metric, value + deviation) };
  });
  if (line.every(({ y }) => y === null)) return [];
  return [...line.filter(({ x }) => x !== null), ...starOf(base, run, metric, points, figure)];
}

/** The star marks the model that is cleaned: epoch 0 of a cleaning, the chosen epoch of a pre-training. */
function starOf(
  base: Omit<CurveDatum, 'kind' | 'x' | 'y'>,
  run: RunResult,
  metric: string,
  points: readonly Point[],
  figure: CurveFigure,
): CurveDatum[] {
  if (!figure.start_model) return [];
  const epoch = figure.stage === 'clean' ? 0 : run.from;
  const point = points.find((one) => one.epoch === epoch && !isLoss(metric));
  const value = point?.metrics[metric] ?? (figure.stage === 'clean' ? run.start?.metrics[metric] : undefined);
  if (value === undefined || epoch === undefined) return [];
  const x = figure.x === 'epoch' ? epoch : (point?.step ?? 0);
  return [{ ...base, kind: 'start', x, y: drawn(metric, value) }];
}

function evaluationsOf(run: RunResult, figure: CurveFigure): Point[] {
  const points = courseOf(run, figure.stage);
  return figure.points === 'all' ? [...points] : points.filter(({ epoch }) => Number.isInteger(epoch));
}

const isLoss = (metric: string) => /^(loss$|losses\.|lr$|logit_scale$)/.test(metric);

/** Losses as logged along steps; along epochs the mean of each epoch. */
function lossesOf(run: RunResult, figure: CurveFigure): Point[] {
  const all = figure.stage === 'clean' ? (run.losses ?? []) : (run.pretraining ?? []);
  const rows = all.filter(({ metrics }) => 'loss' in metrics);
  if (figure.x === 'step') return rows;
  const byEpoch = new Map<number, Point[]>();
  for (const row of rows) byEpoch.set(row.epoch!, [...(byEpoch.get(row.epoch!) ?? []), row]);
  return [...byEpoch].map(([epoch, group]) => ({
    epoch,
    step: group.at(-1)!.step,
    metrics: meanMetrics(group),
  }));
}

function meanMetrics(points: readonly Point[]): Record<string, number> {
  const names = Object.keys(points[0]!.metrics);
  return Object.fromEntries(
    names.map((name) => [name, points.reduce((sum, { metrics }) => sum + metrics[name]!, 0) / points.length]),
  );
}

function referencesOf(
  { name: panel, runs }: Named,
  metric: string,
  all: readonly ReferenceValue[],
): CurveDatum[] {
  return all.flatMap(({ label, values, belongsTo }): CurveDatum[] => {
    const y = values[metric];
    if (y === undefined || !runs.some(belongsTo)) return [];
    return [{ panel, metric, kind: 'reference', series: label, run: label, x: null, y }];
  });
}
