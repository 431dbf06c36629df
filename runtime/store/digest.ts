import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isTemporary } from './atomic.js';

/** A file by its content. `path` is relative, with forward slashes. */
export interface FileDigest {
  readonly path: string;
  readonly bytes: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
}

/** SHA-256 of bytes, hexadecimal. */
export function sha256(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

const chunk = 1 << 20;

/** Size and SHA-256 of a file, without holding it in memory. */
export function digestFile(folder: string, path: string): FileDigest {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(chunk);
  const file = openSync(join(folder, path), 'r');
  let bytes = 0;
  try {
    for (let count = readSync(file, buffer); count > 0; count = readSync(file, buffer)) {
      hash.update(buffer.subarray(0, count));
      bytes += count;
    }
  } finally {
    closeSync(file);
  }
  return { path, bytes, sha256: hash.digest('hex') };
}

/** The files below a folder, sorted, without unfinished ones. `skip` names entries of the folder itself. */
export function listFiles(folder: string, skip: ReadonlySet<string> = new Set()): string[] {
  const found: string[] = [];
  const visit = (inside: string) => {
    for (const name of readdirSync(join(folder, inside))) {
      if (isTemporary(name) || (inside === '' && skip.has(name))) continue;
      const path = inside === '' ? name : `${inside}/${name}`;
      if (statSync(join(folder, path)).isDirectory()) visit(path);
      else found.push(path);
    }
  };
  visit('');
  return found.sort();
}
