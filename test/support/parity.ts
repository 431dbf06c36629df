import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asFloat32, asInt32, type NamedArrays } from '../../runtime/store/array.js';
import { readSafetensors } from '../../runtime/store/safetensors.js';

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

/** How far values are from those of the original. */
export interface Deviation {
  /** Largest |actual - expected|. */
  readonly absolute: number;
  /** The same as a share of the largest |expected|. */
  readonly relative: number;
}

/** Largest deviation of one list of numbers from another; NaN counts as infinitely far. */
export function deviation(actual: ArrayLike<number>, expected: ArrayLike<number>): Deviation {
  if (actual.length !== expected.length) {
    throw new RangeError(`${actual.length} values where ${expected.length} are expected`);
  }
  let absolute = 0;
  let size = 0;
  for (let i = 0; i < expected.length; i++) {
    const difference = Math.abs(actual[i]! - expected[i]!);
    absolute = Math.max(absolute, Number.isNaN(difference) ? Infinity : difference);
    size = Math.max(size, Math.abs(expected[i]!));
  }
  return { absolute, relative: absolute === 0 ? 0 : absolute / size };
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
