import fc from 'fast-check';
import { expect, test } from 'vitest';
import { difference, equal, withChanges } from '../../../compiler/plan/delta.js';

const map = fc.letrec<{ map: Record<string, unknown>; value: unknown }>((tie) => ({
  value: fc.oneof(
    fc.integer({ min: 0, max: 3 }),
    fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 2 }),
    tie('map'),
  ),
  map: fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3, noNullPrototype: true }),
})).map;

test('a difference, applied to the first document, gives the second', () => {
  fc.assert(
    fc.property(map, map, (from, to) => {
      expect(withChanges(from, difference(from, to))).toEqual(to);
    }),
  );
});

test('a document does not differ from itself, and is not changed by applying changes to it', () => {
  fc.assert(
    fc.property(map, map, (from, to) => {
      expect(difference(from, structuredClone(from))).toEqual([]);
      const before = structuredClone(from);
      withChanges(from, difference(from, to));
      expect(from).toEqual(before);
    }),
  );
});

test('lists are compared as a whole, maps key by key', () => {
  expect(difference({ a: { b: 1, c: [1, 2] } }, { a: { c: [1, 3], d: {} } })).toEqual([
    { path: 'a.b', steps: ['a', 'b'], value: undefined },
    { path: 'a.c', steps: ['a', 'c'], value: [1, 3] },
    { path: 'a.d', steps: ['a', 'd'], value: {} },
  ]);
});

test('what does not change is shared', () => {
  const from = { kept: { x: 1 }, changed: { y: 1 } };
  const to = withChanges(from, difference(from, { kept: { x: 1 }, changed: { y: 2 } }));
  expect(to.kept).toBe(from.kept);
});

test('equality looks at data, not at the order of keys', () => {
  expect(equal({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 })).toBe(true);
  expect(equal({ a: 1 }, { a: 1, b: 2 })).toBe(false);
  expect(equal([1], { 0: 1 })).toBe(false);
});
