import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { parquetMetadataAsync, parquetReadObjects, parquetSchema, type AsyncBuffer } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { StageFailure } from '../../execute/context.js';
import type { CsvRow } from '../csv/rows.js';
import { vetRowGroup } from './vet.js';

/** Values of the columns that are not asked for. */
const unread = '';

/**
 * The rows of a Parquet file, a row group at a time, as rows of text: first the names of its columns, numbered 0.
 * Missing values are empty texts.
 *
 * @param columns names, or places counted from 0, of those that are read
 * @throws StageFailure when it is no Parquet file, or a broken one
 */
export async function* parquetBatches(
  path: string,
  columns: ReadonlySet<string | number>,
): AsyncGenerator<CsvRow[]> {
  const { file, close } = openBuffer(path);
  try {
    const metadata = await parquetMetadataAsync(file);
    const names = parquetSchema(metadata).children.map(({ element }) => element.name);
    const read = names.filter((name, place) => columns.has(name) || columns.has(place));
    yield [{ row: 0, line: 0, fields: names, bytes: 0 }];
    let row = 0;
    for (const group of metadata.row_groups) {
      await vetRowGroup(file, metadata, group, new Set(read));
      const rowStart = row;
      const rowEnd = row + Number(group.num_rows);
      const found = await parquetReadObjects({
        file,
        metadata,
        columns: read,
        rowStart,
        rowEnd,
        compressors,
      });
      const bytes = (file.byteLength * rowEnd) / Math.max(1, Number(metadata.num_rows));
      yield found.map((values) => {
        const fields = names.map((name) => (name in values ? asText(values[name]) : unread));
        row++;
        return { row, line: row, fields, bytes };
      });
    }
  } catch (error) {
    if (error instanceof StageFailure) throw error;
    throw new StageFailure(
      `${path} cannot be read as Parquet: ${reasonOf(error as Error)}`,
      'get the file again',
    );
  } finally {
    close();
  }
}

/** Errors of the language itself are a decoder that stumbled over what it believed. */
function reasonOf(error: Error): string {
  const stumbled = error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError;
  return stumbled ? 'its content is damaged' : error.message.split('\n')[0]!;
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return `${value}`;
  return value === null || value === undefined ? '' : JSON.stringify(value);
}

function openBuffer(path: string): { file: AsyncBuffer; close: () => void } {
  const descriptor = openSync(path, 'r');
  const byteLength = fstatSync(descriptor).size;
  return {
    file: {
      byteLength,
      slice: (start, end = byteLength) => {
        if (!(start >= 0 && start <= end && end <= byteLength))
          throw new Error('it is damaged: it points beyond its end');
        const bytes = new Uint8Array(end - start);
        for (let done = 0; done < bytes.length;) {
          const got = readSync(descriptor, bytes, done, bytes.length - done, start + done);
          if (got === 0) throw new RangeError(`the file ended at byte ${start + done}`);
          done += got;
        }
        return bytes.buffer;
      },
    },
    close: () => closeSync(descriptor),
  };
}
