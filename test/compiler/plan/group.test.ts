import fc from 'fast-check';
import { expect, test } from 'vitest';
import { combine, groupBy, oneGroup } from '../../../compiler/plan/group.js';

test('rows of one class agree, rows of two differ, and every class has a sample', () => {
  const columns = fc
    .integer({ min: 1, max: 40 })
    .chain((rows) =>
      fc
        .array(fc.array(fc.nat(3), { minLength: rows, maxLength: rows }), { maxLength: 4 })
        .map((found) => ({ rows, found })),
    );
  fc.assert(
    fc.property(columns, ({ rows, found }) => {
      const groups = combine(
        rows,
        found.map((column) => groupBy(rows, (row) => column[row]!)),
      );
      const text = (row: number): string => found.map((column) => column[row]).join();
      for (let a = 0; a < rows; a++) {
        expect(text(groups.sample[groups.of[a]!]!)).toBe(text(a));
        for (let b = 0; b < a; b++) expect(groups.of[a] === groups.of[b]).toBe(text(a) === text(b));
      }
    }),
  );
});

test('nothing to tell rows apart gives one class', () => {
  expect(combine(3, [])).toEqual(oneGroup(3));
  expect(combine(3, [oneGroup(3), oneGroup(3)]).sample).toEqual([0]);
});
