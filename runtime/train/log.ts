import { appendJsonLine, readJsonLines, writeJsonLines } from '../store/json-lines.js';

/** A file of JSON lines that a training writes and, after a stop, goes on writing. */
export interface Log<Row> {
  readonly rows: readonly Row[];
  append(row: Row): void;
}

/**
 * Drops the rows that `keep` refuses from a log, and gives those that stay: what `openLog` does, for a log whose rows
 * need not stay in memory.
 */
export function trimLog<Row>(path: string, keep: (row: Row) => boolean): Row[] {
  const found = readJsonLines(path) as Row[];
  const rows = found.filter(keep);
  if (rows.length !== found.length) writeJsonLines(path, rows);
  return rows;
}

/**
 * Opens a log without the rows that `keep` refuses: those logged after the checkpoint that the training goes on from.
 */
export function openLog<Row>(path: string, keep: (row: Row) => boolean): Log<Row> {
  const rows = trimLog(path, keep);
  return {
    rows,
    append(row) {
      appendJsonLine(path, row);
      rows.push(row);
    },
  };
}
