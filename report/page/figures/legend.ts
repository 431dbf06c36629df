import { encodingOf, isMap, markOf, unitsOf, type Spec } from './spec.js';

export interface LegendEntry {
  readonly label: string;
  readonly color: string;
  /** A Vega symbol: a name or a path in the square -1..1; `stroke` for a line. */
  readonly shape: string;
}

/** A legend in the page's own HTML: its entries are buttons that hide and show a series. */
export interface Legend {
  readonly title: string | null;
  readonly entries: readonly LegendEntry[];
}

/** Signal with the labels that are hidden. */
export const hiddenSignal = 'hidden_series';

/**
 * Takes the legend of colours out of a specification, if its labels and colours stand in it, and lets a signal hide
 * what has a label. Null where the colours are no list of series: then Vega draws its own legend.
 */
export function takeLegend(spec: Spec): Legend | null {
  const units = unitsOf(spec).filter((unit) => isMap(encodingOf(unit)['color']));
  const scaled = units.find(
    (unit) => isList(scaleOf(unit, 'color')['domain']) && isList(scaleOf(unit, 'color')['range']),
  );
  if (scaled === undefined || units.some((unit) => labelTest(unit) === null)) return null;
  const domain = scaleOf(scaled, 'color')['domain'] as unknown[];
  const colors = scaleOf(scaled, 'color')['range'] as unknown[];
  const shapes = units.map((unit) => scaleOf(unit, 'shape')['range']).find(isList) ?? [];
  const isLine = ['line', 'trail', 'rule'].includes(String(markOf(scaled)['type']));
  const title = titleOf(encodingOf(scaled)['color']!);
  for (const unit of units) {
    hideBy(unit, labelTest(unit)!);
    for (const channel of ['color', 'shape'])
      if (isMap(encodingOf(unit)[channel])) encodingOf(unit)[channel]!['legend'] = null;
  }
  return {
    title,
    entries: domain.map((label, i) => ({
      label: String(label),
      color: String(colors[i % colors.length]),
      shape: shapes.length > 0 ? String(shapes[i % shapes.length]) : isLine ? 'stroke' : 'square',
    })),
  };
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value) && value.length > 0;

function scaleOf(unit: Spec, channel: string): Spec {
  const scale = encodingOf(unit)[channel]?.['scale'];
  return isMap(scale) ? scale : {};
}

function titleOf(color: Spec): string | null {
  const legend = color['legend'];
  const title = isMap(legend) && 'title' in legend ? legend['title'] : (color['title'] ?? color['field']);
  return typeof title === 'string' ? title : null;
}

/** An expression that is true of what is hidden; null when a unit's colour is no label. */
function labelTest(unit: Spec): string | null {
  const color = encodingOf(unit)['color']!;
  const label =
    typeof color['field'] === 'string'
      ? `datum[${JSON.stringify(color['field'])}]`
      : 'datum' in color
        ? JSON.stringify(color['datum'])
        : null;
  return label === null ? null : `indexof(${hiddenSignal}, ${label}) >= 0`;
}

/** Hidden is transparent: axes stay as they are, so that what is left does not move. */
function hideBy(unit: Spec, test: string): void {
  const encoding = encodingOf(unit);
  const mark = markOf(unit);
  const before: Spec = encoding['opacity'] ?? { value: mark['opacity'] ?? 1 };
  const conditions = 'condition' in before ? [before['condition']].flat() : [];
  encoding['opacity'] = { ...before, condition: [{ test, value: 0 }, ...conditions] };
}
