import type { AsyncBuffer, ColumnMetaData, FileMetaData, RowGroup, SchemaTree } from 'hyparquet';
import { parquetSchema } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { decompressPage } from 'hyparquet/src/datapage.js';
import { getMaxDefinitionLevel, getMaxRepetitionLevel, getTreePath } from 'hyparquet/src/schema.js';
import { compressors } from 'hyparquet-compressors';
import { vetRuns } from './vet-runs.js';

/** Writers make groups of a hundred thousand to a few million rows, and pages of about a megabyte. */
const [mostRows, mostValues, largestPage] = [2 ** 24, 2 ** 27, 2 ** 28];

type PageHeader = ReturnType<typeof parquetHeader>;

/**
 * Looks at the sizes and counts of a row group before it is decoded: hyparquet believes them, and a damaged file can
 * make it fill all memory, which no process survives.
 *
 * @param names of the columns that will be read
 * @throws {Error} that says what is wrong
 */
export async function vetRowGroup(
  file: AsyncBuffer,
  metadata: FileMetaData,
  group: RowGroup,
  names: ReadonlySet<string>,
): Promise<void> {
  const rows = Number(group.num_rows);
  check(rows >= 0 && rows <= mostRows, `a group of ${rows} rows`);
  const root = parquetSchema(metadata);
  for (const { meta_data: column } of group.columns) {
    if (column === undefined) throw new Error('a column without a description');
    if (names.has(column.path_in_schema[0]!))
      await vetColumn(file, column, getTreePath(root, column.path_in_schema));
  }
}

async function vetColumn(file: AsyncBuffer, column: ColumnMetaData, path: SchemaTree[]): Promise<void> {
  const start = Number(column.dictionary_page_offset ?? column.data_page_offset);
  const length = Number(column.total_compressed_size);
  const values = Number(column.num_values);
  check(values >= 0 && values <= mostValues, `a column of ${values} values`);
  check(
    start >= 0 && length >= 0 && start + length <= file.byteLength,
    'a column beyond the end of the file',
  );
  const bytes = new Uint8Array(await file.slice(start, start + length));
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
  while (reader.offset < bytes.length - 1) {
    const header = parquetHeader(reader);
    const { compressed_page_size: size, uncompressed_page_size: whole } = header;
    check(size >= 0 && reader.offset + size <= bytes.length, 'a page beyond the end of its column');
    check(whole >= 0 && whole <= largestPage, `a page of ${Number(whole)} bytes`);
    vetPage(header, bytes.subarray(reader.offset, reader.offset + size), column, path);
    reader.offset += size;
  }
}

function vetPage(header: PageHeader, bytes: Uint8Array, column: ColumnMetaData, path: SchemaTree[]): void {
  const { data_page_header: first, data_page_header_v2: second, dictionary_page_header: dictionary } = header;
  const most = Number(column.num_values);
  const levels = [getMaxRepetitionLevel(path), getMaxDefinitionLevel(path)];
  if (header.type === 'DICTIONARY_PAGE' && dictionary !== undefined) {
    const { num_values: count } = dictionary;
    check(count >= 0 && count <= header.uncompressed_page_size, `a dictionary of ${count} values`);
  } else if (header.type === 'DATA_PAGE' && first !== undefined) {
    const count = first.num_values;
    check(count >= 0 && count <= most, `a page of ${count} values`);
    const page = decompressPage(bytes, header.uncompressed_page_size, column.codec, compressors);
    let at = 0;
    for (const level of levels) if (level > 0) at = vetRuns(page, at, widthOf(level), count, null);
    vetValues(page, at, first.encoding, column, count);
  } else if (header.type === 'DATA_PAGE_V2' && second !== undefined) {
    const { num_values: count, num_nulls: nulls, num_rows: rows } = second;
    check(count >= 0 && count <= most, `a page of ${count} values`);
    check(nulls >= 0 && nulls <= count && rows >= 0 && rows <= count, `a page of ${nulls} nulls`);
    const sizes = [second.repetition_levels_byte_length, second.definition_levels_byte_length];
    check(
      sizes.every((one) => one >= 0) && sizes[0]! + sizes[1]! <= bytes.length,
      'levels beyond their page',
    );
    let at = 0;
    for (const [i, level] of levels.entries()) {
      if (level > 0) vetRuns(bytes, at, widthOf(level), count, sizes[i]!);
      at += sizes[i]!;
    }
    const whole = header.uncompressed_page_size - at;
    check(whole >= 0, `a page of ${whole} bytes`);
    const packed = bytes.subarray(at);
    const isPacked = second.is_compressed !== false;
    const page = isPacked ? decompressPage(packed, whole, column.codec, compressors) : packed;
    vetValues(page, 0, second.encoding, column, count);
  }
}

/** Of values, those that are numbers into a dictionary, or truths, are in runs. */
function vetValues(
  page: Uint8Array,
  at: number,
  encoding: string | undefined,
  { type }: ColumnMetaData,
  count: number,
): void {
  if (encoding === 'RLE') vetRuns(page, at, 1, count, null);
  if (encoding !== 'PLAIN_DICTIONARY' && encoding !== 'RLE_DICTIONARY') return;
  if (type === 'BOOLEAN') vetRuns(page, at, 1, count, null);
  else if (at < page.length && page[at]! > 0) {
    check(page[at]! <= 32, `numbers of ${page[at]} bits`);
    vetRuns(page, at + 1, page[at]!, count, page.length - at - 1);
  }
}

const widthOf = (level: number): number => 32 - Math.clz32(level);

function check(holds: boolean, what: string): void {
  // Damaged headers lack numbers.
  if (!holds) throw new Error(`it has ${what.replaceAll('undefined', 'an unknown number of')}`);
}
