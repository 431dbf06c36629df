import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Every file under a folder, as sorted relative paths. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
