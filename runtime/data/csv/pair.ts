import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { readPicture, type Wanted } from '../load-picture.js';
import type { SourceRow } from '../source.js';
import type { Columns } from './columns.js';
import type { CsvRow } from './rows.js';

/** Loads the pair of a row with its picture; or says why it cannot be used. */
export async function loadPair(row: CsvRow, columns: Columns, wanted: Wanted): Promise<SourceRow> {
  const drop = (reason: string, detail: string): SourceRow => ({
    dropped: { row: row.row, reason, detail: `${detail} (line ${row.line})` },
  });
  const { fields } = row;
  if (fields.length !== columns.count) {
    return drop('wrong number of fields', `${fields.length} instead of ${columns.count}`);
  }
  const image = fields[columns.image]!.trim();
  const caption = fields[columns.caption]!.trim();
  const label = columns.label === null ? null : fields[columns.label]!.trim();
  if (image === '') return drop('empty image path', `caption "${caption}"`);
  if (caption === '') return drop('empty caption', image);
  if (label === '') return drop('empty label', image);
  const path = isAbsolute(image) ? image : join(wanted.root, image);
  if (!existsSync(path)) return drop('missing image', image);
  try {
    return { pair: { id: image, captions: [caption], label, ...(await readPicture(path, wanted)) } };
  } catch (error) {
    return drop('unreadable image', `${image}: ${firstLine(error)}`);
  }
}

function firstLine(error: unknown): string {
  return (error as Error).message.trim().split('\n')[0]!;
}
