import { expect } from 'vitest';
import type { NamedArrays } from '../../runtime/store/array.js';

/** Names of arrays whose bytes differ, or that only one side has. (`toEqual` takes minutes for megabytes.) */
export function differingArrays(a: NamedArrays, b: NamedArrays): readonly string[] {
  const names = new Set([...a.keys(), ...b.keys()]);
  return [...names].filter((name) => {
    const [x, y] = [a.get(name), b.get(name)];
    return (
      !x ||
      !y ||
      x.dtype !== y.dtype ||
      x.shape.join() !== y.shape.join() ||
      Buffer.compare(x.data, y.data) !== 0
    );
  });
}

/** Asks for the same names, types, shapes and bytes. */
export function expectSameArrays(actual: NamedArrays, expected: NamedArrays): void {
  expect(differingArrays(actual, expected)).toEqual([]);
}
