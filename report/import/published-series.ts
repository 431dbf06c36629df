import { parse } from 'csv-parse/sync';
import type { Metrics } from '../results/types.js';

/** Two equally long lists of fractions: position i of both is one evaluated model. */
export interface Series {
  readonly asr: readonly number[];
  readonly accuracy: readonly number[];
}

/** ImageNet's validation pictures; those of the target class do not count for the ASR. */
export const pictures = { accuracy: 50_000, asr: 49_950, excluded: 50 } as const;

export class BadSeries extends Error {}

/** The series of a published file by key; empty ones are left out. @throws {BadSeries} */
export function readSeries(text: string, file: string): Map<string, Series> {
  const entries = file.endsWith('.csv') ? csvEntries(text) : jsonEntries(text);
  return new Map(
    entries.flatMap(([key, value]): [string, Series][] => {
      if (Array.isArray(value) && value.length === 0) return [];
      return [[key, toSeries(key, value)]];
    }),
  );
}

function jsonEntries(text: string): [string, unknown][] {
  const value = json(text, 'the file');
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BadSeries('the file is not a JSON object');
  return Object.entries(value);
}

/** A row of ASR lists and one of accuracy lists, each list as text in a cell; the first column is a row number. */
function csvEntries(text: string): [string, unknown][] {
  let rows: string[][];
  try {
    rows = parse(text, { max_record_size: 10_000_000 });
  } catch (error) {
    throw new BadSeries(`the file is not CSV: ${(error as Error).message}`);
  }
  const [header = [], asr = [], accuracy = []] = rows;
  if (rows.length !== 3) throw new BadSeries(`the file has ${rows.length} rows, and 3 are expected`);
  return header.slice(1).map((key, i) => [key, [json(asr[i + 1]!, key), json(accuracy[i + 1]!, key)]]);
}

function json(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadSeries(`${what} is not JSON`);
  }
}

function toSeries(key: string, value: unknown): Series {
  if (!Array.isArray(value) || value.length !== 2)
    throw new BadSeries(`\`${key}\` is neither empty nor a pair of lists`);
  const [asr, accuracy] = value as [unknown, unknown];
  if (!isCounts(asr, pictures.asr))
    throw new BadSeries(`the ASR of \`${key}\` is no list of shares of ${pictures.asr} pictures`);
  if (!isCounts(accuracy, pictures.accuracy))
    throw new BadSeries(`the accuracy of \`${key}\` is no list of shares of ${pictures.accuracy} pictures`);
  if (asr.length !== accuracy.length)
    throw new BadSeries(`\`${key}\` has ${asr.length} ASR values and ${accuracy.length} accuracies`);
  return { asr, accuracy };
}

/** Whether every value is a number of pictures divided by `all`. */
function isCounts(values: unknown, all: number): values is number[] {
  return (
    Array.isArray(values) &&
    values.every(
      (value) =>
        typeof value === 'number' &&
        value >= 0 &&
        value <= 1 &&
        Math.abs(value * all - Math.round(value * all)) < 1e-6,
    )
  );
}

export function metricsOf({ asr, accuracy }: Series, index: number): Metrics {
  return { 'accuracy.top1': accuracy[index]!, 'asr.top1': asr[index]! };
}

export function sameSeries(a: Series, b: Series): boolean {
  const same = (left: readonly number[], right: readonly number[]) =>
    left.length === right.length && left.every((value, i) => value === right[i]);
  return same(a.asr, b.asr) && same(a.accuracy, b.accuracy);
}
