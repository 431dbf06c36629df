import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { TextDecoder } from 'node:util';
import type { Host, ReadResult } from '../compiler/document/host.js';

/** An experiment is written by hand: what is larger is some other file. */
const largestText = 4 * 1024 * 1024;

/** The file system, for the compiler. A file's digest is kept as long as its path, size and time of change stay. */
export function fileHost(environment: NodeJS.ProcessEnv = process.env): Host {
  const digests = new Map<string, { sha256: string; bytes: number }>();
  return {
    readText,
    digest: (path) => digestOf(path, digests),
    listing: (path) => listingOf(path),
    size: (path) => sizeOf(path),
    environment: (name) => environment[name],
  };
}

function readText(path: string): ReadResult<string> {
  try {
    const { size } = statFile(path);
    if (size > largestText)
      return { ok: false, reason: 'too-large', detail: `${Math.round(size / 1024 / 1024)} MB` };
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
    return { ok: true, value: text };
  } catch (error) {
    return failure(error);
  }
}

function digestOf(
  path: string,
  known: Map<string, { sha256: string; bytes: number }>,
): ReadResult<{ sha256: string; bytes: number }> {
  try {
    const { size, mtimeMs } = statFile(path);
    const name = `${resolve(path)} ${size} ${mtimeMs}`;
    let digest = known.get(name);
    if (digest === undefined) {
      digest = { sha256: hashFile(path), bytes: size };
      known.set(name, digest);
    }
    return { ok: true, value: digest };
  } catch (error) {
    return failure(error);
  }
}

/** Names with `/`, in the order of their UTF-16 code units: the same on every system. */
function listingOf(path: string): ReadResult<{ sha256: string }> {
  try {
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
    const hash = createHash('sha256');
    for (const name of names.map((each) => each.replaceAll('\\', '/')).sort()) {
      const stat = statSync(join(path, name));
      if (stat.isFile()) hash.update(`${name} ${stat.size}\n`);
    }
    return { ok: true, value: { sha256: hash.digest('hex') } };
  } catch (error) {
    return failure(error);
  }
}

function sizeOf(path: string): ReadResult<number> {
  try {
    return { ok: true, value: statFile(path).size };
  } catch (error) {
    return failure(error);
  }
}

class IsFolder extends Error {}

/** Follows links; only ordinary files are read: a pipe or a device may never end. */
function statFile(path: string): { size: number; mtimeMs: number } {
  const stat = statSync(path);
  if (stat.isDirectory()) throw new IsFolder();
  if (!stat.isFile()) throw new Error('not an ordinary file');
  return stat;
}

/** In pieces: a list of millions of pairs does not fit into memory at once. */
function hashFile(path: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(1 << 20);
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece))
      hash.update(piece.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

function failure(error: unknown): Extract<ReadResult<never>, { ok: false }> {
  if (error instanceof IsFolder) return { ok: false, reason: 'folder', detail: '' };
  if (error instanceof TypeError) return { ok: false, reason: 'not-text', detail: 'not UTF-8' };
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { ok: false, reason: 'missing', detail: '' };
  const words: Readonly<Record<string, string>> = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    ELOOP: 'a circle of links',
  };
  return { ok: false, reason: 'unreadable', detail: words[code ?? ''] ?? message };
}
