import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { StageFailure } from '../execute/context.js';

/**
 * The folder of things that can be made again and that all clones of one person share: $EXPC_CACHE, else
 * $XDG_CACHE_HOME/expc, else ~/.cache/expc.
 */
export function cacheFolder(): string {
  if (process.env.EXPC_CACHE) return process.env.EXPC_CACHE;
  const configured = process.env.XDG_CACHE_HOME ?? '';
  return join(isAbsolute(configured) ? configured : join(homedir(), '.cache'), 'expc');
}

/**
 * The folder `name` of the cache; when it is missing (or `isWhole` says it is damaged), `build` makes it. It appears
 * whole or not at all, so any number of processes may ask for it at once.
 * @throws StageFailure when the cache cannot be written to.
 */
export async function cached(
  name: string,
  isWhole: (folder: string) => boolean,
  build: (folder: string) => Promise<void> | void,
): Promise<string> {
  const folder = join(cacheFolder(), name);
  if (isWhole(folder)) return folder;
  const temporary = `${folder}.tmp-${process.pid}-${Date.now().toString(36)}${builds++}`;
  makeFolder(temporary);
  try {
    sweep(dirname(folder));
    await build(temporary);
    publish(temporary, folder, isWhole);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return folder;
}

/** Tells folders apart that one process makes in the same moment. */
let builds = 0;

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new StageFailure(
      `the cache folder ${dirname(folder)} cannot be made (${(error as NodeJS.ErrnoException).code})`,
      'make it writable, or choose another with the environment variable EXPC_CACHE',
    );
  }
}

function publish(temporary: string, folder: string, isWhole: (folder: string) => boolean): void {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      renameSync(temporary, folder);
      return;
    } catch (error) {
      // Another process was faster, or a damaged folder is in the way.
      if (!existsSync(folder)) throw error;
      if (isWhole(folder)) return;
      rmSync(folder, { recursive: true, force: true });
    }
  }
  throw new StageFailure(`${folder} cannot be replaced`, `remove ${folder} and try again`);
}

const HOUR = 3_600_000;

/** Removes what killed processes left behind. */
function sweep(parent: string): void {
  for (const name of readdirSync(parent)) {
    if (!/\.tmp-\d+-\w+$/.test(name)) continue;
    const path = join(parent, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity);
    if (age > HOUR) rmSync(path, { recursive: true, force: true });
  }
}
