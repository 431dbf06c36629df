import { stringify } from 'csv-stringify/sync';
import type { TopLevelSpec } from 'vega-lite';
import type { ScatterFigure } from '../../schema/generated/resolved.js';
import { definitionsText, disagreements, metricName } from '../caption.js';
import { axisText } from '../labels.js';
import { count, error, type Notice } from '../notice.js';
import type { Results, RunResult } from '../results/types.js';
import { markOf, star, startColor } from './palette.js';
import type { Drawn } from './picture.js';
import { scatterData, type ScatterData } from './scatter-data.js';
import { theme } from './theme.js';

/** Every evaluated model as a point, ASR against accuracy; the model before cleaning as a star; a panel a facet value. */
export function scatter(results: Results, figure: ScatterFigure): Drawn {
  const data = scatterData(results, figure);
  if (data.values.length === 0) return { picture: null, notices: withReason(data, figure) };
  const notices = [...data.notices, ...disagreements(data.runs, [figure.x, figure.y], figure.name)];
  const caption = captionOf(data, figure);
  return { picture: { spec: specOf(data, figure, caption), csv: csvOf(data, figure), caption }, notices };
}

function withReason({ notices }: ScatterData, { name, x, y }: ScatterFigure): Notice[] {
  if (notices.some(({ severity }) => severity === 'error')) return [...notices];
  return [
    ...notices,
    error('nothingSelected', `no evaluation has both \`${x}\` and \`${y}\`: \`${name}\` shows nothing`),
  ];
}

function specOf(data: ScatterData, figure: ScatterFigure, caption: string): TopLevelSpec {
  const panel = { width: figure.width, height: figure.height, layer: layersOf(data, figure) };
  const common = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: caption,
    ...titleOf(figure.title, unfinishedText(data.meant)),
    data: { name: 'models', values: data.values.map((value) => ({ ...value })) },
    config: theme,
  };
  if (figure.facet === undefined) return { ...common, ...panel } as TopLevelSpec;
  return {
    ...common,
    facet: {
      field: 'panel',
      type: 'nominal',
      sort: [...data.panels],
      header: { title: axisText(figure.facet, figure.labels) },
    },
    columns: figure.columns ?? Math.min(4, data.panels.length),
    spec: panel,
  } as TopLevelSpec;
}

function titleOf(text: string | undefined, subtitle: string[]): object {
  if (text === undefined && subtitle.length === 0) return {};
  return { title: { text: text ?? '', ...(subtitle.length > 0 ? { subtitle } : {}) } };
}

function layersOf(data: ScatterData, figure: ScatterFigure): object[] {
  const hasStart = data.values.some(({ kind }) => kind === 'start');
  const startName = startNameFor(data.series);
  const marks = data.series.map((_, i) => markOf(i));
  const domain = [...data.series, ...(hasStart ? [startName] : [])];
  const legend = {
    title: figure.series === undefined ? null : axisText(figure.series, figure.labels),
    orient: 'bottom',
    direction: 'horizontal',
    symbolStrokeWidth: 0,
    columns: legendColumns(domain, figure, data.panels.length),
  };
  const position = { x: axisOf('x', figure.x), y: axisOf('y', figure.y) };
  const look = (series: object) => ({
    color: { ...series, legend, scale: { domain, range: [...marks.map(({ color }) => color), startColor] } },
    shape: { ...series, legend, scale: { domain, range: [...marks.map(({ shape }) => shape), star] } },
  });
  const layer = (kind: string, mark: object, series: object) => ({
    transform: [{ filter: { field: 'kind', equal: kind } }],
    mark: { type: 'point', filled: true, ...mark },
    encoding: { ...position, ...look(series), tooltip: tooltips(figure) },
  });
  return [
    layer('point', { size: 42, opacity: 0.65 }, { field: 'series', type: 'nominal' }),
    ...(hasStart
      ? [
          layer(
            'start',
            { size: 420, opacity: 1, stroke: 'black', strokeWidth: 1 },
            { datum: startName, type: 'nominal' },
          ),
        ]
      : []),
  ];
}

