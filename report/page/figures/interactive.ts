import type { LoggerInterface } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { takeLegend, hiddenSignal, type Legend } from './legend.js';
import {
  copyOf,
  encodingOf,
  facetFields,
  fieldOf,
  isMap,
  markOf,
  rowsOf,
  unitsOf,
  type Encoding,
  type Spec,
} from './spec.js';
import { standsFor, thinLines, thinPoints, type Row, type Thinned } from './thin.js';

/** A picture with so many panels in a row. */
export interface Variant {
  /** Room that it needs, in pixels. */
  readonly width: number;
  readonly columns: number;
  readonly spec: object;
}

/** A picture for the page: a Vega specification for each width, and the rows that all of them draw. */
export interface Interactive {
  /** The first whose `width` (of the page's column, in pixels) fits is drawn. */
  readonly variants: readonly Variant[];
  readonly rows: readonly Row[];
  /** Rows before thinning; null when all are drawn. */
  readonly of: number | null;
  readonly legend: Legend | null;
  /** Fields of the two axes along which a part can be marked with the mouse; null where that means nothing. */
  readonly brush: { readonly x: string; readonly y: string } | null;
  /** Whether colours are values, as in a heat map: then dark pages keep them as they are. */
  readonly colorIsValue: boolean;
}

/** Marks that are drawn without a wait, on a slow machine too. */
export const mostMarks = 5000;

export const dataName = 'page_rows';

/**
 * Prepares any Vega-Lite picture for the page: fewer marks where there are too many, a legend whose entries hide
 * series, a brush for points. Null when its data are too many and cannot be thinned without changing what it says.
 */
export function interactive(picture: TopLevelSpec, most = mostMarks): Interactive | null {
  const spec = copyOf(picture);
  const rows = rowsOf(spec);
  if (rows === null) return sizeOf(picture) > 4_000_000 ? null : alone(spec);
  const thinned = thin(spec, rows, most);
  if (thinned === null) return null;
  if (thinned.rows.length < thinned.of) for (const unit of unitsOf(spec)) tellCount(unit);
  const legend = takeLegend(spec);
  if (legend !== null) spec['params'] = [...listOf(spec['params']), { name: hiddenSignal, value: [] }];
  const brush = addBrush(spec);
  spec['data'] = { name: dataName };
  return {
    variants: variantsOf(spec),
    rows: thinned.rows,
    of: thinned.rows.length < thinned.of ? thinned.of : null,
    legend,
    brush,
    colorIsValue: colorIsValue(spec),
  };
}

/** A picture of some other form is drawn as it is. */
function alone(spec: Spec): Interactive {
  return {
    variants: variantsOf(spec),
    rows: [],
    of: null,
    legend: null,
    brush: null,
    colorIsValue: colorIsValue(spec),
  };
}

const colorIsValue = (spec: Spec) =>
  unitsOf(spec).some((unit) => encodingOf(unit)['color']?.['type'] === 'quantitative');

const sizeOf = (picture: TopLevelSpec) => JSON.stringify(picture).length;
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** Null where every row counts: bars, boxes and anything that Vega computes from the rows. */
function thin(spec: Spec, rows: readonly Row[], most: number): Thinned | null {
  if (rows.length <= most) return { rows, of: rows.length };
  const units = unitsOf(spec);
  const types = units.map((unit) => String(markOf(unit)['type']));
  const [first] = units;
  const x = first === undefined ? null : fieldOf(encodingOf(first), 'x');
  const y = first === undefined ? null : fieldOf(encodingOf(first), 'y');
  if (x === null || y === null || units.some(isComputed)) return null;
  const alike = [...facetFields(spec), ...units.flatMap(groupFields)];
  if (types.every((type) => ['point', 'circle', 'square', 'text'].includes(type)))
    return thinPoints(rows, [x, y], [...alike, ...filterFields(units)], panelSize(spec), most);
  return types.some((type) => ['line', 'trail', 'area'].includes(type))
    ? thinLines(rows, [x, y], alike, most)
    : null;
}

function isComputed(unit: Spec): boolean {
  const text = JSON.stringify([unit['encoding'], unit['transform']]);
  return (
    /"(aggregate|bin|timeUnit|window|density|regression|loess|quantile|stack)":/.test(text) ||
    ['boxplot', 'errorbar', 'errorband'].includes(String(markOf(unit)['type']))
  );
}

