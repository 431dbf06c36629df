import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import type { AxisValue } from '../../schema/plan.js';
import { error, warning, type Notice } from '../notice.js';
import { isMetric, valueOf, type CsvOptions } from './csv.js';
import type { Imported } from './imported.js';
import { runsOfRows, type Row } from './rows.js';

/** The study's names of metrics, and those that CLIP's training programs log. */
const usual: readonly (readonly [RegExp, string])[] = [
  [/(^|[/_])asr_top(\d+)$/, 'asr.top$2'],
  [/(^|[/_])zeroshot_top(\d+)$/, 'accuracy.top$2'],
  [/(^|[/_])(imagenet_)?accuracy_top(\d+)$/, 'accuracy.top$3'],
];

/**
 * Reads histories exported from Weights & Biases:
 *
 * - a folder, or a file, of one run each as CSV or JSON lines with `_step`, as `run.history()` gives it; the run's
 *   parameters from NAME.config.json, NAME.config.yaml, or config.yaml in a folder of its own;
 * - the CSV file that a chart's menu exports, with a column `RUN - METRIC` for each run.
 */
export function importWandb(
  path: string,
  options: CsvOptions = {},
): Imported & { readonly files: readonly string[] } {
  const notices: Notice[] = [];
  const files = historyFiles(path);
  if (files.length === 0)
    notices.push(
      error('badImport', `there is no history in \`${path}\``, {
        hint: 'histories are .csv, .json or .jsonl files',
      }),
    );
  const runs = files.flatMap((file) => {
    const table = readTable(file, notices);
    const rows = isChart(table) ? chartRows(table, options) : historyRows(table, file, options, notices);
    if (table.length > 0 && rows.every(({ metrics }) => Object.keys(metrics).length === 0)) {
      const names = Object.keys(table[0] ?? {}).filter((name) => !name.startsWith('_'));
      notices.push(
        error('badImport', 'no column is known as a metric', {
          place: { file, line: null },
          hint: `columns are ${names
            .slice(0, 8)
            .map((name) => `\`${name}\``)
            .join(', ')}; say which are metrics: \`--column NAME=accuracy.top1\``,
        }),
      );
      return [];
    }
    return runsOfRows(rows, file, options, notices);
  });
  return { runs, notices, files };
}

type Table = readonly Readonly<Record<string, unknown>>[];

function historyFiles(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() &&
        /\.(csv|jsonl?|ndjson)$/.test(entry.name) &&
        !/(^|\.)(config|metadata|summary)\.json$/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function readTable(file: string, notices: Notice[]): Table {
  const text = readFileSync(file, 'utf8');
  try {
    if (file.endsWith('.csv')) return parse(text, { columns: true, bom: true, skip_empty_lines: true });
    if (file.endsWith('.json')) {
      const value: unknown = JSON.parse(text);
      if (Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null))
        return value as Table;
      throw new Error('it is no list of rows');
    }
  } catch (problem) {
    notices.push(
      error('badImport', `the history cannot be read: ${(problem as Error).message}`, {
        place: { file, line: null },
      }),
    );
    return [];
  }
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [JSON.parse(line) as Record<string, unknown>];
    } catch {
      notices.push(
        warning('brokenLine', 'this line is no JSON object; its evaluation is missing', {
          place: { file, line: index + 1 },
        }),
      );
      return [];
    }
  });
}

const isChart = (table: Table): boolean =>
  'Step' in (table[0] ?? {}) && Object.keys(table[0]!).some((name) => name.includes(' - '));

function chartRows(table: Table, options: CsvOptions): Row[] {
  return table.flatMap((record, index) => {
    const byRun = new Map<string, Record<string, unknown>>();
    for (const [column, value] of Object.entries(record)) {
      const [, run, name] = /^(.*) - (.*?)$/.exec(column) ?? [];
      if (run === undefined || name === undefined || /__(MIN|MAX)$/.test(name) || value === '') continue;
      const metric = metricOf(name, options);
      if (metric !== null) byRun.set(run, { ...byRun.get(run), [metric]: value });
    }
    const step = Number(record.Step);
    return [...byRun].map(([run, metrics]): Row => ({
      line: index + 2,
      run,
      epoch: step,
      step: null,
      metrics,
      parameters: {},
    }));
  });
}

function historyRows(table: Table, file: string, options: CsvOptions, notices: Notice[]): Row[] {
  const run =
    basename(file).replace(/\.\w+$/, '') === 'history'
      ? basename(dirname(file))
      : basename(file).replace(/\.\w+$/, '');
  const parameters = configOf(file, options, notices);
  return table.flatMap((record, index): Row[] => {
    const metrics = Object.fromEntries(
      Object.entries(record).flatMap(([name, value]) => {
        const metric = metricOf(name, options);
        return metric === null || value === '' || value === null ? [] : [[metric, value]];
      }),
    );
    if (Object.keys(metrics).length === 0) return [];
    const place = (name: string) => {
      const column = Object.keys(record).find((key) => (options.rename?.[key] ?? key) === name);
      const value = column === undefined ? null : record[column];
      return value === null || value === '' || !Number.isFinite(Number(value)) ? null : Number(value);
    };
    const seconds = place('_timestamp');
    const made = seconds === null ? null : new Date(1000 * seconds).toISOString();
    return [{ line: index + 2, run, epoch: place('epoch'), step: place('_step'), made, metrics, parameters }];
  });
}

function metricOf(name: string, { rename }: CsvOptions): string | null {
  const given = rename?.[name];
  if (given !== undefined) return isMetric(given) ? given : null;
  if (isMetric(name)) return name;
  const found = usual.find(([form]) => form.test(name));
  return found === undefined ? null : name.match(found[0])![0].replace(found[0], found[1]);
}

/** The parameters of a run, from the file beside its history; W&B wraps each value as `{ value: … }`. */
function configOf(file: string, { rename }: CsvOptions, notices: Notice[]): Record<string, AxisValue> {
  const base = file.replace(/\.\w+$/, '');
  const found = [`${base}.config.json`, `${base}.config.yaml`, join(dirname(file), 'config.yaml')].find(
    (one) => existsSync(one),
  );
  if (found === undefined) return {};
  try {
    const config: unknown = parseYaml(readFileSync(found, 'utf8'));
    const flat: Record<string, AxisValue> = {};
    flatten(config, '', flat);
    return Object.fromEntries(Object.entries(flat).map(([name, value]) => [rename?.[name] ?? name, value]));
  } catch (problem) {
    notices.push(
      warning('badImport', `the parameters cannot be read: ${(problem as Error).message}`, {
        place: { file: found, line: null },
      }),
    );
    return {};
  }
}

function flatten(value: unknown, path: string, into: Record<string, AxisValue>): void {
  if (typeof value === 'string') into[path] = valueOf(value);
  else if (typeof value === 'number' || typeof value === 'boolean') into[path] = value;
  else if (typeof value === 'object' && value !== null && !Array.isArray(value))
    for (const [key, inner] of Object.entries(value)) {
      if (key.startsWith('_') || key === 'wandb_version') continue;
      const isWrapper = key === 'value' && Object.keys(value).every((one) => ['value', 'desc'].includes(one));
      flatten(inner, isWrapper ? path : path === '' ? key : `${path}.${key}`, into);
    }
}
