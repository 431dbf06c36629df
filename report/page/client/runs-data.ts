import type { Columns } from '../columns.js';
import type { RunColumn } from '../gather/run-rows.js';
import { onPart, part, toRows, type Row } from './parts.js';

export interface RunList {
  readonly columns: readonly RunColumn[];
  readonly rows: readonly Row[];
}

export interface RunInfo {
  readonly row: Row;
  /** Name and label of each axis. */
  readonly labels: [string, string][];
}

let list: RunList | undefined;
let byName: Map<string, Row> | undefined;

/** The runs of the experiment. */
export function runList(): RunList {
  if (list === undefined) {
    const found = part<{ columns: readonly RunColumn[]; rows: Columns }>('runs');
    list =
      found === undefined ? { columns: [], rows: [] } : { columns: found.columns, rows: toRows(found.rows) };
  }
  return list;
}

export function runOf(name: string): RunInfo | undefined {
  byName ??= new Map(runList().rows.map((row) => [String(row['name']), row]));
  const row = byName.get(name);
  if (row === undefined) return undefined;
  const axes = runList().columns.filter(({ key }) => key.startsWith('axis:'));
  const labels = axes.flatMap(({ key, name: title }): [string, string][] =>
    row[key] === null ? [] : [[title, String(row[key])]],
  );
  return { row, labels: labels.length === 0 ? [['run', name]] : labels };
}

export function watchRuns(listener: () => void): void {
  onPart('runs', () => {
    list = undefined;
    byName = undefined;
    listener();
  });
}

/** A cell's text. */
export function cellText(value: string | number | null | undefined, kind: RunColumn['kind']): string {
  if (value === null || value === undefined) return '–';
  return kind === 'percent' && typeof value === 'number' ? value.toFixed(2) : String(value);
}
