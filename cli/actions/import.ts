import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { readAndStore } from '../../report/import/index.js';
import type { ImportKind, ImportOptions } from '../commands/import.js';
import { UsageError } from '../exit.js';
import { tell } from '../notices.js';
import { print } from '../terminal.js';

export function importResults(
  kind: ImportKind,
  path: string,
  { outputs, name, column = [], percent, experiment, ablation }: ImportOptions,
): number {
  if (!existsSync(path)) throw new UsageError(`there is no file or folder \`${path}\``);
  const stored = readAndStore(outputs, {
    kind,
    path,
    name: name ?? (kind === 'published' ? kind : basename(path).replace(/\.\w+$/, '')),
    rename: Object.fromEntries(column.map(columnOf)),
    ...(percent === undefined ? {} : { percent }),
    ...(experiment === undefined ? {} : { experiment }),
    ...(ablation === undefined ? {} : { ablation }),
  });
  if (stored.summary !== null) print(stored.summary);
  return tell(stored.notices);
}

function columnOf(text: string): [string, string] {
  const at = text.lastIndexOf('=');
  if (at < 1 || at === text.length - 1)
    throw new UsageError(`\`--column ${text}\` is not understood`, 'write it as `--column COLUMN=NAME`');
  return [text.slice(0, at), text.slice(at + 1)];
}
