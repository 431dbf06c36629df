import type { LineFigure } from '../../schema/generated/resolved.js';
import { count, error, warning, type Notice } from '../notice.js';
import type { Results, RunResult } from '../results/types.js';
import { isAxisOf, labelAt, selectRuns, unknownAxes } from '../select.js';
import { axesOf, named } from './groups.js';
import { looksOf, type Looks } from './looks.js';
import { Pool, withoutRule } from './pooled.js';
import { readReferences } from './reference.js';
import { drawn, isInside } from './scale.js';

/** One value of an axis; `none` and `unmeasured` ones have no `y`, and the line is broken there. */
export interface LineDatum {
  readonly panel: string;
  readonly metric: string;
  readonly series: string;
  readonly kind: 'value' | 'none' | 'unmeasured' | 'seed' | 'reference';
  /** The label where not all are numbers; null of a reference. */
  readonly x: number | string | null;
  readonly y: number | null;
  /** A standard deviation away. */
  readonly low?: number;
  readonly high?: number;
}

export interface LineData {
  readonly values: readonly LineDatum[];
  readonly panels: readonly string[];
  /** Labels of the axis in the order of the runs, where not all are numbers. */
  readonly labels: readonly string[] | null;
  readonly looks: Looks;
  readonly runs: readonly RunResult[];
  /** Runs that will be shown once all is measured. */
  readonly meant: readonly RunResult[];
  readonly outside: number;
  readonly notices: readonly Notice[];
}

/** What lines over an axis show; nothing, and an error among the notices, where the selection is empty or wrong. */
export function lineData(results: Results, figure: LineFigure): LineData {
  const chosen = selectRuns(results, withoutRule(figure));
  const axes = [figure.axis, ...axesOf(figure.facet), ...axesOf(figure.series)];
  const notices: Notice[] = [...chosen.notices, ...unknownAxes(results.runs, axes)];
  const empty = {
    values: [],
    panels: [],
    labels: null,
    looks: looksOf([], {}),
    runs: [],
    meant: [],
    outside: 0,
  };
  if (notices.some(({ severity }) => severity === 'error')) return { ...empty, notices };
  // What is not measured yet is told of all the same.
  const shown = figure.top === undefined ? chosen.meant : chosen.runs;
  const looks = looksOf(shown, figure);
  const panels = named(shown, figure.facet, figure.labels);
  const isNumeric = shown.every((run) => typeof labelAt(run, figure.axis) === 'number');
  const references = readReferences(figure.reference, isAxisOf(results.runs), notices);
  const all = figure.metrics.flatMap((metric) => {
    const pool = new Pool({ ...figure, metric }, notices);
    return panels.flatMap(({ name: panel, runs }) => [
      ...looks.series.flatMap((series) => {
        const line = runs.filter((run) => looks.lookOf(run).series === series);
        return valuesOf({ panel, metric, series }, line, figure, pool, isNumeric);
      }),
      ...references.flatMap(({ label: series, values, belongsTo }): LineDatum[] => {
        const y = values[metric];
        if (y === undefined || !runs.some(belongsTo)) return [];
        return [{ panel, metric, series, kind: 'reference', x: null, y }];
      }),
    ]);
  });
  const values = all.filter(
    ({ x, y }) =>
      (y === null || isInside(y, figure.y_range)) &&
      !(figure.x_scale === 'log' && typeof x === 'number' && x <= 0),
  );
  const outside = all.length - values.length;
  notices.push(...missing(all, outside, figure));
  return {
    values,
    panels: panels.map(({ name }) => name),
    labels: isNumeric ? null : named(shown, figure.axis, figure.labels).map(({ name }) => name),
    looks,
    runs: chosen.runs,
    meant: chosen.meant,
    outside,
    notices,
  };
}

type Place = Pick<LineDatum, 'panel' | 'metric' | 'series'>;

function valuesOf(
  place: Place,
  runs: readonly RunResult[],
  figure: LineFigure,
  pool: Pool,
  isNumeric: boolean,
): LineDatum[] {
  return named(runs, figure.axis, figure.labels).flatMap(({ name, runs: group }): LineDatum[] => {
    const x = isNumeric ? (labelAt(group[0]!, figure.axis) as number) : name;
    const { value, sd, state, seeds } = pool.of(group, figure.seeds === 'pooled');
    if (value === null) return [{ ...place, kind: state, x, y: null }];
    const percent = (share: number) => drawn(place.metric, share);
    const ends = sd === null ? {} : { low: percent(value - sd), high: percent(value + sd) };
    const each = figure.seeds === 'mean-and-points' && sd !== null ? seeds : [];
    return [
      { ...place, kind: 'value', x, y: percent(value), ...ends },
      ...each.map((one): LineDatum => ({ ...place, kind: 'seed', x, y: percent(one) })),
    ];
  });
}

function missing(values: readonly LineDatum[], outside: number, { name, metrics }: LineFigure): Notice[] {
  const listed = metrics.map((metric) => `\`${metric}\``).join(' or ');
  if (!values.some(({ kind }) => kind === 'value')) {
    const why = values.some(({ kind }) => kind === 'none')
      ? 'no model meets its rule'
      : `none of its runs has ${listed}`;
    return [error('nothingSelected', `${why}: \`${name}\` shows nothing`)];
  }
  const unmeasured = values.filter(({ kind }) => kind === 'unmeasured').length;
  const cut = `${count(outside, 'value')} of \`${name}\` outside its axes not shown`;
  return [
    ...(unmeasured > 0
      ? [warning('unmeasured', `${count(unmeasured, 'value')} of \`${name}\` not measured: its lines are broken there`)] // prettier-ignore
      : []),
    ...(outside > 0 ? [warning('outOfRange', cut)] : []),
  ];
}
