import { StageFailure } from '../../execute/context.js';
import { splitRows, type CsvRow, type Quoting } from './split.js';
import { textChunks } from './text-chunks.js';

export type { CsvRow } from './split.js';

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
export async function* csvBatches(path: string, form: CsvForm): AsyncGenerator<CsvRow[]> {
  let row = form.header === false ? 1 : 0;
  let line = 1;
  let rest = '';
  for await (const { text, bytes, isLast } of textChunks(path)) {
    const piece = rest + text;
    const found = splitRows(piece, form, isLast, { row, line, bytes });
    if (found.open || piece.length - found.rest > LONGEST_ROW) throw endless(path, found.line, found.open);
    row += found.rows.length;
    line = found.line;
    rest = piece.slice(found.rest);
    if (found.rows.length > 0) yield found.rows;
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
