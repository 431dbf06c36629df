import { stringify } from 'csv-stringify/sync';
import type { Style, TrajectoryFigure } from '../../schema/generated/resolved.js';
import { definitionsText, disagreements } from '../caption.js';
import { count, error } from '../notice.js';
import type { Results } from '../results/types.js';
import { columnsOf, framed, titleText, unfinishedText } from './frame.js';
import { lookChannels } from './looks.js';
import type { Drawn } from './picture.js';
import { referenceLayers } from './reference-layer.js';
import { columnName, metricAxis, metricTitle } from './scale.js';
import { defaultStyle } from './theme.js';
import { trajectoryData, type TrajectoryData } from './trajectory-data.js';

/** Each run as a line from its start model through its evaluations; symbols grow and darken with the epoch. */
export function trajectory(results: Results, figure: TrajectoryFigure, style: Style = defaultStyle): Drawn {
  const data = trajectoryData(results, figure);
  const { notices, values } = data;
  const hasError = () => notices.some(({ severity }) => severity === 'error');
  if (!hasError() && !values.some(({ kind }) => kind === 'point'))
    notices.push(
      error(
        'nothingSelected',
        `no evaluation on its axes has both \`${figure.x}\` and \`${figure.y}\`: \`${figure.name}\` shows nothing`,
      ),
    );
  if (hasError()) return { picture: null, notices };
  notices.push(
    ...disagreements(data.runs, [figure.x, figure.y], figure.name, [
      figure.facet,
      figure.series,
      figure.color,
      figure.shape,
    ]),
  );
  const caption = captionOf(data, figure);
  const panel = { width: figure.width, height: figure.height, layer: layersOf(data, figure, style) };
  const spec = framed({ ...figure, ...data, caption, style }, panel);
  return { picture: { spec, csv: csvOf(data, figure), caption }, notices };
}

function layersOf(
  { values, looks, panels }: TrajectoryData,
  figure: TrajectoryFigure,
  style: Style,
): object[] {
  const has = (kind: string) => values.some((value) => value.kind === kind);
  const width = figure.width * columnsOf({ columns: figure.columns, panels });
  const channels = lookChannels(looks, figure, { width, hasStart: has('start'), style });
  const axis = (field: 'x' | 'y') => ({
    field,
    type: 'quantitative',
    title: metricTitle(figure[field]),
    ...metricAxis(figure[field], { range: figure[`${field}_range`] }),
  });
  const position = { x: axis('x'), y: axis('y') };
  const epochs = values.filter(({ kind }) => kind === 'point').map(({ epoch }) => epoch);
  const domain = [Math.min(...epochs), Math.max(...epochs)];
  const byEpoch = { field: 'epoch', type: 'quantitative' };
  const tooltip = [
    { field: 'run', title: 'run' },
    { field: 'epoch', title: 'epoch' },
    { field: 'x', title: metricTitle(figure.x) },
    { field: 'y', title: metricTitle(figure.y) },
  ];
  return [
    {
      transform: [{ filter: "datum.kind !== 'reference'" }],
      mark: { type: 'line', strokeWidth: style.line_width, opacity: 0.7, invalid: 'break-paths-filter-domains' },
      encoding: { ...position, color: channels.models.color, detail: { field: 'run' }, order: { field: 'epoch', type: 'quantitative' } },
    },
    {
      transform: [{ filter: { field: 'kind', equal: 'point' } }],
      mark: { type: 'point', filled: true },
      encoding: {
        ...position,
        ...channels.models,
        size: {
          ...byEpoch,
          scale: { domain, range: [style.point_size / 2, style.point_size * 3] },
          legend: { title: 'epoch', orient: 'bottom', tickCount: 5, symbolType: 'circle' },
        },
        opacity: { ...byEpoch, scale: { domain, range: [0.3, 1] }, legend: null },
        tooltip,
      },
    },
    ...(has('reference') ? referenceLayers(position) : []),
    ...(has('start')
      ? [
          {
            transform: [{ filter: { field: 'kind', equal: 'start' } }],
            mark: { type: 'point', filled: true, opacity: 1, size: style.star_size, stroke: 'black', strokeWidth: 1 },
            encoding: { ...position, ...channels.start, tooltip },
          },
        ]
      : []),
  ]; // prettier-ignore
}

function captionOf({ runs, meant }: TrajectoryData, figure: TrajectoryFigure): string {
  const which = figure.top === undefined ? '' : `the best of ${meant.length} `;
  const rule = figure.rule === undefined ? '' : ` by \`${figure.rule}\``;
  const points = figure.points === 'all' ? 'every evaluation' : 'the ends of epochs';
  return [
    ...titleText(figure.title),
    `${count(runs.length, 'run')}${which === '' && rule === '' ? '' : ` (${which}${rule.trim()})`.replace('  ', ' ')} through ${points}; symbols grow and darken with the epoch; star: the model before cleaning.`,
    ...unfinishedText(meant),
    ...definitionsText(runs, [figure.y, figure.x]),
  ].join('\n');
}

function csvOf({ values }: TrajectoryData, figure: TrajectoryFigure): string {
  const header = ['panel', 'series', 'kind', 'run', 'epoch', columnName(figure.x), columnName(figure.y)];
  return stringify([
    header,
    ...values.map(({ panel, series, kind, run, epoch, x, y }) => [panel, series, kind, run, epoch, x, y]),
  ]);
}
