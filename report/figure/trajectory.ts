import { stringify } from 'csv-stringify/sync';
import type { Style, TrajectoryFigure } from '../../schema/generated/resolved.js';
import { definitionsText, disagreements } from '../caption.js';
import { gapNotice, withGaps } from '../gaps.js';
import { count, error, warning, type Notice } from '../notice.js';
import type { Results, RunResult } from '../results/types.js';
import { meanOverSeeds } from '../seeds.js';
import { isAxisOf, pointsOf, selectRuns, unknownAxes } from '../select.js';
import { columnsOf, framed, titleText, unfinishedText } from './frame.js';
import { axesOf, named, type Named } from './groups.js';
import { lookChannels, looksOf, type Look, type Looks } from './looks.js';
import type { Drawn } from './picture.js';
import { referenceLayers } from './reference-layer.js';
import { readReferences } from './reference.js';
import { columnName, drawn, isInside, metricAxis, metricTitle } from './scale.js';
import { defaultStyle } from './theme.js';

/** One symbol of a trajectory; `epoch` 0 is the start. Where `x` or `y` is null the line is broken. */
export interface TrajectoryDatum extends Look {
  readonly panel: string;
  readonly kind: 'point' | 'start' | 'gap' | 'reference';
  readonly run: string;
  readonly x: number | null;
  readonly y: number | null;
  readonly epoch: number;
}

/** Each run as a line from its start model through its evaluations; symbols grow and darken with the epoch. */
export function trajectory(results: Results, figure: TrajectoryFigure, style: Style = defaultStyle): Drawn {
  const chosen = selectRuns(results, figure);
  const axes = [figure.facet, figure.series, figure.color, figure.shape].flatMap(axesOf);
  const notices: Notice[] = [...chosen.notices, ...unknownAxes(results.runs, axes)];
  if (hasError(notices)) return { picture: null, notices };
  const runs = withCourse(
    figure.seeds === 'mean' ? meanOverSeeds(chosen.runs) : chosen.runs,
    figure,
    notices,
  );
  const looks = looksOf(runs, figure);
  const panels = named(runs, figure.facet, figure.labels);
  const references = readReferences(figure.reference, isAxisOf(results.runs), notices);
  const inPanels = panels.flatMap((panel) => [
    ...panel.runs.flatMap((run) => lineOf(panel, run, figure, looks)),
    ...references
      .filter(({ belongsTo }) => panel.runs.some(belongsTo))
      .map(({ label, values }): TrajectoryDatum => ({
        panel: panel.name, kind: 'reference', series: label, run: label, epoch: 0,
        x: values[figure.x] ?? null, y: values[figure.y] ?? null,
      })),
  ]); // prettier-ignore
  const values = inPanels.map((datum) => cut(datum, figure));
  const shown = values.filter(({ kind }) => kind === 'point').length;
  const missing = gapNotice(runs, (run) => pointsOf(run, figure.points), figure.name);
  notices.push(...missing);
  const gaps = values.filter(({ kind }) => kind === 'gap').length;
  if (gaps > 0 && missing.length === 0)
    notices.push(
      warning(
        'unmeasured',
        `${count(gaps, 'evaluation')} of \`${figure.name}\` missing or off its axes: there the lines are broken`,
      ),
    );
  if (shown === 0 && !hasError(notices))
    notices.push(
      error(
        'nothingSelected',
        `no evaluation on its axes has both \`${figure.x}\` and \`${figure.y}\`: \`${figure.name}\` shows nothing`,
      ),
    );
  if (hasError(notices)) return { picture: null, notices };
  notices.push(...disagreements(runs, [figure.x, figure.y], figure.name));
  const caption = captionOf(runs, chosen.meant, figure);
  const panel = {
    width: figure.width,
    height: figure.height,
    layer: layersOf(values, looks, panels, figure, style),
  };
  const spec = framed(
    { ...figure, panels: panels.map(({ name }) => name), values, caption, meant: chosen.meant, style },
    panel,
  );
  return { picture: { spec, csv: csvOf(values, figure), caption }, notices };
}

const hasError = (notices: readonly Notice[]) => notices.some(({ severity }) => severity === 'error');

/** Runs whose order of evaluations is known. */
function withCourse(runs: readonly RunResult[], { name }: TrajectoryFigure, notices: Notice[]): RunResult[] {
  const known = runs.filter(({ merged }) => !merged);
  if (known.length < runs.length)
    notices.push(
      warning(
        'noTrajectory',
        `\`${name}\` cannot follow runs whose borders are not known: ${runs.length - known.length} left out`,
      ),
    );
  return known;
}

function lineOf(
  { name: panel }: Named,
  run: RunResult,
  figure: TrajectoryFigure,
  looks: Looks,
): TrajectoryDatum[] {
  const base = { panel, run: run.name, ...looks.lookOf(run) };
  const place = (metrics: Readonly<Record<string, number>>) => {
    const [x, y] = [metrics[figure.x], metrics[figure.y]];
    return x === undefined || y === undefined ? null : { x: drawn(figure.x, x), y: drawn(figure.y, y) };
  };
  const star = figure.start_model && run.start !== null ? place(run.start.metrics) : null;
  const points = withGaps(pointsOf(run, figure.points), run).filter(
    ({ epoch }) => star === null || epoch !== 0,
  );
  const line = points.map((point): TrajectoryDatum => {
    const found = place(point.metrics);
    const epoch = point.epoch ?? 0;
    return found === null
      ? { ...base, kind: 'gap', x: null, y: null, epoch }
      : { ...base, kind: 'point', ...found, epoch };
  });
  return star === null ? line : [{ ...base, kind: 'start', ...star, epoch: 0 }, ...line];
}

function cut(datum: TrajectoryDatum, { x_range, y_range }: TrajectoryFigure): TrajectoryDatum {
  const { x, y } = datum;
  if (x === null || y === null || (isInside(x, x_range) && isInside(y, y_range))) return datum;
  return { ...datum, kind: 'gap', x: null, y: null };
}

function layersOf(
  values: readonly TrajectoryDatum[],
  looks: Looks,
  panels: readonly Named[],
  figure: TrajectoryFigure,
  style: Style,
): object[] {
  const has = (kind: string) => values.some((value) => value.kind === kind);
  const width = figure.width * columnsOf({ columns: figure.columns, panels: panels.map(({ name }) => name) });
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

function captionOf(
  runs: readonly RunResult[],
  meant: readonly RunResult[],
  figure: TrajectoryFigure,
): string {
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

function csvOf(values: readonly TrajectoryDatum[], figure: TrajectoryFigure): string {
  const header = ['panel', 'series', 'kind', 'run', 'epoch', columnName(figure.x), columnName(figure.y)];
  return stringify([
    header,
    ...values.map(({ panel, series, kind, run, epoch, x, y }) => [panel, series, kind, run, epoch, x, y]),
  ]);
}
