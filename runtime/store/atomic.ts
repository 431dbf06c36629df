import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { codeOf, disk, type FileLayer } from './files.js';

/** A name beside `path` for what is not finished; never taken, and recognised by `isTemporary`. */
export function temporaryName(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
}

/** Whether a name is that of an unfinished file or folder, worth nothing once its writer is gone. */
export function isTemporary(name: string): boolean {
  return name.startsWith('.') && name.endsWith('.tmp');
}

/** Writes a new file and syncs it: not atomic, for files inside a folder that is renamed as a whole. */
export function writeSynced(path: string, parts: readonly Uint8Array[], files: FileLayer = disk): void {
  const file = files.open(path, 'wx');
  try {
    for (const part of parts) files.write(file, part);
    files.sync(file);
  } finally {
    files.close(file);
  }
}

/**
 * Writes a file so that at every moment, also after a crash, the name holds either all of the old content or all of
 * the new: a temporary file in the same folder is synced, renamed over the name, and the folder synced.
 *
 * @throws the system's error; then the old content is untouched and nothing is left behind
 */
export function writeFileAtomic(path: string, data: string | Uint8Array, files: FileLayer = disk): void {
  const temporary = temporaryName(path);
  try {
    writeSynced(temporary, [typeof data === 'string' ? Buffer.from(data) : data], files);
    files.rename(temporary, path);
  } catch (error) {
    removeQuietly(temporary, files);
    throw error;
  }
  files.syncFolder(dirname(path));
}

/** Writes a value as indented JSON, atomically. */
export function writeJsonAtomic(path: string, value: unknown, files: FileLayer = disk): void {
  writeFileAtomic(path, `${JSON.stringify(value, null, 2)}\n`, files);
}

/** The value in a JSON file; undefined when there is no such file. */
export function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
  return JSON.parse(text);
}

/** Removes what may be there while another error is on its way, which is the one to tell. */
export function removeQuietly(path: string, files: FileLayer): void {
  try {
    files.remove(path);
  } catch {
    // What is left has a temporary name and is swept later.
  }
}
