import { StageFailure } from '../../execute/context.js';
import { splitRecords, type Quoting } from './split.js';
import { textChunks } from './text-chunks.js';

/** A line of a CSV file below its header. A quoted field may span lines; `line` is the last of them. */
export interface CsvRow {
  /** Counted from 1, without the header. */
  readonly row: number;
  readonly line: number;
  readonly fields: readonly string[];
  /** Bytes of the file read so far. */
  readonly bytes: number;
}

/** How a file is written. */
export interface CsvForm {
  readonly delimiter: string;
  /** `double` where nothing is said. */
  readonly quoting?: Quoting;
  /** Whether the first record names the columns; it does where nothing is said. */
  readonly header?: boolean;
}

/** Longest row that is taken for one: beyond it, a quote was most likely never closed. */
const LONGEST_ROW = 2 ** 20;

/**
 * The records of a CSV file (RFC 4180; CRLF, byte order marks, UTF-16, gzip and quotes inside unquoted fields are
 * accepted) in pieces as the file is read; no more than a piece is in memory. A header is row 0. Empty lines are passed
 * over.
 * @throws StageFailure with the line when the file is no CSV or cannot be read.
 */
export async function* csvBatches(
  path: string,
  { delimiter, quoting = 'double', header = true }: CsvForm,
): AsyncGenerator<CsvRow[]> {
  let row = header ? 0 : 1;
  let line = 1;
  let rest = '';
  for await (const { text, bytes, isLast } of textChunks(path)) {
    const piece = rest + text;
    const found = splitRecords(piece, delimiter, quoting, isLast);
    if (found.open || piece.length - found.rest > LONGEST_ROW)
      throw endless(path, line + found.lines, found.open);
    const rows = found.records.map(({ fields, lines }) => ({
      row: row++,
      line: line + lines,
      fields,
      bytes,
    }));
    line += found.lines;
    rest = piece.slice(found.rest);
    if (rows.length > 0) yield rows;
  }
}

/** The same, row by row. */
export async function* csvRows(path: string, delimiter: string): AsyncGenerator<CsvRow> {
  for await (const rows of csvBatches(path, { delimiter })) yield* rows;
}

function endless(path: string, line: number, isOpen: boolean): StageFailure {
  const what = isOpen ? 'a quote is not closed' : `a row is longer than ${LONGEST_ROW / 2 ** 20} MiB`;
  return new StageFailure(
    `${path}:${line}: this is not CSV: ${what}`,
    'a quote is opened and not closed: inside quotes, a quote is written twice; where quotes mean nothing, say so with quoting: none',
  );
}
