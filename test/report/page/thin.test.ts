import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standsFor, thinLines, thinPoints } from '../../../report/page/figures/thin.js';

const cloud = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    x: (i * 37) % 101,
    y: (i * 53) % 97,
    series: i % 3 === 0 ? 'a' : 'b',
    i,
  }));

describe('thinPoints', () => {
  it('leaves few points alone', () => {
    const rows = cloud(10);
    expect(thinPoints(rows, ['x', 'y'], ['series'], [300, 200], 10).rows).toBe(rows);
  });

  it('keeps at most as many as asked for, of which each says how many it stands for', () => {
    const rows = cloud(20_000);
    const { rows: kept, of } = thinPoints(rows, ['x', 'y'], ['series'], [300, 200], 1000);
    expect(of).toBe(20_000);
    expect(kept.length).toBeLessThanOrEqual(1000);
    const sum = kept.reduce((total, row) => total + Number(row[standsFor]), 0);
    expect(sum).toBe(20_000);
  });

  it('never merges points of different series, and moves none', () => {
    const rows = cloud(5000);
    const { rows: kept } = thinPoints(rows, ['x', 'y'], ['series'], [300, 200], 500);
    for (const { i, x, y, series } of kept as unknown as (typeof rows)[number][])
      expect({ x, y, series }).toEqual({ x: rows[i]!.x, y: rows[i]!.y, series: rows[i]!.series });
    expect(new Set(kept.map(({ series }) => series))).toEqual(new Set(['a', 'b']));
  });

  it('leaves no place empty where there was a point', () => {
    const rows = cloud(8000);
    const { rows: kept } = thinPoints(rows, ['x', 'y'], [], [300, 200], 800);
    for (const { x, y } of rows.filter((_, i) => i % 97 === 0)) {
      const near = kept.some(
        (row) => Math.abs(Number(row['x']) - x) < 25 && Math.abs(Number(row['y']) - y) < 25,
      );
      expect(near).toBe(true);
    }
  });
});

describe('thinLines', () => {
  it('keeps the ends and the extremes of every line', () => {
    const line = fc.array(fc.float({ noNaN: true, min: -1000, max: 1000 }), { minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 8, max: 200 }),
        (lines, most) => {
          const rows = lines.flatMap((values, series) => values.map((y, x) => ({ series, x, y })));
          const { rows: kept } = thinLines(rows, ['x', 'y'], ['series'], most);
          lines.forEach((values, series) => {
            const ys = kept.filter((row) => row['series'] === series).map((row) => Number(row['y']));
            expect(ys[0]).toBe(values[0]);
            expect(ys.at(-1)).toBe(values.at(-1));
            expect(Math.max(...ys)).toBe(Math.max(...values));
            expect(Math.min(...ys)).toBe(Math.min(...values));
          });
        },
      ),
    );
  });

  it('thins to about what is asked for, in the order of the line', () => {
    const rows = Array.from({ length: 50_000 }, (_, x) => ({ x, y: Math.sin(x / 100), series: 'a' }));
    const { rows: kept } = thinLines(rows, ['x', 'y'], ['series'], 400);
    expect(kept.length).toBeLessThanOrEqual(400);
    const xs = kept.map((row) => Number(row['x']));
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
  });
});
