import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestUnder, candidates, spread } from '../../report/best.js';
import { made } from './support/results.js';

const models = (points: readonly (readonly [number, number])[]) =>
  candidates(
    [made({ points: points.map(([accuracy, asr], i) => [i, accuracy, asr] as const) })],
    'all',
    'accuracy.top1',
    'asr.top1',
  );

describe('bestUnder', () => {
  it('finds the highest accuracy whose ASR is at or under the limit', () => {
    const best = bestUnder(models([[44, 90], [42, 5.01], [40, 5], [41, 4.2], [12, 0]]), 5); // prettier-ignore
    expect(best).toMatchObject({ accuracy: 0.41, asr: 0.042, point: { epoch: 3 } });
  });

  it('finds none where every ASR is over the limit', () => {
    expect(bestUnder(models([[44, 90], [42, 5.002]]), 5)).toBeNull(); // prettier-ignore
    expect(bestUnder([], 100)).toBeNull();
  });

  it.each([0, 0.1, 5, 7, 10, 14, 28, 29, 55, 56, 57, 100])(
    'takes an ASR of exactly %d %% for under it',
    (limit) => {
      expect(bestUnder(models([[40, limit]]), limit)).not.toBeNull();
    },
  );

  it('takes the lower ASR of equal accuracies, then the first', () => {
    const best = bestUnder(models([[40, 3], [40, 2], [40, 2]]), 5); // prettier-ignore
    expect(best!.point.epoch).toBe(1);
  });

  it('agrees with a search through all models', () => {
    const percent = fc.integer({ min: 0, max: 1000 }).map((n) => n / 10);
    fc.assert(
      fc.property(fc.array(fc.tuple(percent, percent), { maxLength: 30 }), percent, (points, limit) => {
        const under = points.filter(([, asr]) => asr <= limit).map(([accuracy]) => accuracy);
        const best = bestUnder(models(points), limit);
        expect(best === null ? null : Number((best.accuracy * 100).toFixed(6))).toBe(
          under.length === 0 ? null : Math.max(...under),
        );
      }),
    );
  });
});

describe('candidates', () => {
  it('leaves out evaluations at which one of the two metrics is not measured', () => {
    const run = made({ points: [[1, 40, 3]] });
    const half = { epoch: 2, step: 20, metrics: { 'accuracy.top1': 0.9 } };
    const found = candidates([{ ...run, points: [...run.points, half] }], 'all', 'accuracy.top1', 'asr.top1');
    expect(found.map(({ accuracy }) => accuracy)).toEqual([0.4]);
  });
});

describe('spread', () => {
  it('is the mean and the standard deviation of a sample', () => {
    expect(spread([2, 4, 4, 4, 5, 5, 7, 9])).toEqual({ mean: 5, sd: Math.sqrt(32 / 7), n: 8 });
  });

  it('of one value has no deviation, of none is nothing', () => {
    expect(spread([3])).toEqual({ mean: 3, sd: null, n: 1 });
    expect(spread([])).toBeNull();
  });
});
