import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeFileAtomic } from './atomic.js';
import { codeOf, disk, type FileLayer } from './files.js';

/** A line inside a JSON-lines file that is no JSON: not a torn end, so the file was damaged or edited. */
export class DamagedLines extends Error {
  override readonly name = 'DamagedLines';
}

/**
 * The values of a JSON-lines file, one a line. A last line without its end is what a crash leaves of an append: it is
 * dropped. A file that is not there has no values.
 *
 * @throws {DamagedLines} when any other line is no JSON
 */
export function readJsonLines(path: string): unknown[] {
  const bytes = readIfThere(path);
  const lines = bytes.subarray(0, wholeLength(bytes)).toString('utf8').split('\n').slice(0, -1);
  return lines.map((line, index) => {
    try {
      return JSON.parse(line) as unknown;
    } catch {
      throw new DamagedLines(`${path}:${index + 1}: not JSON: ${line.slice(0, 60)}`);
    }
  });
}

/** Adds one value and syncs it; a torn end of an earlier append is cut off first. */
export function appendJsonLine(path: string, value: unknown, files: FileLayer = disk): void {
  const isNew = cutTornEnd(path, files);
  const file = files.open(path, 'a');
  try {
    files.write(file, Buffer.from(`${JSON.stringify(value)}\n`));
    files.sync(file);
  } finally {
    files.close(file);
  }
  if (isNew) files.syncFolder(dirname(path));
}

/** Replaces all lines, atomically: to go back to what was there at a checkpoint. */
export function writeJsonLines(path: string, values: readonly unknown[], files: FileLayer = disk): void {
  writeFileAtomic(path, values.map((value) => `${JSON.stringify(value)}\n`).join(''), files);
}

const newline = 0x0a;

/** Bytes up to and with the last line end. */
function wholeLength(bytes: Buffer): number {
  return bytes.lastIndexOf(newline) + 1;
}

/** Cuts off what follows the last line end; true when there is no such file yet. */
function cutTornEnd(path: string, files: FileLayer): boolean {
  const last = lastByte(path);
  if (last === undefined) return true;
  if (last !== null && last !== newline) files.truncate(path, wholeLength(readIfThere(path)));
  return false;
}

/** The last byte; null of an empty file, undefined of none. */
function lastByte(path: string): number | null | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const { size } = fstatSync(file);
    if (size === 0) return null;
    const byte = Buffer.alloc(1);
    readSync(file, byte, 0, 1, size - 1);
    return byte[0];
  } finally {
    closeSync(file);
  }
}

function readIfThere(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
