import type { TopLevelSpec } from 'vega-lite';

/** What is read of a Vega-Lite specification of any form: as plain data. */
export type Spec = Record<string, unknown>;
export type Encoding = Record<string, Spec>;

export function isMap(value: unknown): value is Spec {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A copy that may be changed, in which nothing stands twice; the data are not copied. */
export function copyOf(picture: TopLevelSpec): Spec {
  const { data, ...rest } = picture as unknown as Spec;
  const copy = JSON.parse(JSON.stringify(rest)) as Spec;
  return data === undefined ? copy : { ...copy, data };
}

/** The parts of a specification that draw marks, wherever they stand: in layers, facets, concatenations. */
export function unitsOf(spec: Spec): Spec[] {
  const inner = ['layer', 'hconcat', 'vconcat', 'concat'].flatMap((key) =>
    Array.isArray(spec[key]) ? (spec[key] as unknown[]).filter(isMap) : [],
  );
  if (isMap(spec['spec'])) inner.push(spec['spec']);
  const own = 'mark' in spec ? [spec] : [];
  return [...own, ...inner.flatMap(unitsOf)];
}

export function markOf(unit: Spec): Spec {
  return isMap(unit['mark']) ? unit['mark'] : { type: unit['mark'] };
}

export function encodingOf(unit: Spec): Encoding {
  if (!isMap(unit['encoding'])) unit['encoding'] = {};
  return unit['encoding'] as Encoding;
}

/** The field of an encoding's channel, if it is one of the data's own. */
export function fieldOf(encoding: Encoding, channel: string): string | null {
  const field = encoding[channel]?.['field'];
  return typeof field === 'string' ? field : null;
}

/** The inline rows that a specification draws; null when it has others as well, or none. */
export function rowsOf(spec: Spec): Record<string, unknown>[] | null {
  const data = spec['data'];
  if (!isMap(data) || !Array.isArray(data['values']) || 'datasets' in spec) return null;
  if (unitsOf(spec).some((unit) => unit !== spec && 'data' in unit)) return null;
  const rows = data['values'] as unknown[];
  return rows.every(isMap) ? rows : null;
}

/** Fields by which a picture is divided into panels. */
export function facetFields(spec: Spec): string[] {
  const facet = spec['facet'];
  if (!isMap(facet)) return [];
  const parts = 'field' in facet ? [facet] : [facet['row'], facet['column']].filter(isMap);
  return parts.flatMap(({ field }) => (typeof field === 'string' ? [field] : []));
}

/** Whether Vega computes what a unit draws, so that every row counts. */
export function isComputed(unit: Spec): boolean {
  const text = JSON.stringify([unit['encoding'], unit['transform']]);
  return (
    /"(aggregate|bin|timeUnit|window|density|regression|loess|quantile|stack)":/.test(text) ||
    ['boxplot', 'errorbar', 'errorband'].includes(String(markOf(unit)['type']))
  );
}

/** Width and height of a panel, in pixels. */
export function panelSize(spec: Spec): [number, number] {
  const panel = isMap(spec['spec']) ? spec['spec'] : spec;
  const side = (value: unknown) => (typeof value === 'number' ? value : 300);
  return [side(panel['width']), side(panel['height'])];
}
