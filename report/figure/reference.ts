import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { error, warning, type Notice } from '../notice.js';
import type { RunResult } from '../results/types.js';
import { labelAt } from '../select.js';

/** A value from elsewhere. */
export interface ReferenceValue {
  readonly label: string;
  /** Metric -> value, in percent for shares. */
  readonly values: Readonly<Record<string, number>>;
  /** Whether it stands beside a run: all labels that it names are the run's. */
  readonly belongsTo: (run: RunResult) => boolean;
}

interface Declared {
  readonly label?: string;
  readonly values?: Readonly<Record<string, number>>;
  readonly where?: Readonly<Record<string, unknown>>;
  readonly path?: string;
}

/**
 * The reference values of a figure: those in it, and those in its data files. What is wrong with a file is an error.
 *
 * @param isAxis columns of a file that are axes say beside which runs a value stands; the others hold metrics
 */
export function readReferences(
  declared: readonly Declared[] | undefined,
  isAxis: (name: string) => boolean,
  notices: Notice[],
): ReferenceValue[] {
  return (declared ?? []).flatMap(({ label = 'reference', values, where = {}, path }) => [
    ...(values === undefined ? [] : [{ label, values, belongsTo: matching(where) }]),
    ...(path === undefined ? [] : readFile(path, label, isAxis, notices)),
  ]);
}

function matching(where: Readonly<Record<string, unknown>>): (run: RunResult) => boolean {
  const wanted = Object.entries(where).map(
    ([axis, labels]) => [axis, (Array.isArray(labels) ? labels : [labels]).map(String)] as const,
  );
  return (run) => wanted.every(([axis, labels]) => labels.includes(String(labelAt(run, axis))));
}

function readFile(
  path: string,
  label: string,
  isAxis: (name: string) => boolean,
  notices: Notice[],
): ReferenceValue[] {
  const isMetric = (name: string) => name !== 'label' && !isAxis(name);
  const fail = (message: string, line: number | null = null) => {
    notices.push(error('badReference', message, { place: { file: path, line } }));
    return [];
  };
  if (!existsSync(path)) return fail(`there is no file \`${path}\` of reference values`);
  let rows: Record<string, string>[];
  try {
    rows = parse(readFileSync(path, 'utf8'), {
      columns: true,
      bom: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch (problem) {
    return fail(`the reference values are no CSV: ${(problem as Error).message}`);
  }
  return rows.flatMap((row, index) => {
    const metrics = Object.entries(row).filter(([name]) => isMetric(name));
    if (metrics.length === 0) return fail('a row of reference values has no metric', index + 2);
    const bad = metrics.find(([, text]) => text !== '' && !Number.isFinite(Number(text)));
    if (bad !== undefined) {
      const message = `\`${bad[0]}\` is ${JSON.stringify(bad[1])}, which is no number; the row is left out`;
      notices.push(warning('badReference', message, { place: { file: path, line: index + 2 } }));
      return [];
    }
    const values = Object.fromEntries(
      metrics.flatMap(([name, text]) => (text === '' ? [] : [[name, Number(text)]])),
    );
    const where = Object.fromEntries(
      Object.entries(row).filter(([name, text]) => isAxis(name) && text !== ''),
    );
    return [{ label: row.label ?? label, values, belongsTo: matching(where) }];
  });
}
