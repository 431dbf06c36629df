import { stringify } from 'csv-stringify/sync';
import type { TopLevelSpec } from 'vega-lite';
import type { EmbeddingFigure, Style } from '../../schema/generated/resolved.js';
import { triggerText } from '../caption.js';
import { count } from '../notice.js';
import type { Results } from '../results/types.js';
import { embeddingData, type EmbeddedKind, type EmbeddingData } from './embedding-data.js';
import { columnsOf, framed, titleText, unfinishedText } from './frame.js';
import { legendColumns } from './looks.js';
import { markOf } from './palette.js';
import type { Drawn } from './picture.js';
import { defaultStyle } from './theme.js';

const kindNames: Readonly<Record<EmbeddedKind, string>> = {
  clean: 'clean pictures',
  triggered: 'triggered pictures',
  captions: 'captions',
  classes: 'prompts of classes',
  target: 'prompts of the target',
};
const otherClasses = 'other classes';

/** Embeddings of pictures and texts in two dimensions, a panel for each model. */
export function embedding(results: Results, figure: EmbeddingFigure, style: Style = defaultStyle): Drawn {
  const data = embeddingData(results, figure);
  if (data.values.length === 0) return { picture: null, notices: data.notices };
  const caption = captionOf(data, figure);
  return {
    picture: { spec: specOf(data, figure, caption, style), csv: csvOf(data), caption },
    notices: data.notices,
  };
}

function specOf(data: EmbeddingData, figure: EmbeddingFigure, caption: string, style: Style): TopLevelSpec {
  const { width, height, show } = figure;
  const values = data.values.map((value) => ({
    ...value,
    what: kindNames[value.kind],
    class_shown: figure.color_classes?.includes(value.class) === true ? value.class : otherClasses,
  }));
  const name = figure.method === 'pca' ? 'principal component' : 't-SNE';
  const axis = (field: 'x' | 'y', number: number) => ({
    field,
    type: 'quantitative',
    title: `${name} ${number}`,
    scale: { zero: false, padding: 8 },
    axis: { labels: false, ticks: false, grid: false },
  });
  const columns = figure.columns ?? (figure.epochs.length > 1 ? figure.epochs.length : undefined);
  const panel = {
    width,
    height,
    mark: { type: 'point', filled: true, opacity: style.opacity, size: style.point_size },
    encoding: {
      x: axis('x', 1),
      y: axis('y', 2),
      ...looksOf(figure, style, width * columnsOf({ columns, panels: data.panels })),
      // The target's prompts are one point among many.
      ...(show.includes('target') ? { size: targetSize(style) } : {}),
      tooltip: ['what', 'class', 'id', 'run', 'epoch'].map((field) => ({ field })),
    },
  };
  const isOne = data.panels.length === 1;
  const spec = framed(
    {
      ...figure,
      columns,
      ...(isOne ? {} : { facet: 'run' }),
      panels: data.panels,
      values,
      caption,
      meant: data.meant,
      style,
    },
    panel,
  );
  if (isOne || figure.together) return spec;
  return { ...spec, resolve: { scale: { x: 'independent', y: 'independent' } } };
}

function targetSize(style: Style): object {
  const isTarget = { test: `datum.kind === 'target'`, value: style.star_size };
  return { condition: isTarget, value: style.point_size };
}

/**
 * Colour and shape say what an embedding is of; or colour its class, where that is asked for.
 *
 * @param room pixels for the legend, or for both side by side
 */
function looksOf({ show, color_classes: classes }: EmbeddingFigure, style: Style, room: number): object {
  const kinds = show.map((kind) => kindNames[kind]);
  const marks = kinds.map((kind, i) => markOf(i, style, [show[i]!, kind]));
  const legend = (names: readonly string[]) => ({
    title: null,
    orient: 'bottom',
    direction: 'horizontal',
    symbolStrokeWidth: 0,
    columns: legendColumns(names, classes === undefined ? room : room / 2),
  });
  const shape = {
    field: 'what',
    type: 'nominal',
    legend: legend(kinds),
    scale: { domain: kinds, range: marks.map((mark) => mark.shape) },
  };
  if (classes === undefined)
    return { shape, color: { ...shape, scale: { domain: kinds, range: marks.map(({ color }) => color) } } };
  const domain = [...classes, otherClasses];
  const range = [...classes.map((name, i) => markOf(i, style, [name]).color), '#c8c8c8'];
  return {
    shape,
    color: { field: 'class_shown', type: 'nominal', legend: legend(domain), scale: { domain, range } },
  };
}

function captionOf(data: EmbeddingData, figure: EmbeddingFigure): string {
  const sample = data.sample!;
  const counts = figure.show.flatMap((kind) => {
    const n = data.values.filter((value) => value.kind === kind && value.panel === data.panels[0]).length;
    return n === 0
      ? []
      : [kind === 'target' ? `prompts of the target (${sample.target})` : `${n} ${kindNames[kind]}`];
  });
  const how =
    figure.method === 'pca'
      ? 'their first two principal components'
      : `t-SNE (perplexity ${figure.perplexity}, ${figure.iterations} iterations, ${figure.seed === undefined ? 'from the principal components' : `seed ${figure.seed}`}; only neighbourhoods mean something)`;
  const axes =
    data.panels.length === 1
      ? ''
      : figure.together
        ? '; all panels in one projection'
        : '; a projection for each panel';
  const trigger =
    sample.trigger !== null && figure.show.includes('triggered')
      ? [`Trigger: ${triggerText(sample.trigger)}.`]
      : [];
  return [
    ...titleText(figure.title),
    `Embeddings of ${counts.join(', ')} of each of ${count(data.panels.length, 'model')}: ${how}${axes}.`,
    ...data.notes.map((note) => `${note}.`),
    ...trigger,
    `Prompts are averaged over ${count(sample.templates.length, 'template')}.`,
    ...unfinishedText(data.meant),
  ].join('\n');
}

function csvOf({ values }: EmbeddingData): string {
  const columns = ['panel', 'run', 'epoch', 'kind', 'class', 'id', 'x', 'y'] as const;
  return stringify([[...columns], ...values.map((value) => columns.map((column) => value[column]))]);
}
