import { makeTables } from '../../report/table/make.js';
import type { TableOptions } from '../commands/table.js';
import { boundsOf } from '../bounds.js';
import { exitCode } from '../exit.js';
import { importedResults } from '../imports.js';
import { loadOrExplain } from '../load.js';
import { tell } from '../notices.js';
import { print } from '../terminal.js';

export function table(
  file: string,
  names: readonly string[],
  { set, outputs, from, format, limits, rows, ...bounds }: TableOptions,
): number {
  const compiled = loadOrExplain(file, { set });
  if (compiled === null) return exitCode.wrong;
  const results = importedResults(compiled.plan, outputs, from);
  const { texts, notices } = makeTables(compiled.plan, outputs, {
    format,
    bounds: boundsOf(bounds),
    ...(names.length === 0 ? {} : { only: names }),
    ...(results === undefined ? {} : { results }),
    ...(limits === undefined ? {} : { limits }),
    ...(rows === undefined ? {} : { rows: rows.split(',') }),
  });
  print(texts.join('\n'));
  return tell(notices);
}
