import { stringify } from 'csv-stringify/sync';
import type { Style } from '../../schema/generated/resolved.js';
import { definitionsText, disagreements } from '../caption.js';
import { axisText } from '../labels.js';
import { count } from '../notice.js';
import type { Results } from '../results/types.js';
import { barData, type BarData, type BarsFigure } from './bar-data.js';
import { columnsOf, framed, titleText, unfinishedText } from './frame.js';
import { allModels, lookChannels } from './looks.js';
import type { Drawn } from './picture.js';
import { poolText } from './pooled.js';
import { referenceLines } from './reference-layer.js';
import { columnName, metricAxis, metricTitle } from './scale.js';
import { defaultStyle } from './theme.js';

/** Bars or boxes over the labels of an axis, side by side for each series. */
export function bars(results: Results, figure: BarsFigure, style: Style = defaultStyle): Drawn {
  const data = barData(results, figure);
  if (data.notices.some(({ severity }) => severity === 'error'))
    return { picture: null, notices: data.notices };
  const notices = [
    ...data.notices,
    ...disagreements(data.runs, [figure.metric], figure.name, [figure.axis, figure.facet, figure.series]),
  ];
  const caption = captionOf(data, figure);
  const panel = { width: figure.width, height: figure.height, layer: layersOf(data, figure, style) };
  const spec = framed({ ...figure, ...data, labels: figure.labels, caption, style }, panel);
  return { picture: { spec, csv: csvOf(data, figure), caption }, notices };
}

function layersOf({ values, labels, looks, panels }: BarData, figure: BarsFigure, style: Style): object[] {
  const width = figure.width * columnsOf({ columns: figure.columns, panels });
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
  const { models } = lookChannels(looks, figure, { width, hasStart: false, style });
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

function captionOf({ runs, meant, values }: BarData, figure: BarsFigure): string {
  const spread = values.some(({ low }) => low !== undefined)
    ? '; bars: mean ± standard deviation of the seeds'
    : '';
  const none = values.some(({ kind }) => kind === 'none') ? ' "none": no model meets the rule.' : '';
  const unmeasured = values.some(({ kind }) => kind === 'unmeasured') ? ' "?": not measured yet.' : '';
  const what =
    figure.kind === 'box'
      ? `${count(values.filter(({ kind }) => kind === 'model').length, 'model')} of ${count(runs.length, 'run')}; boxes: quartiles; whiskers: 1.5 times their distance at most`
      : `${poolText(figure, figure.metric)} of ${count(runs.length, 'run')}${spread}`;
  return [
    ...titleText(figure.title),
    `${what}.${none}${unmeasured}`,
    ...unfinishedText(meant),
    ...definitionsText(runs, [figure.metric]),
  ].join('\n');
}

function csvOf({ values }: BarData, figure: BarsFigure): string {
  const y = columnName(figure.metric);
  const header = ['panel', 'series', figure.axis, 'kind', y, `${y}_low`, `${y}_high`];
  return stringify([header, ...values.map((v) => [v.panel, v.series, v.label, v.kind, v.y, v.low, v.high])]);
}
