import { StageFailure } from '../../../execute/context.js';
import { tableBatches } from '../../csv/table.js';
import type { UrlListConfig } from '../config.js';
import { findColumns, type ListColumns } from './columns.js';

/** A row of the list. */
export interface ListRow {
  /** Counted from 1, without the header. */
  readonly row: number;
  readonly url: string;
  readonly caption: string;
  /** Why it gives no pair, whatever the network says; null where it may. */
  readonly wrong: { readonly reason: string; readonly detail: string } | null;
}

export type ListConfig = Pick<UrlListConfig, 'url_column' | 'caption_column' | 'delimiter'>;

/**
 * The rows of a list in pieces. Empty lines are passed over.
 * @throws StageFailure when the list cannot be read, or its columns are not there
 */
export async function* listRows(path: string, config: ListConfig): AsyncGenerator<ListRow[]> {
  const { delimiter } = config;
  // In lists between tabs a quote is a letter like others; a first row may be a header, or not.
  const form = { delimiter, quoting: delimiter === '\t' ? 'none' : 'double', header: false } as const;
  let columns: ListColumns | null = null;
  let row = 0;
  for await (const batch of tableBatches(path, form, columnsRead(config))) {
    const rows: ListRow[] = [];
    for (const { fields } of batch) {
      if (columns === null) {
        columns = findColumns(fields, config, path);
        if (columns.hasHeader) continue;
      }
      row += 1;
      rows.push(rowOf(row, fields, columns));
    }
    if (rows.length > 0) yield rows;
  }
  if (columns === null)
    throw new StageFailure(`${path} is empty`, 'it should have a URL and a caption in each row');
}

/** Number of rows of a list. */
export async function countRows(path: string, config: ListConfig): Promise<number> {
  let count = 0;
  for await (const rows of listRows(path, config)) count += rows.length;
  return count;
}

function columnsRead({ url_column: url = 'url', caption_column: caption = 'caption' }: ListConfig) {
  return new Set([url, caption].map((column) => (typeof column === 'number' ? column - 1 : column)));
}

function rowOf(row: number, fields: readonly string[], { url, caption }: ListColumns): ListRow {
  const found = { row, url: fields[url]?.trim() ?? '', caption: fields[caption]?.trim() ?? '' };
  return { ...found, wrong: problemOf(found, fields.length, Math.max(url, caption) + 1) };
}

function problemOf(
  { url, caption }: { readonly url: string; readonly caption: string },
  count: number,
  needed: number,
): ListRow['wrong'] {
  if (count < needed) return { reason: 'wrong number of fields', detail: `${count} instead of ${needed}` };
  if (url === '') return { reason: 'empty URL', detail: `caption "${caption}"` };
  if (caption === '') return { reason: 'empty caption', detail: url };
  return null;
}
