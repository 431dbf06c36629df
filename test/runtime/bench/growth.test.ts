import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growthThrough, largestPart, memoryAt } from '../../../runtime/bench/growth.js';
import { firstPart, secondPart } from '../../../runtime/bench/ladder.js';
import { smallCase } from './support/measurements.js';

const sigmoidless = { ...smallCase, objective: { supervised: 1 } };

describe('growth of memory', () => {
  it('is the line through two measurements where pairs are not compared', () => {
    const growth = growthThrough(sigmoidless, { part: 8, bytes: 180e6 }, { part: 64, bytes: 740e6 })!;
    expect(growth).toEqual({ fixed_bytes: 100e6, pair_bytes: 10e6, square_bytes: 0 });
    expect(memoryAt(growth, 100)).toBe(1.1e9);
    expect(largestPart(growth, 1.1e9)).toBe(100);
    expect(largestPart(growth, 1.1e9 - 1)).toBe(99);
    expect(largestPart(growth, 50e6)).toBe(0);
  });

  it('counts similarity matrices by the square, of the whole batch where it goes through in parts', () => {
    const points = [
      { part: 8, bytes: 180e6 },
      { part: 64, bytes: 740e6 },
    ] as const;
    const both = growthThrough({ ...smallCase, objective: { mmcl: 1, ssl: 1 } }, ...points)!;
    const one = growthThrough(smallCase, ...points)!;
    expect(both.square_bytes).toBe(2 * one.square_bytes);
    expect(largestPart(both, 20e9)).toBeLessThan(largestPart(one, 20e9));
    expect(growthThrough({ ...smallCase, micro_batch_size: 8 }, ...points)!.square_bytes).toBe(0);
  });

  it('is unknown where the larger takes no more', () => {
    expect(growthThrough(smallCase, { part: 8, bytes: 5e6 }, { part: 64, bytes: 5e6 })).toBeNull();
  });

  it('gives the largest part that fits, and one more would not', () => {
    const positive = (max: number) => fc.double({ min: 1, max, noNaN: true });
    fc.assert(
      fc.property(positive(1e9), positive(1e8), fc.double({ min: 0, max: 100, noNaN: true }), (c, b, a) => {
        const growth = { fixed_bytes: c, pair_bytes: b, square_bytes: a };
        const part = largestPart(growth, 64e9);
        expect(memoryAt(growth, part)).toBeLessThanOrEqual(64e9 * (1 + 1e-9));
        expect(memoryAt(growth, part + 1)).toBeGreaterThan(64e9 * (1 - 1e-9));
      }),
    );
  });
});

describe('sizes that are measured', () => {
  const first = (batch_size: number) => firstPart({ ...smallCase, batch_size });
  it('begin small', () => {
    expect([1, 2, 9, 16, 17, 4096].map(first)).toEqual([1, 1, 5, 8, 8, 8]);
    expect(firstPart({ ...smallCase, batch_size: 1024, micro_batch_size: 6 })).toBe(3);
  });

  it('end with the own batch where time and memory allow', () => {
    const quick = { part: 8, step_seconds: 0.01, memory_bytes: 1e8 };
    expect(secondPart(smallCase, quick, 16e9)).toBe(64);
    expect(secondPart({ ...smallCase, batch_size: 1024 }, { ...quick, memory_bytes: 1e9 }, 16e9)).toBe(64);
    expect(secondPart({ ...smallCase, batch_size: 1024 }, { ...quick, step_seconds: 0.5 }, 16e9)).toBe(32);
    expect(secondPart(smallCase, { ...quick, step_seconds: 60 }, 16e9)).toBeNull();
    expect(secondPart({ ...smallCase, batch_size: 1 }, { ...quick, part: 1 }, 16e9)).toBeNull();
  });
});
