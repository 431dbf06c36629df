import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanOverSeeds } from '../../report/seeds.js';
import { made } from './support/results.js';

const run = (seed: number, points: [number, number, number][], lr = 1) =>
  made({ axes: { lr, seed }, startId: `${seed}`, start: [50 + seed, 90], points });

describe('meanOverSeeds', () => {
  it('makes one run of those that differ in their seed alone', () => {
    const [mean, alone] = meanOverSeeds([
      run(0, [[1, 40, 10]]),
      run(0, [[1, 7, 7]], 2),
      run(1, [[1, 42, 14]]),
    ]);
    expect(mean).toMatchObject({
      axes: { lr: 1 },
      state: 'done',
      start: { metrics: { 'accuracy.top1': 0.505 } },
    });
    expect(mean!.points[0]!.metrics['accuracy.top1']).toBeCloseTo(0.41, 12);
    expect(mean!.points[0]!.metrics['asr.top1']).toBeCloseTo(0.12, 12);
    expect(mean!.points[0]!.spread!['accuracy.top1']).toBeCloseTo(Math.SQRT1_2 * 0.02, 12);
    expect(alone!.points[0]!.spread).toBeUndefined();
  });

  it('counts equal work once', () => {
    const twice = [run(0, [[1, 40, 10]]), run(0, [[1, 40, 10]])];
    expect(meanOverSeeds(twice)).toEqual([twice[0]]);
  });

  it('has no point that a seed lacks, and no start that a seed lacks', () => {
    const [mean] = meanOverSeeds([run(0, [[1, 40, 10], [2, 40, 10]]), { ...run(1, [[1, 42, 14]]), start: null }]); // prettier-ignore
    expect([mean!.points.length, mean!.start]).toEqual([1, null]);
  });

  it('lies between the seeds', () => {
    const share = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(fc.array(share, { minLength: 2, maxLength: 6 }), (accuracies) => {
        const [mean] = meanOverSeeds(accuracies.map((accuracy, seed) => run(seed, [[1, accuracy, 0]])));
        const value = mean!.points[0]!.metrics['accuracy.top1']! * 100;
        expect(value).toBeGreaterThanOrEqual(Math.min(...accuracies) - 1e-9);
        expect(value).toBeLessThanOrEqual(Math.max(...accuracies) + 1e-9);
      }),
    );
  });
});
