import type { BarFigure, BoxFigure } from '../../schema/generated/resolved.js';
import { count, error, warning, type Notice } from '../notice.js';
import type { Results, RunResult } from '../results/types.js';
import { isAxisOf, selectRuns, unknownAxes } from '../select.js';
import { axesOf, named } from './groups.js';
import { looksOf, type Looks } from './looks.js';
import { Pool, withoutRule } from './pooled.js';
import { readReferences } from './reference.js';
import { drawn, isInside } from './scale.js';

/** One bar, one model of a box, or one seed of a bar; `none` and `unmeasured` bars have no value and say so. */
export interface BarDatum {
  readonly panel: string;
  readonly series: string;
  readonly label: string;
  readonly kind: 'value' | 'none' | 'unmeasured' | 'model' | 'seed' | 'reference';
  readonly y: number | null;
  readonly low?: number;
  readonly high?: number;
}

export type BarsFigure = BarFigure | BoxFigure;

export interface BarData {
  readonly values: readonly BarDatum[];
  readonly panels: readonly string[];
  /** Labels of the axis, in the order of the runs. */
  readonly labels: readonly string[];
  readonly looks: Looks;
  readonly runs: readonly RunResult[];
  /** Runs that will be shown once all is measured. */
  readonly meant: readonly RunResult[];
  readonly notices: readonly Notice[];
}

/** What bars or boxes show; nothing, and an error among the notices, where the selection is empty or wrong. */
export function barData(results: Results, figure: BarsFigure): BarData {
  const chosen = selectRuns(results, withoutRule(figure));
  const axes = [figure.axis, ...axesOf(figure.facet), ...axesOf(figure.series)];
  const notices: Notice[] = [...chosen.notices, ...unknownAxes(results.runs, axes)];
  if (notices.some(({ severity }) => severity === 'error'))
    return { values: [], panels: [], labels: [], looks: looksOf([], {}), runs: [], meant: [], notices };
  // Bars of runs that are not measured yet have a place all the same.
  const shown = figure.kind === 'bar' && figure.top === undefined ? chosen.meant : chosen.runs;
  const looks = looksOf(shown, figure);
  const panels = named(shown, figure.facet, figure.labels);
  const bars = panels.flatMap(({ name, runs }) => dataOf(name, runs, figure, looks, notices));
  const references = readReferences(figure.reference, isAxisOf(results.runs), notices);
  const lines = panels.flatMap(({ name: panel, runs }) =>
    references.flatMap(({ label, values, belongsTo }): BarDatum[] => {
      const y = values[figure.metric];
      if (y === undefined || !runs.some(belongsTo)) return [];
      return [{ panel, series: label, label: '', kind: 'reference', y }];
    }),
  );
  const all = [...bars, ...lines];
  const values = all.filter(({ y }) => y === null || isInside(y, figure.y_range));
  notices.push(...missing(bars, values.length < all.length, figure));
  return {
    values,
    panels: panels.map(({ name }) => name),
    labels: named(shown, figure.axis, figure.labels).map(({ name }) => name),
    looks,
    runs: chosen.runs,
    meant: chosen.meant,
    notices,
  };
}

function dataOf(
  panel: string,
  runs: readonly RunResult[],
  figure: BarsFigure,
  looks: Looks,
  notices: Notice[],
): BarDatum[] {
  const pool = new Pool(figure, notices);
  return looks.series.flatMap((series) => {
    const inSeries = runs.filter((run) => looks.lookOf(run).series === series);
    return named(inSeries, figure.axis, figure.labels).flatMap(({ name: label, runs: group }): BarDatum[] => {
      const base = { panel, series, label };
      if (figure.kind === 'box')
        return pool.values(group).map((y) => ({ ...base, kind: 'model', y: drawn(figure.metric, y) }));
      const { value, sd, state, seeds } = pool.of(group, figure.seeds === 'pooled');
      if (value === null) return [{ ...base, kind: state, y: null }];
      const y = drawn(figure.metric, value);
      const ends =
        sd === null ? {} : { low: drawn(figure.metric, value - sd), high: drawn(figure.metric, value + sd) };
      const each = seeds.map((one): BarDatum => ({ ...base, kind: 'seed', y: drawn(figure.metric, one) }));
      return [
        { ...base, kind: 'value', y, ...ends },
        ...(figure.seeds === 'mean-and-points' && sd !== null ? each : []),
      ];
    });
  });
}

function missing(values: readonly BarDatum[], isCut: boolean, { name, metric }: BarsFigure): Notice[] {
  const shown = values.filter(({ y }) => y !== null).length;
  if (shown === 0) {
    const why = values.some(({ kind }) => kind === 'none')
      ? 'no model meets its rule'
      : `no run has \`${metric}\``;
    return [error('nothingSelected', `${why}: \`${name}\` shows nothing`)];
  }
  const unmeasured = values.filter(({ kind }) => kind === 'unmeasured').length;
  return [
    ...(unmeasured > 0
      ? [
          warning(
            'unmeasured',
            `${count(unmeasured, 'bar')} of \`${name}\` without \`${metric}\`: marked as not measured`,
          ),
        ]
      : []),
    ...(isCut
      ? [warning('outOfRange', `some values of \`${name}\` lie outside its axis: they are not shown`)]
      : []),
  ];
}
