import { readFileSync } from 'node:fs';
import { endianness } from 'node:os';
import { join } from 'node:path';
import { ByteWriter } from './bytes.js';
import { fileNames, type SubsetManifest } from './format.js';

/** Writes whole numbers below 2^32 as little-endian uint32, and makes sure that they are on disk. */
export function writeNumbers(path: string, numbers: Uint32Array): void {
  const writer = new ByteWriter(path);
  writer.write(inFileOrder(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)));
  writer.close();
}

/**
 * Reads what `writeNumbers` wrote.
 * @throws the system's error, or RangeError when the file holds no such numbers
 */
export function readNumbers(path: string): Uint32Array {
  const bytes = readFileSync(path);
  if (bytes.length % 4 !== 0) throw new RangeError(`${path} has ${bytes.length} bytes: no whole numbers`);
  const copy = Uint8Array.from(inFileOrder(bytes));
  return new Uint32Array(copy.buffer);
}

/**
 * The base's number of each pair of a subset: 4 bytes for each in memory.
 * @throws the reason why they cannot be read
 */
export function subsetIndices(dir: string, { indices, size }: SubsetManifest): Uint32Array {
  const found = indices === undefined ? readNumbers(join(dir, fileNames.indices)) : Uint32Array.from(indices);
  if (found.length !== size) throw new RangeError(`it has ${found.length} numbers of ${size} pairs`);
  return found;
}

function inFileOrder(bytes: Uint8Array): Uint8Array {
  return endianness() === 'LE' ? bytes : Buffer.from(bytes).swap32();
}
