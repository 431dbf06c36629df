import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ranksOf, spread } from '../../../runtime/execute/order.js';
import type { Run, Stage } from '../../../schema/plan.js';
import { toyStage } from './support/plans.js';

/** A stage with a number of epochs, which is what its work is counted in. */
function training(
  kind: 'pretrain' | 'clean',
  salt: number,
  epochs: number,
  inputs: Record<string, Stage>,
): Stage {
  const stage = toyStage(kind, { salt }, inputs);
  return { ...stage, config: { ...stage.config, epochs } } as unknown as Stage;
}

const data = toyStage('dataset', { salt: 1 });
const models = [0, 1].map((n) => training('pretrain', 10 + n, 5, { data }));
const cleans = [0, 1, 2, 3].map((n) =>
  training('clean', 20 + n, n === 3 ? 9 : 2, { model: models[n % 2]!, data }),
);
const stages = [...models, ...cleans, data];
const runs = cleans.map((clean, n) => ({
  name: `run ${n}`,
  ablation: null,
  axes: {},
  stages: { train: data.key, pretrain: models[n % 2]!.key, clean: clean.key },
})) as Run[];

const order = (...args: Parameters<typeof ranksOf>) => {
  const ranks = ranksOf(...args);
  return [...stages].sort((a, b) => ranks.get(a.key)! - ranks.get(b.key)!);
};

describe('the order', () => {
  it('begins with data, and takes what the runs need as they are given', () => {
    expect(order({ stages, runs })).toEqual([data, models[0], cleans[0], models[1], ...cleans.slice(1)]);
  });

  it('takes the longest way to the end first where several go at a time', () => {
    const [a, b] = models;
    expect(order({ stages, runs }, 'given', 2)).toEqual(
      [data, b, cleans[3], a, ...cleans.slice(0, 3)].sort((x, y) => wayOf(y!) - wayOf(x!)),
    );
  });

  it('covers the grid early when runs are interleaved, however many go at a time', () => {
    expect(order({ stages, runs }, 'interleaved', 4)).toEqual([
      data,
      models[0],
      cleans[0],
      cleans[2],
      models[1],
      cleans[1],
      cleans[3],
    ]);
  });

  it('is that of the plan where there are no runs', () => {
    expect(order({ stages, runs: [] })).toEqual([data, ...models, ...cleans]);
  });
});

function wayOf(stage: Stage): number {
  const ways = new Map([
    [data, 99],
    [models[1]!, 14],
    [cleans[3]!, 9],
    [models[0]!, 7],
  ]);
  return ways.get(stage) ?? 2;
}

describe('numbers that are spread', () => {
  it('halve what is left at every turn', () => {
    expect(spread(8)).toEqual([0, 4, 2, 6, 1, 5, 3, 7]);
    expect(spread(5)).toEqual([0, 4, 2, 1, 3]);
    expect(spread(1)).toEqual([0]);
    expect(spread(0)).toEqual([]);
  });

  it('are each number once, and every beginning leaves no large gap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 600 }),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        (count, share) => {
          const all = spread(count);
          expect([...all].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index));
          const some = all.slice(0, Math.max(1, Math.floor(share * count))).sort((a, b) => a - b);
          const gaps = [...some, count].map((value, index) => value - (some[index - 1] ?? 0));
          expect(Math.max(...gaps)).toBeLessThanOrEqual((4 * count) / some.length);
        },
      ),
    );
  });
});
