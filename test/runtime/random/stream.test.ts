import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choice, permutation, sample, stream } from '../../../runtime/random/stream.js';

const draws = (seed: number, purpose: string, ...counters: number[]) => {
  const random = stream(seed, purpose, ...counters);
  return Array.from({ length: 8 }, () => random.uint32());
};

describe('a stream of random numbers', () => {
  it('is a function of its name: these values never change, or every result would', () => {
    expect(draws(0, 'shuffle', 0)).toMatchInlineSnapshot(`
      [
        2870988075,
        2151757892,
        4120165707,
        1026938507,
        37242249,
        730901206,
        2253060219,
        557357126,
      ]
    `);
    expect(draws(2 ** 40 + 1, 'trigger', 3, 7)).toMatchInlineSnapshot(`
      [
        1553260213,
        392543472,
        4253084879,
        2293538818,
        1282279901,
        901967043,
        3251214549,
        4112352150,
      ]
    `);
  });

  it('differs by seed, purpose, and each counter, also beyond 32 bits', () => {
    const names: Parameters<typeof draws>[] = [
      [1, 'a'],
      [2, 'a'],
      [1 + 2 ** 32, 'a'],
      [-1, 'a'],
      [1, 'b'],
      [1, 'ab'],
      [1, 'a', 0],
      [1, 'a', 0, 0],
      [1, 'a', 1],
      [1, 'a', 1, 2],
      [1, 'a', 2, 1],
    ];
    expect(new Set(names.map((name) => draws(...name).join())).size).toBe(names.length);
  });

  it('refuses counters that are no safe integers', () => {
    expect(() => stream(0.5, 'a')).toThrow(RangeError);
    expect(() => stream(1, 'a', 2 ** 53)).toThrow(RangeError);
  });

  it('is uniform: mean and variance of 100,000 floats', () => {
    const random = stream(7, 'uniform');
    let sum = 0;
    let squares = 0;
    const n = 100_000;
    for (let i = 0; i < n; i++) {
      const x = random.float();
      expect(x >= 0 && x < 1).toBe(true);
      sum += x;
      squares += x * x;
    }
    expect(Math.abs(sum / n - 0.5)).toBeLessThan(0.005);
    expect(Math.abs(squares / n - 1 / 3)).toBeLessThan(0.005);
  });

  it('is normal: moments of 100,000 draws', () => {
    const random = stream(7, 'normal');
    const moments = [0, 0, 0, 0];
    const n = 100_000;
    for (let i = 0; i < n; i++) {
      const x = random.normal();
      for (let p = 0; p < 4; p++) moments[p]! += x ** (p + 1) / n;
    }
    [0, 1, 0, 3].forEach((expected, p) => expect(Math.abs(moments[p]! - expected)).toBeLessThan(0.1));
  });

  it('draws integers without bias', () => {
    const random = stream(3, 'int');
    const counts = [0, 0, 0, 0, 0, 0];
    for (let i = 0; i < 60_000; i++) counts[random.int(6)]!++;
    counts.forEach((count) => expect(Math.abs(count - 10_000)).toBeLessThan(400));
    expect(() => random.int(0)).toThrow(RangeError);
    expect(() => random.int(1.5)).toThrow(RangeError);
  });

  it('has neighbours that are not alike: first draws of 20,000 counters are spread evenly', () => {
    const bins = new Array<number>(16).fill(0);
    for (let i = 0; i < 20_000; i++) bins[stream(1, 'neighbour', i).int(16)]!++;
    const chi2 = bins.reduce((sum, count) => sum + (count - 1250) ** 2 / 1250, 0);
    expect(chi2).toBeLessThan(45); // 15 degrees of freedom: p < 1e-4
  });
});

describe('permutations and samples', () => {
  it('hold every element once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.integer(), (n, seed) => {
        const order = [...permutation(stream(seed, 'p'), n)].sort((a, b) => a - b);
        expect(order).toEqual(Array.from({ length: n }, (_, i) => i));
      }),
    );
  });

  it('draw distinct elements of a range', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }), (a, b) => {
        const [k, n] = a < b ? [a, b] : [b, a];
        const drawn = sample(stream(1, 's', n), n, k);
        expect(new Set(drawn).size).toBe(k);
        expect(drawn.every((x) => x >= 0 && x < n)).toBe(true);
      }),
    );
    expect(() => sample(stream(1, 's'), 3, 4)).toThrow('cannot draw 4 of 3');
  });

  it('draw every element equally often', () => {
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 10_000; i++) for (const x of sample(stream(2, 'even', i), 10, 3)) counts[x]!++;
    counts.forEach((count) => expect(Math.abs(count - 3000)).toBeLessThan(200));
  });

  it('a sample of 3 out of 4 thousand million needs no memory for the rest', () => {
    expect(sample(stream(1, 'huge'), 4_000_000_000, 3)).toHaveLength(3);
  });

  it('choose from a list', () => {
    expect(['a', 'b']).toContain(choice(stream(1, 'c'), ['a', 'b']));
  });
});
