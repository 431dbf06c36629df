import { existsSync, lstatSync, readlinkSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { Problem, classify } from './problem.mjs';
import { during } from './progress.mjs';
import { removeAtExit, run } from './shell.mjs';

const target = join('..', '..', 'dist', 'cli', 'main.js');
const linkOf = (root) => join(root, 'node_modules', '.bin', 'expc');

/** Whether `npx expc` finds the compiled command. */
export function commandIsLinked(root) {
  try {
    return readlinkSync(linkOf(root)) === target && existsSync(linkOf(root));
  } catch {
    return false;
  }
}

/** Compile the sources into dist/, and let `npx expc` find the command: npm links those of dependencies only. */
export async function compileSources(root) {
  const { code, output } = await during('sources: compiling', () =>
    run(process.execPath, [join(root, 'scripts', 'build.mjs')], { cwd: root }),
  );
  if (code !== 0) {
    throw classify({
      output,
      what: 'sources',
      registry: '',
      folder: root,
      fallback: new Problem(
        'sources: the TypeScript compiler found errors',
        'npm run types shows them all',
        output,
      ),
    });
  }
  const link = linkOf(root);
  const temporary = removeAtExit(`${link}.tmp-${process.pid}`);
  if (!lstatSync(temporary, { throwIfNoEntry: false })) symlinkSync(target, temporary);
  renameSync(temporary, link);
}
