import type { Column, Columns } from '../columns.js';

export type Row = Record<string, string | number | null>;

const parts = new Map<string, unknown>();
const listeners = new Map<string, Set<() => void>>();

/** Takes what the page carries as JSON, by name. */
export function readParts(): void {
  for (const script of document.querySelectorAll<HTMLScriptElement>('script[data-part]'))
    if (!parts.has(script.dataset['part']!)) parts.set(script.dataset['part']!, script);
}

/** A part of the page's data; undefined when there is none. Parsed when first asked for. */
export function part<T>(name: string): T | undefined {
  const value = parts.get(name);
  if (!(value instanceof HTMLScriptElement)) return value as T | undefined;
  const parsed = JSON.parse(value.textContent ?? 'null') as T;
  parts.set(name, parsed);
  return parsed;
}

export function setPart(name: string, value: unknown): void {
  parts.set(name, value);
  for (const listener of listeners.get(name) ?? []) listener();
}

/** Calls whenever a part is replaced. */
export function onPart(name: string, listener: () => void): void {
  const set = listeners.get(name) ?? new Set();
  listeners.set(name, set.add(listener));
}

/** Names of the runs, by their numbers. */
export function runNames(): string[] {
  const runs = part<{ rows: Columns }>('runs');
  return runs === undefined ? [] : (valuesOf(runs.rows.columns['name'], []) as string[]);
}

export function toRows({ n, columns }: Columns): Row[] {
  const runs = 'run' in columns ? runNames() : [];
  const decoded = Object.entries(columns).map(([name, column]) => [name, valuesOf(column, runs)] as const);
  return Array.from({ length: n }, (_, i) => {
    const row: Row = {};
    for (const [name, values] of decoded) row[name] = values[i] ?? null;
    return row;
  });
}

function valuesOf(column: Column | undefined, runs: readonly string[]): readonly (string | number | null)[] {
  if (column === undefined) return [];
  if ('v' in column) return column.v;
  return 'r' in column ? column.r.map((at) => runs[at] ?? null) : column.i.map((at) => column.d[at] ?? null);
}
