import { stringify } from 'csv-stringify/sync';
import type { LineFigure, Style } from '../../schema/generated/resolved.js';
import { definitionsText, disagreements } from '../caption.js';
import { axisText } from '../labels.js';
import { count } from '../notice.js';
import type { Results } from '../results/types.js';
import { titleText, unfinishedText } from './frame.js';
import { lineData, type LineData } from './line-data.js';
import { lookChannels } from './looks.js';
import { metricPanels } from './metric-panels.js';
import type { Drawn } from './picture.js';
import { poolText } from './pooled.js';
import { referenceLines } from './reference-layer.js';
import { metricAxis, metricTitle } from './scale.js';
import { defaultStyle } from './theme.js';

/** Metrics over the values of an axis: a line for each series, a panel for each metric and facet value. */
export function line(results: Results, figure: LineFigure, style: Style = defaultStyle): Drawn {
  const data = lineData(results, figure);
  if (data.notices.some(({ severity }) => severity === 'error'))
    return { picture: null, notices: data.notices };
  const notices = [
    ...data.notices,
    ...disagreements(data.runs, figure.metrics, figure.name, [figure.axis, figure.facet, figure.series]),
  ];
  const caption = captionOf(data, figure);
  const metrics = figure.metrics.filter((metric) => data.values.some((value) => value.metric === metric));
  const { panels, values, meant } = data;
  const spec = metricPanels(
    { ...figure, panels, metrics, values, caption, meant, style },
    (metric, columns) => layersOf(data, metric, figure, style, columns),
  );
  return { picture: { spec, csv: csvOf(data, figure), caption }, notices };
}

function layersOf(
  data: LineData,
  metric: string,
  figure: LineFigure,
  style: Style,
  columns: number,
): object[] {
  const { models } = lookChannels(data.looks, figure, {
    width: figure.width * columns,
    hasStart: false,
    style,
  });
  const has = (kind: string) => data.values.some((value) => value.kind === kind && value.metric === metric);
  const x = xOf(data, figure);
  const y = {
    field: 'y',
    type: 'quantitative',
    title: metricTitle(metric),
    ...metricAxis(metric, { range: figure.y_range }),
  };
  const of = (...kinds: string[]) => [{ filter: { field: 'kind', oneOf: kinds } }];
  const tooltip = [
    { field: 'series' },
    { field: 'x', title: axisText(figure.axis, figure.labels) },
    { field: 'y', title: metricTitle(metric) },
  ];
  const point = { type: 'point', filled: true, opacity: 1 };
  return [
    ...(data.values.some(({ low }) => low !== undefined)
      ? [
          {
            transform: of('value', 'none', 'unmeasured'),
            mark: { type: 'area', opacity: 0.2, invalid: 'break-paths-filter-domains' },
            encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' }, color: models.color },
          },
        ]
      : []),
    {
      transform: of('value', 'none', 'unmeasured'),
      mark: { type: 'line', strokeWidth: style.line_width, invalid: 'break-paths-filter-domains' },
      encoding: { x, y, color: models.color },
    },
    {
      transform: of('value'),
      mark: { ...point, size: style.point_size * 0.8 },
      encoding: { x, y, ...models, tooltip },
    },
    ...(has('seed')
      ? [
          {
            transform: of('seed'),
            mark: { ...point, size: style.point_size * 0.3, opacity: 0.6 },
            encoding: { x, y, ...models },
          },
        ]
      : []),
    ...(has('reference') ? referenceLines(y) : []),
  ];
}

/** Ticks stand at the values that there are. */
function xOf({ values, labels }: LineData, figure: LineFigure): object {
  const title = axisText(figure.axis, figure.labels);
  if (labels !== null)
    return { field: 'x', type: 'ordinal', sort: [...labels], title, axis: { labelAngle: 0, grid: false } };
  const ticks = [...new Set(values.flatMap(({ x }) => (typeof x === 'number' ? [x] : [])))];
  return {
    field: 'x',
    type: 'quantitative',
    title,
    scale: { type: figure.x_scale, zero: false, nice: false, padding: 12 },
    axis: { values: ticks.sort((a, b) => a - b), format: '~g', labelOverlap: true, grid: false },
  };
}

function captionOf({ runs, meant, values, outside }: LineData, figure: LineFigure): string {
  const banded = values.some(({ low }) => low !== undefined)
    ? '; bands: mean ± standard deviation of the seeds'
    : '';
  const [first = '', ...others] = figure.metrics;
  const none = values.filter(({ kind }) => kind === 'none').length;
  return [
    ...titleText(figure.title),
    `${poolText(figure, first, ...others)} of ${count(runs.length, 'run')}${banded}.${none > 0 ? ' Lines are broken where no model meets the rule.' : ''}`,
    ...(outside > 0 ? [`${count(outside, 'value')} outside the axes not shown.`] : []),
    ...unfinishedText(meant),
    ...definitionsText(runs, figure.metrics),
  ].join('\n');
}

function csvOf({ values }: LineData, figure: LineFigure): string {
  const header = ['panel', 'metric', 'series', 'kind', figure.axis, 'value', 'low', 'high'];
  return stringify([
    header,
    ...values.map((v) => [v.panel, v.metric, v.series, v.kind, v.x, v.y, v.low, v.high]),
  ]);
}
