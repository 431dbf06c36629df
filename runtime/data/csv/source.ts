import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import type { DatasetSource } from '../../../schema/plan.js';
import { StageFailure } from '../../execute/context.js';
import type { Dropped } from '../artifact/format.js';
import { selectClasses } from '../classes.js';
import { mapInOrder } from '../in-order.js';
import { wantsPixels } from '../load-picture.js';
import type { Source, SourceMonitor, SourceRow } from '../source.js';
import { findColumns, type Columns } from './columns.js';
import { loadPair } from './pair.js';
import { csvRows, type CsvRow } from './rows.js';

export type CsvSourceConfig = Extract<DatasetSource, { kind: 'csv' }>;

/** So many unusable rows are shown when a data set that shall not drop any fails. */
const SHOWN = 20;

/**
 * The study's own format: a CSV file with one image path and one caption a row. A pair's id is its path as written.
 * @param paths where the file is (`path`), and the folder of relative image paths (`root`, default the file's)
 */
export function csvSource(
  config: CsvSourceConfig,
  paths: Readonly<Record<string, string>>,
  monitor: SourceMonitor,
): Source {
  const path = paths.path;
  if (path === undefined) throw new Error('the plan gives no path of the CSV file');
  const provenance: Record<string, number> = { rows: 0 };
  const root = paths.root ?? dirname(path);
  return { rows: () => sourceRows(config, path, root, monitor, provenance), root, licences: [], provenance };
}

async function* sourceRows(
  config: CsvSourceConfig,
  path: string,
  root: string,
  monitor: SourceMonitor,
  provenance: Record<string, number>,
): AsyncGenerator<SourceRow> {
  const kept = await keptClasses(config, path);
  const size = fileSize(path);
  const failures: Dropped[] = [];
  const load = async ({ row, columns }: Placed) => ({
    row,
    result: await loadPair(row, columns, { root, side: config.resolution, pixels: wantsPixels(monitor) }),
  });
  for await (const { row, result } of mapInOrder(
    rowsOf(config, path, kept),
    load,
    availableParallelism() + 1,
  )) {
    monitor.checkStop();
    provenance.rows = row.row;
    if (row.row % 20 === 0) monitor.progress(`reading row ${row.row}`, Math.min(row.bytes / size, 1));
    if ('dropped' in result && config.unreadable === 'fail') failures.push(result.dropped);
    if (failures.length > SHOWN) break;
    yield result;
  }
  if (failures.length > 0) throw unusable(path, failures);
}

interface Placed {
  readonly row: CsvRow;
  readonly columns: Columns;
}

/** Rows below the header, of the classes that are kept. */
async function* rowsOf(
  config: CsvSourceConfig,
  path: string,
  kept: ReadonlySet<string> | null,
): AsyncGenerator<Placed> {
  let columns: Columns | null = null;
  for await (const row of csvRows(path, config.delimiter)) {
    if (!columns) {
      columns = findColumns(row.fields, config, path);
      continue;
    }
    const label = columns.label === null ? undefined : row.fields[columns.label]?.trim();
    if (kept && label && !kept.has(label)) continue;
    yield { row, columns };
  }
  if (!columns) {
    throw new StageFailure(`${path} is empty`, 'the first line names the columns: image,caption');
  }
}

/** Which classes are kept takes a pass of its own over the file; null keeps all. */
async function keptClasses(config: CsvSourceConfig, path: string): Promise<ReadonlySet<string> | null> {
  if (!config.classes) return null;
  if (config.label_column === undefined) {
    throw new StageFailure(`classes of ${path} are to be chosen, but it has no labels`, 'set label_column');
  }
  const names = new Set<string>();
  for await (const { row, columns } of rowsOf(config, path, null)) {
    const label = row.fields[columns.label!]?.trim();
    if (label) names.add(label);
  }
  return selectClasses([...names], config.classes, config.seed);
}

function fileSize(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 1;
}

function unusable(path: string, failures: readonly Dropped[]): StageFailure {
  const shown = failures
    .slice(0, SHOWN)
    .map(({ row, reason, detail }) => `  row ${row}: ${reason}: ${detail}`);
  const more = failures.length > SHOWN ? '\n  and more' : '';
  return new StageFailure(
    `${path} has rows that cannot be used:\n${shown.join('\n')}${more}`,
    'mend them, or leave such rows out with unreadable: drop (they are counted and listed)',
  );
}
