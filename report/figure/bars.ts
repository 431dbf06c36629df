import { stringify } from 'csv-stringify/sync';
import type { BarFigure, BoxFigure, Style } from '../../schema/generated/resolved.js';
import { definitionsText, disagreements } from '../caption.js';
import { axisText } from '../labels.js';
import { count, error, warning, type Notice } from '../notice.js';
import type { Results, RunResult } from '../results/types.js';
import { isAxisOf, selectRuns, unknownAxes } from '../select.js';
import { columnsOf, framed, titleText, unfinishedText } from './frame.js';
import { axesOf, named } from './groups.js';
import { allModels, lookChannels, looksOf, type Looks } from './looks.js';
import type { Drawn } from './picture.js';
import { Pool, poolText, withoutRule } from './pooled.js';
import { referenceLines } from './reference-layer.js';
import { readReferences } from './reference.js';
import { columnName, drawn, isInside, metricAxis, metricTitle } from './scale.js';
import { defaultStyle } from './theme.js';

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

type Figure = BarFigure | BoxFigure;

/** Bars or boxes over the labels of an axis, side by side for each series. */
export function bars(results: Results, figure: Figure, style: Style = defaultStyle): Drawn {
  const chosen = selectRuns(results, withoutRule(figure));
  const axes = [figure.axis, ...axesOf(figure.facet), ...axesOf(figure.series)];
  const notices: Notice[] = [...chosen.notices, ...unknownAxes(results.runs, axes)];
  if (hasError(notices)) return { picture: null, notices };
  // Bars of runs that are not measured yet have a place all the same.
  const shown = figure.kind === 'bar' && figure.top === undefined ? chosen.meant : chosen.runs;
  const looks = looksOf(shown, figure);
  const panels = named(shown, figure.facet, figure.labels);
  const values = panels.flatMap(({ name, runs }) => dataOf(name, runs, figure, looks, notices));
  const references = readReferences(figure.reference, isAxisOf(results.runs), notices);
  const lines = panels.flatMap(({ name: panel, runs }) =>
    references.flatMap(({ label, values: given, belongsTo }): BarDatum[] => {
      const y = given[figure.metric];
      if (y === undefined || !runs.some(belongsTo)) return [];
      return [{ panel, series: label, label: '', kind: 'reference', y }];
    }),
  );
  const all = [...values, ...lines].filter(({ y }) => y === null || isInside(y, figure.y_range));
  notices.push(...missing(values, all.length < values.length + lines.length, figure));
  if (hasError(notices)) return { picture: null, notices };
  notices.push(...disagreements(chosen.runs, [figure.metric], figure.name));
  const labels = named(shown, figure.axis, figure.labels).map(({ name }) => name);
  const caption = captionOf(chosen.runs, chosen.meant, values, figure);
  const frame = {
    ...figure,
    panels: panels.map(({ name }) => name),
    values: all,
    caption,
    meant: chosen.meant,
    style,
  };
  const columns = columnsOf(frame);
  const panel = {
    width: figure.width,
    height: figure.height,
    layer: layersOf(all, labels, looks, figure, style, columns),
  };
  return { picture: { spec: framed(frame, panel), csv: csvOf(all, figure), caption }, notices };
}

const hasError = (notices: readonly Notice[]) => notices.some(({ severity }) => severity === 'error');

function dataOf(
  panel: string,
  runs: readonly RunResult[],
  figure: Figure,
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

function missing(values: readonly BarDatum[], isCut: boolean, { name, metric }: Figure): Notice[] {
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

function layersOf(
  values: readonly BarDatum[],
  labels: readonly string[],
  looks: Looks,
  figure: Figure,
  style: Style,
  columns: number,
): object[] {
  const several = looks.series.length > 1;
  const x = {
    field: 'label',
    type: 'nominal',
    sort: [...labels],
    title: axisText(figure.axis, figure.labels),
    axis: { labelAngle: labels.some((label) => label.length > 8) ? -35 : 0, grid: false },
  };
  const y = {
    field: 'y',
    type: 'quantitative',
    title: metricTitle(figure.metric),
    ...metricAxis(figure.metric, { range: figure.y_range, zero: figure.kind === 'bar' }),
  };
  const offset = several ? { xOffset: { field: 'series', sort: [...looks.series] } } : {};
  const { models } = lookChannels(looks, figure, { width: figure.width * columns, hasStart: false, style });
  const legend = looks.series[0] === allModels ? null : { ...models.color.legend, symbolType: 'square' };
  const color = { ...models.color, legend };
  const of = (kind: string) => [{ filter: { field: 'kind', equal: kind } }];
  const references = values.some(({ kind }) => kind === 'reference') ? referenceLines(y) : [];
  if (figure.kind === 'box')
    return [
      {
        transform: of('model'),
        mark: { type: 'boxplot', extent: 1.5, median: { color: 'white' } },
        encoding: { x, ...offset, y, color },
      },
      ...references,
    ];
  const wordless = { text: { value: '' } };
  return [
    {
      transform: of('value'),
      mark: { type: 'bar', stroke: '#222222', strokeWidth: 0.7 },
      encoding: { x, ...offset, y, color },
    },
    {
      transform: [{ filter: "datum.kind === 'value' && isValid(datum.low)" }],
      mark: { type: 'rule', strokeWidth: 1.3, color: '#222222' },
      encoding: { x, ...offset, y: { ...y, field: 'low' }, y2: { field: 'high' } },
    },
    {
      transform: of('seed'),
      mark: {
        type: 'point',
        filled: true,
        color: 'white',
        stroke: 'black',
        strokeWidth: 1,
        size: 24,
        opacity: 1,
      },
      encoding: { x, ...offset, y },
    },
    ...(['none', 'unmeasured'] as const).map((kind) => ({
      transform: of(kind),
      mark: {
        type: 'text',
        baseline: 'bottom',
        dy: -2,
        angle: 0,
        fontSize: style.font_size - 2,
        color: '#555555',
      },
      encoding: {
        x,
        ...offset,
        y: { value: figure.height },
        ...wordless,
        text: { value: kind === 'none' ? 'none' : '?' },
      },
    })),
    ...references,
  ];
}

function captionOf(
  runs: readonly RunResult[],
  meant: readonly RunResult[],
  values: readonly BarDatum[],
  figure: Figure,
): string {
  const spread = values.some(({ low }) => low !== undefined)
    ? '; bars: mean ± standard deviation of the seeds'
    : '';
  const none = values.some(({ kind }) => kind === 'none') ? ' "none": no model meets the rule.' : '';
  const unmeasured = values.some(({ kind }) => kind === 'unmeasured') ? ' "?": not measured yet.' : '';
  const what =
    figure.kind === 'box'
      ? `${count(values.length, 'model')} of ${count(runs.length, 'run')}; boxes: quartiles; whiskers: 1.5 times their distance at most`
      : `${poolText(figure)} of ${count(runs.length, 'run')}${spread}`;
  return [
    ...titleText(figure.title),
    `${what}.${none}${unmeasured}`,
    ...unfinishedText(meant),
    ...definitionsText(runs, [figure.metric]),
  ].join('\n');
}

function csvOf(values: readonly BarDatum[], figure: Figure): string {
  const y = columnName(figure.metric);
  const header = ['panel', 'series', figure.axis, 'kind', y, `${y}_low`, `${y}_high`];
  return stringify([header, ...values.map((v) => [v.panel, v.series, v.label, v.kind, v.y, v.low, v.high])]);
}
