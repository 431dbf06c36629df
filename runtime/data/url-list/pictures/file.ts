import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from '../../../store/digest.js';

/** A file of a picture: where it is in the folder of pictures, and what is in it. */
export interface PictureFile {
  readonly file: string;
  readonly bytes: number;
  /** The first 32 hexadecimal digits of the SHA-256 of its bytes. */
  readonly digest: string;
}

const digits = 32;

export function digestOf(bytes: Uint8Array): string {
  return sha256(bytes).slice(0, digits);
}

/** Where unfinished files are, in the folder of pictures. */
const unfinished = '.unfinished';

/**
 * Keeps a picture under `name`, or under one made of its content, in a folder that is one of 65,536. Its name is there
 * with the whole picture or not at all.
 */
export function keepPicture(
  root: string,
  bytes: Uint8Array,
  extension: string,
  name: string | null,
): PictureFile {
  const digest = digestOf(bytes);
  const file = name ?? `${digest.slice(0, 2)}/${digest.slice(2, 4)}/${digest}.${extension}`;
  const temporary = join(root, unfinished, `${digest}.${randomBytes(6).toString('hex')}`);
  write(temporary, bytes);
  rename(temporary, join(root, file));
  return { file, bytes: bytes.length, digest };
}

function write(path: string, bytes: Uint8Array): void {
  try {
    writeFileSync(path, bytes, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes, { flag: 'wx' });
  }
}

function rename(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  }
}

const hourMs = 3_600_000;

/** Removes what processes left that were killed; what is younger than an hour may be at work. */
export function sweepUnfinished(root: string, olderThanMs = hourMs): void {
  let names: string[];
  try {
    names = readdirSync(join(root, unfinished));
  } catch {
    return; // There is none yet.
  }
  for (const name of names) {
    const path = join(root, unfinished, name);
    const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (Date.now() - changed > olderThanMs) rmSync(path, { force: true });
  }
}
