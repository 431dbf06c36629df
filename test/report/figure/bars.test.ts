import { describe, expect, it } from 'vitest';
import type { BarDatum } from '../../../report/figure/bar-data.js';
import { bars } from '../../../report/figure/bars.js';
import { median } from '../../../report/figure/pooled.js';
import { bar, box } from '../support/figures.js';
import { made, results } from '../support/results.js';

const run = (lr: number, seed: number, last: [number, number], extra: object = {}) =>
  made({ axes: { 'clean.optimizer.lr': lr, cleaning: 'a', seed, ...extra }, points: [[1, 60, 60], [2, ...last]] }); // prettier-ignore
const all = results(run(1, 0, [40, 4]), run(1, 1, [44, 6]), run(2, 0, [30, 2]), run(2, 1, [32, 1]));

const valuesOf = (drawn: ReturnType<typeof bars>) =>
  (drawn.picture!.spec as unknown as { data: { values: BarDatum[] } }).data.values;
const shown = (more: Parameters<typeof bar>[0] = {}, of = all) =>
  valuesOf(bars(of, bar(more))).map(({ label, kind, y, low, high }) => [label, kind, y, low, high]);

describe('bars', () => {
  it('are the mean of the seeds with the standard deviation', () => {
    const sd = Math.SQRT2;
    expect(shown()).toEqual([
      ['1', 'value', 42, expect.closeTo(42 - 2 * sd, 6), expect.closeTo(42 + 2 * sd, 6)],
      ['2', 'value', 31, expect.closeTo(31 - sd, 6), expect.closeTo(31 + sd, 6)],
    ]);
  });

  it('say which axis values have no model that meets the rule', () => {
    expect(shown({ points: 'best', asr_limit: 3 })).toEqual([
      ['1', 'none', null, undefined, undefined],
      ['2', 'value', 31, expect.anything(), expect.anything()],
    ]);
    expect(shown({ points: 'all', rule: 'asr.top1 <= 1' }).map(([, kind]) => kind)).toEqual([
      'none',
      'value',
    ]);
  });

  it('pool other axes by the best, mean or median', () => {
    const pooled = results(...[10, 20, 60].map((accuracy, i) => run(1, 0, [accuracy, 1], { other: i })));
    const value = (more: Parameters<typeof bar>[0]) => shown(more, pooled)[0]![2];
    expect([value({}), value({ value: 'mean' }), value({ value: 'median' })]).toEqual([60, 30, 20]);
    expect(value({ rule: 'asr.top1 <= 5, lowest accuracy.top1' })).toBe(10);
  });

  it('take seeds for runs like others when pooled, and show each on request', () => {
    expect(shown({ seeds: 'pooled' })).toEqual([
      ['1', 'value', 44, undefined, undefined],
      ['2', 'value', 32, undefined, undefined],
    ]);
    expect(shown({ seeds: 'mean-and-points' }).filter(([, kind]) => kind === 'seed').map(([, , y]) => y)).toEqual([40, 44, 30, 32]); // prettier-ignore
  });

  it('mark what is not measured yet', () => {
    const waiting = made({ axes: { 'clean.optimizer.lr': 3, cleaning: 'a', seed: 0 }, state: 'missing' });
    const drawn = bars(results(...all.runs, waiting), bar());
    expect(valuesOf(drawn).at(-1)).toMatchObject({ label: '3', kind: 'unmeasured', y: null });
    expect(drawn.notices.map(({ code }) => code)).toEqual(['EXPC804', 'EXPC807']);
    expect(drawn.picture!.caption).toContain('not measured yet');
  });

  it('stand side by side for each series, in its colour', () => {
    const series = results(...all.runs, ...[1, 2].map((lr) => run(lr, 0, [20, 1], { cleaning: 'b' })));
    const { spec } = bars(series, bar({ series: 'cleaning' })).picture!;
    const [layer] = (
      spec as unknown as { layer: { encoding: { xOffset: unknown; color: { scale: unknown } } }[] }
    ).layer;
    expect(layer!.encoding.xOffset).toEqual({ field: 'series', sort: ['a', 'b'] });
    expect(layer!.encoding.color.scale).toEqual({ domain: ['a', 'b'], range: ['#0072B2', '#E69F00'] });
  });

  it('start at 0, and are no picture where nothing has a value', () => {
    const [layer] = (bars(all, bar()).picture!.spec as unknown as { layer: { encoding: { y: { scale: { zero: boolean } } } }[] }).layer; // prettier-ignore
    expect(layer!.encoding.y.scale.zero).toBe(true);
    const { picture, notices } = bars(all, bar({ points: 'best', asr_limit: 0 }));
    expect(picture).toBeNull();
    expect(notices).toMatchObject([{ code: 'EXPC805', message: expect.stringContaining('no model meets its rule') as string }]); // prettier-ignore
  });
});

describe('boxes', () => {
  it('are made of every model that counts', () => {
    const drawn = bars(all, box({ points: 'all' }));
    expect(valuesOf(drawn).map(({ label, y }) => [label, y])).toEqual([
      ['1', 60], ['1', 40], ['1', 60], ['1', 44], ['2', 60], ['2', 30], ['2', 60], ['2', 32],
    ]); // prettier-ignore
    expect(drawn.picture!.caption).toContain('8 models of 4 runs; boxes: quartiles');
  });
});

describe('median', () => {
  it.each([[[3, 1, 2], 2], [[4, 1, 2, 3], 2.5], [[], null]])('of %j is %j', (values, expected) => {
    expect(median(values)).toBe(expected);
  }); // prettier-ignore
});
