import { stringify } from 'csv-stringify/sync';
import type { TopLevelSpec } from 'vega-lite';
import type { CurveFigure, Style } from '../../schema/generated/resolved.js';
import { definitionsText, disagreements } from '../caption.js';
import { count, error } from '../notice.js';
import type { Results } from '../results/types.js';
import { curveData, type CurveData } from './curve-data.js';
import { titleText, unfinishedText } from './frame.js';
import { lookChannels } from './looks.js';
import { metricPanels } from './metric-panels.js';
import type { Drawn } from './picture.js';
import { referenceLines } from './reference-layer.js';
import { metricAxis, metricTitle } from './scale.js';
import { defaultStyle } from './theme.js';

/** Metrics over epochs or steps: a line for each series, a panel for each metric and facet value. */
export function curve(results: Results, figure: CurveFigure, style: Style = defaultStyle): Drawn {
  const data = curveData(results, figure);
  const notices = [...data.notices];
  if (
    !data.values.some(({ kind }) => kind !== 'reference') &&
    notices.every(({ severity }) => severity !== 'error')
  )
    notices.push(
      error(
        'nothingSelected',
        `none of its runs has ${figure.metrics.map((m) => `\`${m}\``).join(' or ')}: \`${figure.name}\` shows nothing`,
      ),
    );
  if (notices.some(({ severity }) => severity === 'error')) return { picture: null, notices };
  notices.push(
    ...disagreements(data.runs, figure.metrics, figure.name, [
      figure.facet,
      figure.series,
      figure.color,
      figure.shape,
    ]),
  );
  const caption = captionOf(data, figure);
  return { picture: { spec: specOf(data, figure, caption, style), csv: csvOf(data), caption }, notices };
}

function specOf(data: CurveData, figure: CurveFigure, caption: string, style: Style): TopLevelSpec {
  const metrics = figure.metrics.filter((metric) => data.values.some((value) => value.metric === metric));
  const { panels, values, meant } = data;
  return metricPanels({ ...figure, panels, metrics, values, caption, meant, style }, (metric, columns) =>
    layersOf(data, metric, figure, style, columns),
  );
}

function layersOf(
  data: CurveData,
  metric: string,
  figure: CurveFigure,
  style: Style,
  columns: number,
): object[] {
  const has = (kind: string) => data.values.some((value) => value.kind === kind && value.metric === metric);
  const hasStart = data.values.some(({ kind }) => kind === 'start');
  const looks = lookChannels(data.looks, figure, { width: figure.width * columns, hasStart, style });
  const x = {
    field: 'x',
    type: 'quantitative',
    title: `${figure.x} of ${figure.stage === 'clean' ? 'cleaning' : 'pre-training'}`,
    scale:
      figure.x_range === undefined
        ? { zero: false, nice: false, padding: 8 }
        : { domain: [...figure.x_range], nice: false },
    axis: { tickCount: 6, ...(figure.x === 'epoch' ? { tickMinStep: 1 } : {}) },
  };
  const y = {
    field: 'y',
    type: 'quantitative',
    title: metricTitle(metric),
    ...metricAxis(metric, { range: figure.y_range, scale: figure.y_scale }),
  };
  const of = (kinds: readonly string[]) => [{ filter: { field: 'kind', oneOf: kinds } }];
  const faint = figure.seeds === 'mean-and-points' ? 0.4 : 1;
  const line = (kind: string, opacity: number) => [
    {
      transform: of([kind]),
      mark: { type: 'line', strokeWidth: style.line_width, opacity, invalid: 'break-paths-filter-domains' },
      encoding: { x, y, color: looks.models.color, detail: { field: 'run' } },
    },
    ...(isDense(data, metric)
      ? []
      : [
          {
            transform: of([kind]),
            mark: {
              type: 'point',
              filled: true,
              size: style.point_size * (opacity < 1 ? 0.4 : 0.8),
              opacity,
            },
            encoding: {
              x,
              y,
              ...looks.models,
              tooltip: [
                { field: 'run' },
                { field: 'x', title: figure.x },
                { field: 'y', title: metricTitle(metric) },
              ],
            },
          },
        ]),
  ];
  return [
    ...(data.values.some(({ low }) => low !== undefined)
      ? [
          {
            transform: of(['mean']),
            mark: { type: 'area', opacity: 0.2, invalid: 'break-paths-filter-domains' },
            encoding: {
              x,
              y: { ...y, field: 'low' },
              y2: { field: 'high' },
              color: looks.models.color,
              detail: { field: 'run' },
            },
          },
        ]
      : []),
    ...(has('run') ? line('run', faint) : []),
    ...(has('mean') ? line('mean', 1) : []),
    ...(has('reference') ? referenceLines(y) : []),
    ...(has('start')
      ? [
          {
            transform: of(['start']),
            mark: {
              type: 'point',
              filled: true,
              size: style.star_size,
              opacity: 1,
              stroke: 'black',
              strokeWidth: 1,
            },
            encoding: { x, y, ...looks.start },
          },
        ]
      : []),
  ];
}

/** Symbols on a line of so many points would hide it. */
function isDense({ values }: CurveData, metric: string): boolean {
  const points = values.filter((value) => value.metric === metric && ['run', 'mean'].includes(value.kind));
  return points.length > 80 * new Set(points.map(({ run }) => run)).size;
}

function captionOf(data: CurveData, figure: CurveFigure): string {
  const banded = data.values.some(({ low }) => low !== undefined);
  const what =
    figure.stage === 'clean' ? count(data.runs.length, 'cleaning') : count(data.runs.length, 'pre-training');
  const star = data.values.some(({ kind }) => kind === 'start')
    ? `; star: the model ${figure.stage === 'clean' ? 'before cleaning' : 'that is cleaned'}`
    : '';
  const outside = data.outside > 0 ? [`${count(data.outside, 'value')} outside the axes not shown.`] : [];
  return [
    ...titleText(figure.title),
    `${what} over ${figure.x === 'epoch' ? 'epochs' : 'steps'}${banded ? '; bands: mean ± standard deviation of the seeds' : ''}${star}.`,
    ...outside,
    ...unfinishedText(data.meant),
    ...definitionsText(data.runs, figure.metrics),
  ].join('\n');
}

function csvOf({ values }: CurveData): string {
  const header = ['panel', 'metric', 'series', 'kind', 'run', 'x', 'y', 'low', 'high'];
  return stringify([
    header,
    ...values.map((v) => [v.panel, v.metric, v.series, v.kind, v.run, v.x, v.y, v.low, v.high]),
  ]);
}
