import { appendJsonLine, readJsonLines, writeJsonLines } from '../store/json-lines.js';

/** A file of JSON lines that a training writes and, after a stop, goes on writing. */
export interface Log<Row> {
  readonly rows: readonly Row[];
  append(row: Row): void;
}

/**
 * Opens a log without the rows that `keep` refuses: those logged after the checkpoint that the training goes on from.
 */
export function openLog<Row>(path: string, keep: (row: Row) => boolean): Log<Row> {
  const found = readJsonLines(path) as Row[];
  const rows = found.filter(keep);
  if (rows.length !== found.length) writeJsonLines(path, rows);
  return {
    rows,
    append(row) {
      appendJsonLine(path, row);
      rows.push(row);
    },
  };
}
