import { stringify } from 'csv-stringify/sync';
import type { TopLevelSpec } from 'vega-lite';
import type { ScatterFigure, Style } from '../../schema/generated/resolved.js';
import { definitionsText, disagreements, metricName } from '../caption.js';
import { count, error, type Notice } from '../notice.js';
import type { Results } from '../results/types.js';
import { columnsOf, framed, titleText, unfinishedText } from './frame.js';
import { lookChannels } from './looks.js';
import type { Drawn } from './picture.js';
import { referenceLayers } from './reference-layer.js';
import { columnName, metricAxis, metricTitle, unitOf } from './scale.js';
import { scatterData, type ScatterData } from './scatter-data.js';
import { defaultStyle } from './theme.js';

/** Every evaluated model as a point, ASR against accuracy; the model before cleaning as a star; a panel a facet value. */
export function scatter(results: Results, figure: ScatterFigure, style: Style = defaultStyle): Drawn {
  const data = scatterData(results, figure);
  if (data.notices.some(({ severity }) => severity === 'error') || data.values.length === 0)
    return { picture: null, notices: withReason(data, figure) };
  const notices = [
    ...data.notices,
    ...disagreements(data.runs, [figure.x, figure.y], figure.name, [
      figure.facet,
      figure.series,
      figure.color,
      figure.shape,
    ]),
  ];
  const caption = captionOf(data, figure);
  return {
    picture: { spec: specOf(data, figure, caption, style), csv: csvOf(data, figure), caption },
    notices,
  };
}

function withReason({ notices, outside }: ScatterData, { name, x, y }: ScatterFigure): Notice[] {
  if (notices.some(({ severity }) => severity === 'error')) return [...notices];
  const why =
    outside > 0
      ? `all ${outside} symbols lie outside its axes`
      : `no evaluation has both \`${x}\` and \`${y}\``;
  return [...notices, error('nothingSelected', `${why}: \`${name}\` shows nothing`)];
}

function specOf(data: ScatterData, figure: ScatterFigure, caption: string, style: Style): TopLevelSpec {
  const { width, height } = figure;
  const panel = { width, height, layer: layersOf(data, figure, style) };
  return framed({ ...figure, ...data, caption, style }, panel);
}

function layersOf(data: ScatterData, figure: ScatterFigure, style: Style): object[] {
  const has = (kind: string) => data.values.some((value) => value.kind === kind);
  const width = figure.width * columnsOf({ columns: figure.columns, panels: data.panels });
  const looks = lookChannels(data.looks, figure, { width, hasStart: has('start'), style });
  const position = { x: axisOf('x', figure), y: axisOf('y', figure) };
  const layer = (kind: string, mark: object, channels: object) => ({
    transform: [{ filter: { field: 'kind', equal: kind } }],
    mark: { type: 'point', filled: true, ...mark },
    encoding: { ...position, ...channels, tooltip: tooltips(figure) },
  });
  const faint = figure.seeds === 'mean-and-points' ? 0.35 : 1;
  return [
    ...(figure.seeds === 'mean' && !has('point')
      ? []
      : [layer('point', { size: style.point_size, opacity: style.opacity * faint }, looks.models)]),
    ...(has('mean')
      ? [
          ...errorBars(position, looks.models),
          layer('mean', { size: 2 * style.point_size, opacity: 1 }, looks.models),
        ]
      : []),
    ...(has('reference') ? referenceLayers(position) : []),
    ...(has('start')
      ? [layer('start', { size: style.star_size, opacity: 1, stroke: 'black', strokeWidth: 1 }, looks.start)]
      : []),
  ];
}

/** One standard deviation to each side of a mean, along both axes. */
function errorBars(position: { x: object; y: object }, looks: { color: object }): object[] {
  return (['x', 'y'] as const).map((along) => ({
    transform: [
      { filter: `datum.kind === 'mean' && isValid(datum.${along}_sd)` },
      { calculate: `datum.${along} - datum.${along}_sd`, as: 'from' },
      { calculate: `datum.${along} + datum.${along}_sd`, as: 'to' },
    ],
    mark: { type: 'rule', strokeWidth: 1 },
    encoding: {
      ...position,
      [along]: { ...position[along], field: 'from' },
      [`${along}2`]: { field: 'to' },
      color: looks.color,
    },
  }));
}

function axisOf(field: 'x' | 'y', figure: ScatterFigure): object {
  const metric = figure[field];
  const range = figure[`${field}_range`];
  return { field, type: 'quantitative', title: metricTitle(metric), ...metricAxis(metric, { range }) };
}

function tooltips({ x, y }: ScatterFigure): object[] {
  return [
    { field: 'run', title: 'run' },
    { field: 'epoch', title: 'epoch' },
    { field: 'x', title: `${metricName(x)} ${unitOf(x)}`.trim() },
    { field: 'y', title: `${metricName(y)} ${unitOf(y)}`.trim() },
  ];
}

function captionOf(data: ScatterData, figure: ScatterFigure): string {
  const of = (kind: string) => data.values.filter((value) => value.kind === kind).length;
  const best = figure.rule ?? `${metricName(figure.x)} ≤ ${figure.asr_limit} %`;
  const rule = {
    all: 'every evaluation',
    'epoch-ends': 'every end of an epoch',
    last: 'the last epoch of each run',
    best: `the best model of each run with ${best}`,
  }[figure.points];
  const seeds = new Set(data.runs.map(({ axes }) => axes.seed ?? null)).size;
  const pooled = figure.seeds === 'pooled' && seeds > 1 ? ` of ${seeds} seeds, pooled` : '';
  const means = of('mean') > 0 ? `; bars: mean ± standard deviation of ${seeds} seeds` : '';
  const stars = of('start') > 0 ? '; star: the model before cleaning' : '';
  const outside = data.outside > 0 ? [`${count(data.outside, 'symbol')} outside the axes not shown.`] : [];
  return [
    ...titleText(figure.title),
    `${count(of('point') || of('mean'), 'model')} of ${count(data.runs.length, 'run')}${pooled} (${rule})${means}${stars}.`,
    ...outside,
    ...unfinishedText(data.meant),
    ...definitionsText(data.runs, [figure.y, figure.x]),
  ].join('\n');
}

function csvOf(data: ScatterData, figure: ScatterFigure): string {
  const hasBars = data.values.some(({ x_sd }) => x_sd !== undefined);
  const [x, y] = [columnName(figure.x), columnName(figure.y)];
  const header = [
    'panel',
    'series',
    'kind',
    x,
    y,
    'epoch',
    'run',
    ...(hasBars ? [`${x}_sd`, `${y}_sd`] : []),
  ];
  const lines = data.values.map((value) => [
    value.panel,
    value.series,
    value.kind,
    value.x,
    value.y,
    value.epoch,
    value.run,
    ...(hasBars ? [value.x_sd, value.y_sd] : []),
  ]);
  return stringify([header, ...lines]);
}
