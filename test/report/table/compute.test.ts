import { describe, expect, it } from 'vitest';
import { computeTable } from '../../../report/table/compute.js';
import { table } from '../support/figures.js';
import { made, results } from '../support/results.js';

const cleaned = made({
  axes: { objective: 'mmcl', lr: 0.001 },
  start: [40, 95],
  points: [
    [0, 40, 95],
    [1, 39, 20],
    [2, 38, 4],
  ],
});
const harsher = made({
  axes: { objective: 'mmcl', lr: 0.01 },
  start: [40, 95],
  points: [
    [0, 40, 95],
    [1, 36, 5],
    [2, 30, 0],
  ],
});

describe('computeTable', () => {
  it('finds in each row the best model under each limit, and what it cost', () => {
    const { rows, axes, swept } = computeTable(results(cleaned, harsher), table({ asr_limits: [4, 5, 50] }));
    expect([axes, swept]).toEqual([['objective'], ['lr']]);
    expect(rows).toHaveLength(1);
    const [only] = rows[0]!.seeds;
    expect(only).toMatchObject({ seed: null, starts: [{ accuracy: 0.4, asr: 0.95 }], runs: 2, points: 6 });
    expect(only!.extremes).toEqual({ highestAccuracy: 0.4, lowestAsr: 0 });
    expect(only!.best.map((best) => [best!.run.axes.lr, best!.epoch, best!.accuracy])).toEqual([
      [0.001, 2, 0.38],
      [0.001, 2, 0.38],
      [0.001, 1, 0.39],
    ]);
    expect(only!.best[0]!.drop).toBeCloseTo(0.02, 12);
    expect(only!.best[0]!.relativeDrop).toBeCloseTo(0.05, 12);
  });

  it('has none where no model is under the limit', () => {
    const [row] = computeTable(results(cleaned), table({ asr_limits: [3] })).rows;
    expect(row!.seeds[0]!.best).toEqual([null]);
  });

  it('looks at the ends of epochs alone, or at the last, if told so', () => {
    const run = made({
      axes: { objective: 'mmcl' },
      points: [
        [0.96, 39, 1],
        [1, 35, 2],
        [2, 33, 3],
      ],
    });
    const best = (points: 'all' | 'epoch-ends' | 'last') =>
      computeTable(results(run), table({ points })).rows[0]!.seeds[0]!.best[0]!.accuracy;
    expect([best('all'), best('epoch-ends'), best('last')]).toEqual([0.39, 0.35, 0.33]);
  });

  it('makes a row of each combination of the axes with labels that are not numbers', () => {
    const runs = ['mmcl', 'mmcl+ssl'].flatMap((objective) =>
      [false, true].flatMap((noisy) =>
        [1, 2].map((lr) => made({ axes: { objective, noisy, lr }, points: [[1, 40, 1]] })),
      ),
    );
    const { rows } = computeTable(results(...runs), table());
    expect(rows.map(({ labels }) => labels)).toEqual([
      ['mmcl', false],
      ['mmcl', true],
      ['mmcl+ssl', false],
      ['mmcl+ssl', true],
    ]);
  });

  it('makes the rows it is told to make', () => {
    const model = computeTable(results(cleaned, harsher), table({ rows: ['lr'] }));
    expect(model.rows.map(({ labels }) => labels)).toEqual([[0.001], [0.01]]);
    expect(model.swept).toEqual([]);
    expect(computeTable(results(cleaned, harsher), table({ rows: [] })).rows).toHaveLength(1);
  });

  it('keeps seeds apart, so that they can be averaged', () => {
    const runs = [0, 1, 2].map((seed) =>
      made({
        axes: { objective: 'mmcl', seed },
        start: [40 + seed, 90],
        startId: `${seed}`,
        points: [[1, 38, 1]],
      }),
    );
    const [row] = computeTable(results(...runs), table()).rows;
    expect(row!.seeds.map(({ seed, runs: n }) => [seed, n])).toEqual([
      [0, 1],
      [1, 1],
      [2, 1],
    ]);
    expect(row!.seeds.map(({ best }) => best[0]!.drop!.toFixed(3))).toEqual(['0.020', '0.030', '0.040']);
  });

  it('takes the drop from the start model of the very run that won', () => {
    const other = made({
      axes: { objective: 'mmcl', lr: 5 },
      start: [80, 95],
      startId: 'other',
      points: [[1, 60, 1]],
    });
    const [row] = computeTable(results(cleaned, other), table()).rows;
    expect(row!.seeds[0]!.starts).toHaveLength(2);
    expect(row!.seeds[0]!.best[0]!.drop).toBeCloseTo(0.2, 12);
  });

  it('knows no drop where no start was measured, and no relative drop from nothing', () => {
    const unknown = made({ axes: { objective: 'a' }, points: [[1, 40, 1]] });
    const nothing = made({ axes: { objective: 'b' }, start: [0, 0], points: [[1, 40, 1]] });
    const { rows } = computeTable(results(unknown, nothing), table());
    expect(rows.map(({ seeds }) => [seeds[0]!.best[0]!.drop, seeds[0]!.best[0]!.relativeDrop])).toEqual([
      [null, null],
      [-0.4, null],
    ]);
  });

  it('counts evaluations without one of the metrics, and leaves them out', () => {
    const half = {
      ...cleaned,
      points: [...cleaned.points, { epoch: 3, step: 30, metrics: { 'asr.top1': 0 } }],
    };
    const { rows, notices } = computeTable(results(half), table());
    expect(rows[0]!.seeds[0]!.points).toBe(3);
    expect(notices.map(({ message }) => message)).toEqual([
      '1 evaluation without `accuracy.top1` left out of `table`',
    ]);
  });

  it('warns where the runs do not mean the same by a metric', () => {
    const beaver = {
      ...harsher,
      definitions: {
        ...harsher.definitions,
        'asr.top1': { ...harsher.definitions['asr.top1'], target: 'beaver' },
      },
    };
    const { notices, caption } = computeTable(results(cleaned, beaver), table());
    expect(notices).toMatchObject([{ code: 'EXPC809', severity: 'warning' }]);
    expect(caption.filter((line) => line.startsWith('Attack success rate'))).toHaveLength(2);
    expect(caption[1]).toContain('target banana');
    expect(caption[2]).toContain('target beaver');
  });

  it.each([
    [{ rows: ['objectif'] }, 'EXPC806'],
    [{ where: { objective: 'siglip' } }, 'EXPC814'],
    [{ min_points: 7 }, 'EXPC805'],
  ])('has no rows and says why: %j', (wrong, code) => {
    const { rows, notices } = computeTable(results(cleaned), table(wrong));
    expect(rows).toEqual([]);
    expect(notices).toMatchObject([{ code, severity: 'error' }]);
  });
});
