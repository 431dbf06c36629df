import { stringify } from 'csv-stringify/sync';
import type { HeatmapFigure, Style } from '../../schema/generated/resolved.js';
import { definitionsText, disagreements } from '../caption.js';
import { axisText } from '../labels.js';
import { count, error, warning, type Notice } from '../notice.js';
import type { Results, RunResult } from '../results/types.js';
import { selectRuns, unknownAxes } from '../select.js';
import { framed, titleText, unfinishedText } from './frame.js';
import { axesOf, named } from './groups.js';
import type { Drawn } from './picture.js';
import { Pool, poolText, withoutRule } from './pooled.js';
import { columnName, drawn, metricTitle } from './scale.js';
import { defaultStyle } from './theme.js';

/** One cell; what has no value says why: `none`, `?` (not measured) or nothing (no run). */
export interface HeatmapDatum {
  readonly panel: string;
  readonly x: string;
  readonly y: string;
  readonly value: number | null;
  readonly text: string;
}

/** A cell for each pair of labels of two axes, with its number; darker is higher, in grey too. */
export function heatmap(results: Results, figure: HeatmapFigure, style: Style = defaultStyle): Drawn {
  const chosen = selectRuns(results, withoutRule(figure));
  const notices: Notice[] = [
    ...chosen.notices,
    ...unknownAxes(results.runs, [figure.x, figure.y, ...axesOf(figure.facet)]),
  ];
  if (hasError(notices)) return { picture: null, notices };
  // Cells of runs that are not measured yet are cells all the same.
  const panels = named(chosen.meant, figure.facet, figure.labels);
  const pool = new Pool(figure, notices);
  const values = panels.flatMap(({ name, runs }) => cellsOf(name, runs, figure, pool));
  const measured = values.filter(({ value }) => value !== null).length;
  const unmeasured = values.filter(({ text }) => text === '?').length;
  if (unmeasured > 0)
    notices.push(
      warning(
        'unmeasured',
        `${count(unmeasured, 'cell')} of \`${figure.name}\` not measured: marked with \`?\``,
      ),
    );
  if (measured === 0) notices.push(error('nothingSelected', `no cell of \`${figure.name}\` has a value`));
  if (hasError(notices)) return { picture: null, notices };
  notices.push(
    ...disagreements(chosen.runs, [figure.metric], figure.name, [figure.x, figure.y, figure.facet]),
  );
  const caption = captionOf(chosen.runs, chosen.meant, values, figure);
  const names = (axis: string) => named(chosen.meant, axis, figure.labels).map(({ name }) => name);
  const frame = {
    ...figure,
    panels: panels.map(({ name }) => name),
    values,
    caption,
    meant: chosen.meant,
    style,
  };
  const panel = {
    width: figure.width,
    height: figure.height,
    layer: layersOf(values, names(figure.x), names(figure.y), figure),
  };
  return { picture: { spec: framed(frame, panel), csv: csvOf(values, figure), caption }, notices };
}

const hasError = (notices: readonly Notice[]) => notices.some(({ severity }) => severity === 'error');

function cellsOf(
  panel: string,
  runs: readonly RunResult[],
  figure: HeatmapFigure,
  pool: Pool,
): HeatmapDatum[] {
  return named(runs, figure.y, figure.labels).flatMap(({ name: y, runs: row }) =>
    named(row, figure.x, figure.labels).map(({ name: x, runs: cell }): HeatmapDatum => {
      const { value, state } = pool.of(cell);
      if (value === null) return { panel, x, y, value, text: state === 'none' ? 'none' : '?' };
      const shown = drawn(figure.metric, value);
      return { panel, x, y, value: shown, text: shown.toFixed(figure.decimals) };
    }),
  );
}

function layersOf(
  values: readonly HeatmapDatum[],
  xs: readonly string[],
  ys: readonly string[],
  figure: HeatmapFigure,
): object[] {
  const numbers = values.flatMap(({ value }) => value ?? []);
  const [low, high] = figure.range ?? [Math.min(...numbers), Math.max(...numbers)];
  const x = {
    field: 'x',
    type: 'nominal',
    sort: [...xs],
    title: axisText(figure.x, figure.labels),
    axis: { labelAngle: 0, ticks: false, grid: false },
  };
  const y = {
    field: 'y',
    type: 'nominal',
    sort: [...ys],
    title: axisText(figure.y, figure.labels),
    axis: { ticks: false, grid: false },
  };
  const middle = (low! + high!) / 2;
  return [
    {
      transform: [{ filter: 'isValid(datum.value)' }],
      mark: { type: 'rect', stroke: 'white' },
      encoding: {
        x,
        y,
        color: {
          field: 'value',
          type: 'quantitative',
          title: metricTitle(figure.metric),
          scale: { domain: [low, high], range: ['#f2f5fa', '#0b2c5f'], clamp: true },
          legend: { orient: 'right', gradientLength: Math.min(figure.height, 200) },
        },
      },
    },
    {
      transform: [{ filter: '!isValid(datum.value)' }],
      mark: { type: 'rect', fill: 'white', stroke: '#999999', strokeDash: [3, 3] },
      encoding: { x, y },
    },
    {
      mark: { type: 'text' },
      encoding: {
        x,
        y,
        text: { field: 'text' },
        color: {
          condition: { test: `isValid(datum.value) && datum.value > ${middle}`, value: 'white' },
          value: '#222222',
        },
      },
    },
  ];
}

function captionOf(
  runs: readonly RunResult[],
  meant: readonly RunResult[],
  values: readonly HeatmapDatum[],
  figure: HeatmapFigure,
): string {
  const said = (text: string, why: string) =>
    values.some((value) => value.text === text) ? ` "${text}": ${why}.` : '';
  return [
    ...titleText(figure.title),
    `${poolText(figure, figure.metric)} of ${count(runs.length, 'run')}.${said('none', 'no model meets the rule')}${said('?', 'not measured yet')}`,
    ...unfinishedText(meant),
    ...definitionsText(runs, [figure.metric]),
  ].join('\n');
}

function csvOf(values: readonly HeatmapDatum[], figure: HeatmapFigure): string {
  const header = ['panel', figure.x, figure.y, columnName(figure.metric), 'shown'];
  return stringify([header, ...values.map(({ panel, x, y, value, text }) => [panel, x, y, value, text])]);
}
