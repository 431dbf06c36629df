import type { Style } from '../../schema/generated/resolved.js';
import { labelKey, type Labels } from '../labels.js';
import type { RunResult } from '../results/types.js';
import { labelAt } from '../select.js';
import { axesOf, axesTitle, nameOf, type Axes } from './groups.js';
import { markOf, star } from './palette.js';

/** How a figure tells its runs apart. */
export interface LookChoice {
  readonly series?: Axes;
  readonly color?: string;
  readonly shape?: string;
  readonly labels?: Labels;
}

/** The fields of a datum that its colour and shape come from. */
export interface Look {
  readonly series: string;
  /** Where a figure tells one axis by colours and another by shapes. */
  readonly color?: string;
  readonly shape?: string;
}

export interface Looks {
  readonly lookOf: (run: RunResult) => Look;
  /** In the order of the runs. */
  readonly series: readonly string[];
  readonly colors: readonly string[];
  readonly shapes: readonly string[];
  /** What else the style may call a series: `cleaning=mmcl`. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Whether colour and shape say different things. */
  readonly apart: boolean;
}

/** Name of the only series where the figure names no axis for them. */
export const allModels = 'evaluated models';

/** The looks of some runs. */
export function looksOf(runs: readonly RunResult[], figure: LookChoice): Looks {
  const apart = figure.color !== undefined || figure.shape !== undefined;
  const name = (run: RunResult, axes: Axes) =>
    nameOf(run, axes, { among: runs, labels: figure.labels, all: allModels });
  const colorAxis = figure.color ?? figure.series;
  const shapeAxis = figure.shape ?? figure.series;
  const lookOf = (run: RunResult): Look => {
    if (!apart) return { series: name(run, figure.series) };
    const [color, shape] = [name(run, colorAxis), name(run, shapeAxis)];
    return { series: [color, shape].filter((one) => one !== allModels).join(', '), color, shape };
  };
  const distinct = (texts: readonly string[]) => [...new Set(texts)];
  const looks = runs.map(lookOf);
  const series = distinct(looks.map((look) => look.series));
  return {
    lookOf,
    series,
    colors: apart ? distinct(looks.map(({ color }) => color!)) : series,
    shapes: apart ? distinct(looks.map(({ shape }) => shape!)) : series,
    aliases: new Map(
      [colorAxis, shapeAxis].flatMap((axes) =>
        runs.map((run): [string, string] => [name(run, axes), keyOf(run, axes)]),
      ),
    ),
    apart,
  };
}

function keyOf(run: RunResult, axes: Axes): string {
  const list = axesOf(axes);
  return list.map((axis) => labelKey(axis, labelAt(run, axis))).join(', ');
}

/** What a legend is laid out by. */
export interface LegendRoom {
  /** Width under which entries stand side by side, in pixels. */
  readonly width: number;
  readonly hasStart: boolean;
  readonly style: Style;
}

/** The encodings `color` and `shape` of the models, and of the star; colours alone for lines. */
export function lookChannels(looks: Looks, figure: LookChoice, room: LegendRoom) {
  const { style, hasStart } = room;
  const startName = startNameFor(looks.series);
  const namesOf = (name: string) => [looks.aliases.get(name) ?? name, name];
  const withStart = (names: readonly string[]) => [...names, ...(hasStart ? [startName] : [])];
  const colors = looks.colors.map((name, i) => markOf(i, style, namesOf(name)).color);
  const shapes = looks.shapes.map((name, i) => markOf(i, style, namesOf(name)).shape);
  const legend = (axes: Axes, names: readonly string[]) => ({
    title: axesTitle(axes, figure.labels),
    orient: 'bottom',
    direction: 'horizontal',
    symbolStrokeWidth: 0,
    columns: legendColumns(names, room.width),
  });
  if (!looks.apart) {
    const domain = withStart(looks.series);
    const both = (source: object) => ({
      color: {
        ...source,
        legend: legend(figure.series, domain),
        scale: { domain, range: [...colors, ...(hasStart ? [style.star_color] : [])] },
      },
      shape: {
        ...source,
        legend: legend(figure.series, domain),
        scale: { domain, range: [...shapes, ...(hasStart ? [star] : [])] },
      },
    });
    return {
      models: both({ field: 'series', type: 'nominal' }),
      start: both({ datum: startName, type: 'nominal' }),
    };
  }
  const color = {
    legend: legend(figure.color ?? figure.series, looks.colors),
    scale: { domain: looks.colors, range: colors },
  };
  const domain = withStart(looks.shapes);
  const shape = {
    legend: legend(figure.shape ?? figure.series, domain),
    scale: { domain, range: [...shapes, ...(hasStart ? [star] : [])] },
  };
  return {
    models: {
      color: { field: 'color', type: 'nominal', ...withoutOnly(color, looks.colors) },
      shape: { field: 'shape', type: 'nominal', ...withoutOnly(shape, domain) },
    },
    start: {
      color: { value: style.star_color },
      shape: { datum: startName, type: 'nominal', ...withoutOnly(shape, domain) },
    },
  };
}

/** A legend that tells nothing apart is left out. */
function withoutOnly<T extends object>(channel: T, names: readonly string[]): T | (T & { legend: null }) {
  return names.every((name) => name === allModels) ? { ...channel, legend: null } : channel;
}

/** The legend's name for the star: one that no series has. */
function startNameFor(series: readonly string[]): string {
  return (
    ['start model', 'model before cleaning'].find((name) => !series.includes(name)) ?? 'start model (star)'
  );
}

/** As many entries in a line as fit under the panels; Vega aligns them in columns. */
export function legendColumns(names: readonly string[], room: number): number {
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