/** Fields that tell one series of marks from another. */
function groupFields(unit: Spec): string[] {
  const channels = ['color', 'fill', 'stroke', 'shape', 'strokeDash', 'detail', 'row', 'column', 'facet'];
  return channels.flatMap((channel) => fieldOf(encodingOf(unit), channel) ?? []);
}

/** Fields that decide which layer draws a row. */
function filterFields(units: readonly Spec[]): string[] {
  return units.flatMap((unit) =>
    listOf(unit['transform']).flatMap((step) => {
      const filter = isMap(step) ? step['filter'] : null;
      return isMap(filter) && typeof filter['field'] === 'string' ? [filter['field']] : [];
    }),
  );
}

function panelSize(spec: Spec): [number, number] {
  const panel = isMap(spec['spec']) ? spec['spec'] : spec;
  const side = (value: unknown) => (typeof value === 'number' ? value : 300);
  return [side(panel['width']), side(panel['height'])];
}

/** The tooltip of a mark that stands for others says so. */
function tellCount(unit: Spec): void {
  const encoding = encodingOf(unit);
  const tooltip = encoding['tooltip'];
  if (!Array.isArray(tooltip)) return;
  (encoding as Record<string, unknown>)['tooltip'] = [
    ...(tooltip as unknown[]),
    { field: standsFor, title: 'evaluations here' },
  ];
}

/** Lets a part of the points be marked with the mouse. */
function addBrush(spec: Spec): Interactive['brush'] {
  const unit = unitsOf(spec).find((one) =>
    ['point', 'circle', 'square'].includes(String(markOf(one)['type'])),
  );
  if (unit === undefined || 'params' in unit) return null;
  const encoding = encodingOf(unit);
  const [x, y] = [fieldOf(encoding, 'x'), fieldOf(encoding, 'y')];
  const isPlain = [encoding['x'], encoding['y']].every((channel) => channel?.['type'] === 'quantitative');
  if (x === null || y === null || !isPlain || isComputed(unit)) return null;
  const mark = { fill: '#808080', fillOpacity: 0.12, stroke: '#808080', strokeDash: [4, 3], cursor: 'move' };
  dimOutside(encoding, markOf(unit));
  unit['params'] = [{ name: 'brush', select: { type: 'interval', resolve: 'global', mark } }];
  return { x, y };
}

/** What lies outside the rectangle fades, where opacity says nothing else. */
function dimOutside(encoding: Encoding, mark: Spec): void {
  const { opacity = { value: mark['opacity'] ?? 1 } } = encoding;
  if ('field' in opacity) return;
  const conditions = [opacity['condition'] ?? []].flat();
  encoding['opacity'] = {
    condition: [...conditions, { param: 'brush', value: opacity['value'] }],
    value: 0.08,
  };
}

/** Fewer panels stand in a row where there is little room. The page's script stretches panels to the room there is. */
function variantsOf(spec: Spec): Variant[] {
  const facet = spec['facet'];
  if (!isMap(facet) || !('field' in facet) || !isMap(spec['spec']))
    return [{ width: 0, columns: 1, spec: compiled(spec) }];
  const panels = Array.isArray(facet['sort']) ? facet['sort'].length : 1;
  const columns = typeof spec['columns'] === 'number' ? spec['columns'] : panels;
  const counts = [...new Set([columns, Math.min(columns, 2), 1])];
  return counts.map((count) => ({
    width: count === 1 ? 0 : count * (leastPanel + 24) + 70,
    columns: count,
    spec: compiled({ ...spec, columns: count }),
  }));
}

/** Narrower than this a panel is hard to read, in pixels. */
const leastPanel = 230;

/** As a Vega specification, on no ground of its own, with every colour written out so that it can be turned dark. */
function compiled(spec: Spec): object {
  const config = isMap(spec['config']) ? spec['config'] : {};
  const part = (name: string) => (isMap(config[name]) ? config[name] : {});
  const onPage = {
    ...config,
    background: 'transparent',
    header: { labelColor: '#000000', titleColor: '#222222', ...part('header') },
    legend: { labelColor: '#222222', titleColor: '#000000', ...part('legend') },
    title: { color: '#000000', ...part('title') },
    text: { color: '#000000', ...part('text') },
  };
  return compile({ ...spec, config: onPage } as unknown as TopLevelSpec, { logger: silent }).spec;
}

/** Vega-Lite's hints are for authors of specifications. */
const silent: LoggerInterface = {
  level: (level?: number) => (level === undefined ? 0 : silent),
  error: () => silent,
  warn: () => silent,
  info: () => silent,
  debug: () => silent,
};
