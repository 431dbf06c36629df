import { mkdirSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { writeFileAtomic } from '../../runtime/store/atomic.js';
import { exportPath, type ExportColumn, type ExportTable } from './tables.js';

export type ExportFormat = 'csv' | 'parquet';

/** Writes each table as a file of its own. Returns their paths. */
export function writeTables(
  tables: readonly ExportTable[],
  folder: string,
  formats: readonly ExportFormat[],
): string[] {
  mkdirSync(folder, { recursive: true });
  return formats.flatMap((format) =>
    tables.map((table) => {
      const path = exportPath(folder, table.name, format);
      writeFileAtomic(path, format === 'csv' ? asCsv(table) : asParquet(table));
      return path;
    }),
  );
}

/** CSV (RFC 4180) with a header; an empty field is no value. */
export function asCsv({ columns }: ExportTable): string {
  const n = columns[0]?.values.length ?? 0;
  const rows = Array.from({ length: n }, (_, i) => columns.map(({ values }) => values[i]));
  return stringify([columns.map(({ name }) => name), ...rows], { cast: { boolean: String } });
}

/** Apache Parquet, with a type for each column. */
export function asParquet({ columns }: ExportTable): Uint8Array {
  return new Uint8Array(parquetWriteBuffer({ columnData: columns.map(parquetColumn) }));
}

function parquetColumn({ name, type, values }: ExportColumn) {
  switch (type) {
    case 'integer':
      return {
        name,
        type: 'INT64' as const,
        data: values.map((value) => (value === null ? null : BigInt(value as number))),
      };
    case 'number':
      return { name, type: 'DOUBLE' as const, data: [...values] };
    case 'truth':
      return { name, type: 'BOOLEAN' as const, data: [...values] };
    case 'text':
      return { name, type: 'STRING' as const, data: [...values] };
  }
}
