import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { AxisValue } from '../../schema/plan.js';
import { error, type Notice } from '../notice.js';
import { isShare } from '../results/metrics-file.js';
import type { Imported } from './imported.js';
import { runsOfRows, type Row, type RowOptions } from './rows.js';

export interface CsvOptions extends RowOptions {
  /** Column -> what it is here: a metric, `run`, `epoch`, `step`, or a parameter by its path. */
  readonly rename?: Readonly<Record<string, string>>;
}

/**
 * Reads evaluations from a CSV file with a header, a row each: `epoch` and `step` say when, columns named like metrics
 * (`accuracy.top1`) what was measured, `run` whose it is, `made` when, and every other column is a parameter of the run.
 */
export function importCsv(file: string, options: CsvOptions = {}): Imported {
  const notices: Notice[] = [];
  const fail = (message: string, hint?: string): Imported => ({
    runs: [],
    notices: [
      error('badImport', message, { place: { file, line: null }, ...(hint === undefined ? {} : { hint }) }),
    ],
  });
  let records: { record: Record<string, string>; info: { lines: number } }[];
  try {
    records = parse(readFileSync(file, 'utf8'), {
      columns: true,
      bom: true,
      skip_empty_lines: true,
      trim: true,
      info: true,
    });
  } catch (problem) {
    return fail(`the file is not CSV: ${(problem as Error).message}`);
  }
  if (records.length === 0) return fail('the file has no rows');
  const columns = Object.keys(records[0]!.record);
  const meaning = new Map(columns.map((column) => [column, options.rename?.[column] ?? column]));
  const metrics = columns.filter((column) => isMetric(meaning.get(column)!));
  if (metrics.length === 0)
    return fail(
      'no column is a metric',
      `columns are ${columns.map((one) => `\`${one}\``).join(', ')}; say which are metrics: \`--column 'Top-1=accuracy.top1'\``,
    );
  const rows = records.map(({ record, info }): Row => {
    const of = (name: string) => columns.find((column) => meaning.get(column) === name);
    const number = (name: string): number | null => {
      const text = record[of(name) ?? ''] ?? '';
      return text === '' || !Number.isFinite(Number(text)) ? null : Number(text);
    };
    return {
      line: info.lines,
      run: record[of('run') ?? ''] ?? null,
      epoch: number('epoch'),
      step: number('step'),
      made: record[of('made') ?? ''] ?? null,
      metrics: Object.fromEntries(metrics.map((column) => [meaning.get(column)!, record[column]])),
      parameters: Object.fromEntries(
        columns
          .filter((column) => !metrics.includes(column) && !places.has(meaning.get(column)!))
          .map((column) => [meaning.get(column)!, valueOf(record[column]!)]),
      ),
    };
  });
  return { runs: runsOfRows(rows, file, options, notices), notices };
}

const places = new Set(['run', 'epoch', 'step', 'made']);

/** Whether a column holds measurements. */
export const isMetric = (name: string): boolean =>
  isShare(name) || /^(loss$|losses\.|validation\.|similarity\.)/.test(name);

/** A cell as YAML would read it. */
export function valueOf(text: string): AxisValue {
  if (text === '') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  return Number.isFinite(Number(text)) ? Number(text) : text;
}