/** The legend's name for the star: one that no series has. */
function startNameFor(series: readonly string[]): string {
  return (
    ['start model', 'model before cleaning'].find((name) => !series.includes(name)) ?? 'start model (star)'
  );
}

/** As many entries in a line as fit under the panels; Vega aligns them in columns. */
function legendColumns(names: readonly string[], figure: ScatterFigure, panels: number): number {
  const room = figure.width * Math.min(panels, figure.columns ?? 4);
  const widths = names.map((name) => name.length * 6.5 + 35);
  const fits = (columns: number) => {
    const widest = Array.from({ length: columns }, (_, c) =>
      Math.max(...widths.filter((_w, i) => i % columns === c)),
    );
    return widest.reduce((sum, width) => sum + width, 0) <= room;
  };
  for (let columns = names.length; columns > 1; columns--) if (fits(columns)) return columns;
  return 1;
}

/** ASR is shown from 0 to 100 % so that figures can be compared; accuracy is cut to what there is. */
function axisOf(field: 'x' | 'y', metric: string): object {
  const whole = metric.startsWith('asr.');
  return {
    field,
    type: 'quantitative',
    title: `${axisTitle(metric)} (%)`,
    scale: whole ? { domain: [-3, 103], nice: false } : { zero: false, nice: false, padding: 12 },
    axis: whole ? { values: [0, 20, 40, 60, 80, 100] } : { tickCount: 6 },
  };
}

function axisTitle(metric: string): string {
  const k = metric.split('.top')[1] ?? '1';
  if (metric.startsWith('accuracy.')) return `zero-shot top-${k} accuracy`;
  return metric.startsWith('asr.') ? `attack success rate${k === '1' ? '' : `, top-${k}`}` : metric;
}

function tooltips({ x, y }: ScatterFigure): object[] {
  return [
    { field: 'run', title: 'run' },
    { field: 'epoch', title: 'epoch' },
    { field: 'x', title: `${metricName(x)} %` },
    { field: 'y', title: `${metricName(y)} %` },
  ];
}

function captionOf(data: ScatterData, figure: ScatterFigure): string {
  const points = data.values.filter(({ kind }) => kind === 'point').length;
  const rule = {
    all: 'every evaluation',
    'epoch-ends': 'every end of an epoch',
    last: 'the last epoch of each run',
    best: `the best model of each run with ${metricName(figure.x)} ≤ ${figure.asr_limit} %`,
  }[figure.points];
  const seeds = new Set(data.runs.map(({ axes }) => axes.seed ?? null)).size;
  const pooled = seeds > 1 ? ` of ${seeds} seeds, pooled` : '';
  const stars = data.values.length > points ? '; star: the model before cleaning' : '';
  return [
    ...(figure.title === undefined ? [] : [`${figure.title.replace(/\.$/, '')}.`]),
    `${count(points, 'model')} of ${count(data.runs.length, 'run')}${pooled} (${rule})${stars}.`,
    ...unfinishedText(data.meant),
    ...definitionsText(data.runs, [figure.y, figure.x]),
  ].join('\n');
}

/** Said in the picture itself: an unfinished figure must not pass for a finished one. */
function unfinishedText(runs: readonly RunResult[]): string[] {
  const n = runs.filter(({ state }) => state !== 'done').length;
  return n === 0 ? [] : [`Preliminary: ${n} of ${count(runs.length, 'run')} unfinished.`];
}

function csvOf(data: ScatterData, figure: ScatterFigure): string {
  const header = ['panel', 'series', 'kind', `${figure.x}_percent`, `${figure.y}_percent`, 'epoch', 'run'];
  const lines = data.values.map(({ panel, series, kind, x, y, epoch, run }) => [
    panel,
    series,
    kind,
    x,
    y,
    epoch,
    run,
  ]);
  return stringify([header, ...lines]);
}
