import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** One source file and all that it imports as JavaScript, as it is now, for processes that tests start. */
export function builtEntry(source: string): { readonly entry: string; remove(): void } {
  const parent = join(root, '.vitest');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'entry-'));
  const entry = join(folder, 'entry.js');
  buildSync({
    entryPoints: [join(root, source)],
    outfile: entry,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  });
  return { entry, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
