import type { TrajectoryFigure } from '../../schema/generated/resolved.js';
import { gapNotice, withGaps } from '../gaps.js';
import { count, warning, type Notice } from '../notice.js';
import type { Results, RunResult } from '../results/types.js';
import { meanOverSeeds } from '../seeds.js';
import { isAxisOf, pointsOf, selectRuns, unknownAxes } from '../select.js';
import { axesOf, named, type Named } from './groups.js';
import { looksOf, type Look, type Looks } from './looks.js';
import { readReferences, type ReferenceValue } from './reference.js';
import { drawn, isInside } from './scale.js';

/** One symbol of a trajectory; `epoch` 0 is the start. Where `x` or `y` is null the line is broken. */
export interface TrajectoryDatum extends Look {
  readonly panel: string;
  readonly kind: 'point' | 'start' | 'gap' | 'reference';
  readonly run: string;
  readonly x: number | null;
  readonly y: number | null;
  readonly epoch: number;
}

export interface TrajectoryData {
  readonly values: readonly TrajectoryDatum[];
  readonly panels: readonly string[];
  readonly looks: Looks;
  readonly runs: readonly RunResult[];
  /** Runs that will be shown once all is measured. */
  readonly meant: readonly RunResult[];
  readonly notices: Notice[];
}

/** What trajectories show; nothing, and an error among the notices, where the selection is empty or wrong. */
export function trajectoryData(results: Results, figure: TrajectoryFigure): TrajectoryData {
  const chosen = selectRuns(results, figure);
  const axes = [figure.facet, figure.series, figure.color, figure.shape].flatMap(axesOf);
  const notices: Notice[] = [...chosen.notices, ...unknownAxes(results.runs, axes)];
  if (notices.some(({ severity }) => severity === 'error'))
    return { values: [], panels: [], looks: looksOf([], {}), runs: [], meant: [], notices };
  const runs = withCourse(ofSeeds(chosen.runs, figure), figure, notices);
  const looks = looksOf(runs, figure);
  const panels = named(runs, figure.facet, figure.labels);
  const references = readReferences(figure.reference, isAxisOf(results.runs), notices);
  const values = panels.flatMap((panel) => [
    ...panel.runs.flatMap((run) => lineOf(panel, run, figure, looks).map((datum) => cut(datum, figure))),
    ...referencesOf(panel, references, figure),
  ]);
  notices.push(...brokenLines(values, runs, figure));
  return { values, panels: panels.map(({ name }) => name), looks, runs, meant: chosen.meant, notices };
}

function ofSeeds(runs: readonly RunResult[], { seeds }: TrajectoryFigure): readonly RunResult[] {
  if (seeds === 'pooled') return runs;
  return seeds === 'mean' ? meanOverSeeds(runs) : [...meanOverSeeds(runs), ...runs];
}

/** Runs whose order of evaluations is known. */
function withCourse(runs: readonly RunResult[], { name }: TrajectoryFigure, notices: Notice[]): RunResult[] {
  const known = runs.filter(({ merged }) => !merged);
  if (known.length < runs.length)
    notices.push(
      warning(
        'noTrajectory',
        `\`${name}\` cannot follow runs whose borders are not known: ${runs.length - known.length} left out`,
      ),
    );
  return known;
}

function lineOf(
  { name: panel }: Named,
  run: RunResult,
  figure: TrajectoryFigure,
  looks: Looks,
): TrajectoryDatum[] {
  const base = { panel, run: run.name, ...looks.lookOf(run) };
  const place = (metrics: Readonly<Record<string, number>>) => {
    const [x, y] = [metrics[figure.x], metrics[figure.y]];
    return x === undefined || y === undefined ? null : { x: drawn(figure.x, x), y: drawn(figure.y, y) };
  };
  const star = figure.start_model && run.start !== null ? place(run.start.metrics) : null;
  const points = withGaps(pointsOf(run, figure.points), run).filter(
    ({ epoch }) => star === null || epoch !== 0,
  );
  const line = points.map((point): TrajectoryDatum => {
    const found = place(point.metrics);
    const epoch = point.epoch ?? 0;
    return found === null
      ? { ...base, kind: 'gap', x: null, y: null, epoch }
      : { ...base, kind: 'point', ...found, epoch };
  });
  return star === null ? line : [{ ...base, kind: 'start', ...star, epoch: 0 }, ...line];
}

function cut(datum: TrajectoryDatum, { x_range, y_range }: TrajectoryFigure): TrajectoryDatum {
  const { x, y } = datum;
  if (x === null || y === null || (isInside(x, x_range) && isInside(y, y_range))) return datum;
  return { ...datum, kind: 'gap', x: null, y: null };
}

function referencesOf(
  { name: panel, runs }: Named,
  references: readonly ReferenceValue[],
  { x: xMetric, y: yMetric, x_range, y_range }: TrajectoryFigure,
): TrajectoryDatum[] {
  return references.flatMap(({ label, values, belongsTo }): TrajectoryDatum[] => {
    const { [xMetric]: x, [yMetric]: y } = values;
    if (x === undefined || y === undefined || !runs.some(belongsTo)) return [];
    if (!isInside(x, x_range) || !isInside(y, y_range)) return [];
    return [{ panel, kind: 'reference', series: label, run: label, epoch: 0, x, y }];
  });
}

function brokenLines(
  values: readonly TrajectoryDatum[],
  runs: readonly RunResult[],
  { name, points }: TrajectoryFigure,
): Notice[] {
  const missing = gapNotice(runs, (run) => pointsOf(run, points), name);
  const gaps = values.filter(({ kind }) => kind === 'gap').length;
  if (gaps === 0 || missing.length > 0) return missing;
  const message = `${count(gaps, 'evaluation')} of \`${name}\` missing or off its axes: there the lines are broken`;
  return [warning('unmeasured', message)];
}
