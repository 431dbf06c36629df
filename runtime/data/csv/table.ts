import { parquetBatches } from '../parquet/rows.js';
import { fileStart } from './file-start.js';
import { csvBatches, type CsvForm, type CsvRow } from './rows.js';

/**
 * The rows of a table in pieces: of a CSV file or of a Parquet file, as its first bytes tell.
 *
 * @param columns names, or places counted from 0, of those that are looked at
 * @throws StageFailure when the file cannot be read
 */
export function tableBatches(
  path: string,
  form: CsvForm,
  columns: ReadonlySet<string | number>,
): AsyncGenerator<CsvRow[]> {
  return isParquet(path) ? parquetBatches(path, columns) : csvBatches(path, form);
}

/** False where the file cannot be read: reading it tells why. */
export function isParquet(path: string): boolean {
  try {
    return Buffer.from(fileStart(path, 4)).toString('latin1') === 'PAR1';
  } catch {
    return false;
  }
}
