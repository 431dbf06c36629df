import { parse, CsvError } from 'csv-parse';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { StageFailure } from '../../execute/context.js';

/** A line of a CSV file below its header. A quoted field may span lines; `line` is the last of them. */
export interface CsvRow {
  /** Counted from 1, without the header. */
  readonly row: number;
  readonly line: number;
  readonly fields: readonly string[];
  /** Bytes of the file read so far. */
  readonly bytes: number;
}

/** Longest row that is taken for one: beyond it, a quote was most likely never closed. */
const LONGEST_ROW = 2 ** 20;

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number; readonly records: number; readonly bytes: number };
}

/**
 * The records of a CSV file (RFC 4180; CRLF, byte order marks and quotes inside unquoted fields are accepted), read
 * as a stream. The first one is the header, numbered 0. Empty lines are passed over.
 * @throws StageFailure with the line when the file is no CSV or cannot be read.
 */
export async function* csvRows(path: string, delimiter: string): AsyncGenerator<CsvRow> {
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
  });
  // Errors of either stream come out of the loop below.
  pipeline(createReadStream(path), parser, () => undefined);
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRecord>) {
      yield { row: info.records - 1, line: info.lines, fields: record, bytes: info.bytes };
    }
  } catch (error) {
    throw explain(error, path);
  }
}

function explain(error: unknown, path: string): unknown {
  if (error instanceof CsvError) {
    const line = (error as { lines?: number }).lines;
    const quote = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE';
    return new StageFailure(
      `${path}${line === undefined ? '' : `:${line}`}: this is not CSV: ${error.message}`,
      quote
        ? 'a quote is opened and not closed; inside quotes, a quote is written twice'
        : 'check the delimiter',
    );
  }
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined || (error as NodeJS.ErrnoException).syscall === undefined) return error;
  return new StageFailure(`${path} cannot be read (${code})`, 'check the path and its permissions');
}
