import type { TopLevelSpec } from 'vega-lite';
import { addBrush, type Brush } from './brush.js';
import { takeLegend, hiddenSignal, type Legend } from './legend.js';
import {
  copyOf,
  encodingOf,
  facetFields,
  fieldOf,
  isComputed,
  isMap,
  markOf,
  panelSize,
  rowsOf,
  unitsOf,
  type Spec,
} from './spec.js';
import { standsFor, thinLines, thinPoints, type Row, type Thinned } from './thin.js';
import { variantsOf, type Variant } from './variants.js';

/** A picture for the page: a Vega specification for each width, and the rows that all of them draw. */
export interface Interactive {
  /** The first whose `width` (of the page's column, in pixels) fits is drawn. */
  readonly variants: readonly Variant[];
  readonly rows: readonly Row[];
  /** Rows before thinning; null when all are drawn. */
  readonly of: number | null;
  readonly legend: Legend | null;
  /** Fields of the two axes along which a part can be marked with the mouse; null where that means nothing. */
  readonly brush: Brush | null;
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
  // A path that goes to and fro along x cannot be thinned by parts of x.
  const isPath = units.some((unit) => 'order' in encodingOf(unit));
  return types.some((type) => ['line', 'trail', 'area'].includes(type)) && !isPath
    ? thinLines(rows, [x, y], alike, most)
    : null;
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
