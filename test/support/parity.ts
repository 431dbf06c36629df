import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asFloat32, asInt32, type NamedArrays } from '../../runtime/store/array.js';
import { readSafetensors } from '../../runtime/store/safetensors.js';
import { deviation, type Deviation } from './deviation.js';

export { deviation, type Deviation };

/** Folder of the fixtures made by the original PyTorch code; EXPC_PARITY_DIR names another copy. */
export function parityDir(): string {
  return process.env.EXPC_PARITY_DIR ?? fileURLToPath(new URL('../fixtures/parity', import.meta.url));
}

/** A fixture's JSON file: `fixtureJson('train/train.json')`. */
export function fixtureJson<T>(path: string): T {
  return JSON.parse(readFileSync(join(parityDir(), path), 'utf8')) as T;
}

/** A fixture's arrays: `fixtureArrays('train/batches.safetensors')`. */
export function fixtureArrays(path: string): NamedArrays {
  return readSafetensors(join(parityDir(), path));
}

/** An array of floats by name. */
export function floats(arrays: NamedArrays, name: string): Float32Array {
  return asFloat32(find(arrays, name));
}

/** An array of integers by name. */
export function ints(arrays: NamedArrays, name: string): Int32Array {
  return asInt32(find(arrays, name));
}

/**
 * Measures a deviation and enters it in the parity report: a line of JSON in the file that EXPC_PARITY_REPORT names.
 *
 * @param tolerance what the test asks for, in the unit that the fixture's manifest speaks of
 */
export function record(
  fixture: string,
  what: string,
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
): Deviation {
  const result = deviation(actual, expected);
  const report = process.env.EXPC_PARITY_REPORT;
  if (report) appendFileSync(report, `${JSON.stringify({ fixture, what, ...result, tolerance })}\n`);
  return result;
}

function find(arrays: NamedArrays, name: string) {
  const array = arrays.get(name);
  if (!array) throw new RangeError(`there is no array "${name}" among ${arrays.size}`);
  return array;
}
