import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder } from '../../report/order.js';

type Thing = Record<string, string | number | null>;
const order = (things: Thing[], axes: string[]) =>
  inOrder(things, axes, (thing, axis) => thing[axis] ?? null);

describe('inOrder', () => {
  it('sorts by the first axis, then by the second', () => {
    const things = [{ a: 2, b: 1 }, { a: 1, b: 9 }, { a: 2, b: 0 }]; // prettier-ignore
    expect(order(things, ['a', 'b'])).toEqual([{ a: 1, b: 9 }, { a: 2, b: 0 }, { a: 2, b: 1 }]); // prettier-ignore
  });

  it('sorts numbers as numbers, and leaves other labels as they come, behind them', () => {
    const values = ['z', 10, 9, 'a', null, 1e-4];
    expect(order(values.map((a) => ({ a })), ['a']).map(({ a }) => a)).toEqual([1e-4, 9, 10, 'z', 'a', null]); // prettier-ignore
  });

  it('is stable, and loses nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ a: fc.integer({ max: 3, min: 0 }), id: fc.integer() })), (things) => {
        const sorted = order(things, ['a']);
        for (const a of [0, 1, 2, 3])
          expect(sorted.filter((one) => one.a === a)).toEqual(things.filter((one) => one.a === a));
      }),
    );
  });
});
