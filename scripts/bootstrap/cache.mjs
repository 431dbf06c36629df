import { createHash } from 'node:crypto';
import {
  createReadStream,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, relative } from 'node:path';
import process from 'node:process';
import { pipeline } from 'node:stream/promises';
import { Problem } from './problem.mjs';
import { removeAtExit } from './shell.mjs';

const manifest = 'manifest.json';

/** The cache that all clones of one person share: $XDG_CACHE_HOME/expc, by default ~/.cache/expc. Made when missing. */
export function cacheFolder() {
  const configured = process.env.XDG_CACHE_HOME ?? '';
  const folder = join(isAbsolute(configured) ? configured : join(homedir(), '.cache'), 'expc');
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Problem(
      `the cache folder ${folder} cannot be made (${error.code})`,
      'make it writable, or choose another: export XDG_CACHE_HOME=/some/folder',
    );
  }
  return folder;
}

/** A fresh folder beside `path`, removed at exit unless it is renamed; those of killed set-ups are swept. */
export function temporaryBeside(path) {
  const parent = join(path, '..');
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    const pid = /\.tmp-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && Date.now() - statSync(join(parent, name)).mtimeMs > 3_600_000) {
      rmSync(join(parent, name), { recursive: true, force: true });
    }
  }
  const folder = `${path}.tmp-${process.pid}`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  return removeAtExit(folder);
}

export function sha256(text) {
  return createHash('sha256').update(text).digest('hex');
}

async function sha256OfFile(path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

/** Every file under `folder`, as sorted relative paths. */
export function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

/** Record size and SHA-256 of every file in `folder`, so that a later set-up can tell a damaged cache. */
export async function seal(folder) {
  const files = {};
  for (const name of filesUnder(folder)) {
    const path = join(folder, name);
    files[name] = { bytes: statSync(path).size, sha256: await sha256OfFile(path) };
  }
  writeFileSync(join(folder, manifest), JSON.stringify(files, null, 1));
}

/** Whether `folder` is there, sealed, and every file in it is as it was when it was sealed. */
export async function isIntact(folder) {
  try {
    const files = JSON.parse(readFileSync(join(folder, manifest), 'utf8'));
    for (const [name, { bytes, sha256: expected }] of Object.entries(files)) {
      const path = join(folder, name);
      if (statSync(path).size !== bytes || (await sha256OfFile(path)) !== expected) return false;
    }
    return true;
  } catch {
    return false;
  }
}
