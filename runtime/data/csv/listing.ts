import { statSync } from 'node:fs';
import { StageFailure } from '../../execute/context.js';
import { selectClasses } from '../classes.js';
import type { Candidate, DroppedRow, Entry, Listing } from '../listing.js';
import type { SourceMonitor } from '../source.js';
import { findColumns, type Columns } from './columns.js';
import type { CsvRow } from './rows.js';
import type { CsvSourceConfig } from './source.js';
import { tableBatches } from './table.js';

/** What a listing of a table needs beside its configuration. */
export interface TableContext {
  readonly path: string;
  readonly monitor: SourceMonitor;
  /** Told how many rows there were so far. */
  readonly counted: (rows: number) => void;
  readonly load: Candidate['load'];
  /** Where the picture is that a row names. */
  readonly locate: (image: string) => string;
}

/** The pairs of a table, one a row, of the classes that are kept. */
export function tableListing(config: CsvSourceConfig, context: TableContext): Listing {
  return {
    async *batches() {
      const kept = await keptClasses(config, context);
      for await (const { rows, columns } of tableRows(config, context)) {
        const entries: Entry[] = [];
        for (const row of rows) {
          const entry = entryOf(row, columns, config, context);
          if ('dropped' in entry || kept === null || kept.has(entry.label!)) entries.push(entry);
        }
        yield entries;
      }
    },
  };
}

function entryOf(
  { row, line, fields }: CsvRow,
  columns: Columns,
  { unreadable }: CsvSourceConfig,
  { path, load, locate }: TableContext,
): Entry {
  const drop = (reason: string, detail: string): DroppedRow => ({
    dropped: { row, reason, detail: `${detail} (line ${line})` },
    ...(unreadable === 'fail' ? { refusedBy: path } : {}),
  });
  if (fields.length !== columns.count)
    return drop('wrong number of fields', `${fields.length} instead of ${columns.count}`);
  const image = fields[columns.image]!.trim();
  const caption = fields[columns.caption]!.trim();
  const label = columns.label === null ? null : fields[columns.label]!.trim();
  if (image === '') return drop('empty image path', `caption "${caption}"`);
  if (caption === '') return drop('empty caption', image);
  if (label === '') return drop('empty label', image);
  return { row, id: image, captions: [caption], label, file: locate(image), load };
}

/** Rows below the header, and where their columns are. */
async function* tableRows(
  config: CsvSourceConfig,
  { path, monitor, counted }: TableContext,
): AsyncGenerator<{ readonly rows: readonly CsvRow[]; readonly columns: Columns }> {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 1;
  const { image_column: image, caption_column: caption, label_column: label = image } = config;
  let columns: Columns | null = null;
  for await (const batch of tableBatches(path, config, new Set([image, caption, label]))) {
    monitor.checkStop();
    const first = batch[0]!;
    columns ??= findColumns(first, config, path);
    const rows = first.row === 0 ? batch.slice(1) : batch;
    const last = rows.at(-1);
    if (last === undefined) continue;
    counted(last.row);
    monitor.progress(`reading row ${last.row}`, Math.min(last.bytes / size, 1));
    yield { rows, columns };
  }
  if (columns === null)
    throw new StageFailure(`${path} is empty`, 'the first line names the columns: image,caption');
}

/** Which classes are kept takes a pass of its own over the file; null keeps all. */
async function keptClasses(
  config: CsvSourceConfig,
  context: TableContext,
): Promise<ReadonlySet<string> | null> {
  if (!config.classes) return null;
  if (config.label_column === undefined) {
    throw new StageFailure(
      `classes of ${context.path} are to be chosen, but it has no labels`,
      'set label_column',
    );
  }
  const names = new Set<string>();
  for await (const { rows, columns } of tableRows(config, context)) {
    for (const { fields } of rows) {
      const label = fields[columns.label!]?.trim();
      if (label && !names.has(label)) names.add(ownText(label));
    }
  }
  return selectClasses([...names], config.classes, config.seed);
}

/** A copy that does not hold the text of the file that it was cut out of in memory. */
function ownText(text: string): string {
  return Buffer.from(text).toString();
}
