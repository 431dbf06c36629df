import { describe, expect, it } from 'vitest';
import { lookChannels, looksOf } from '../../../report/figure/looks.js';
import { markOf } from '../../../report/figure/palette.js';
import { scatter } from '../../../report/figure/scatter.js';
import type { ScatterDatum } from '../../../report/figure/scatter-data.js';
import { defaultStyle, themeOf } from '../../../report/figure/theme.js';
import { scatter as figure } from '../support/figures.js';
import { made, results } from '../support/results.js';

const runs = ['mmcl', 'mmcl+ssl'].flatMap((p) =>
  [1, 2].flatMap((lr) =>
    [0, 1].map((seed) => made({ axes: { p, lr, seed }, points: [[1, 40 + 2 * seed, 20 + 4 * seed]] })),
  ),
);
const room = { width: 300, hasStart: true, style: defaultStyle };

describe('looksOf', () => {
  it('gives one axis colours and another one shapes', () => {
    const looks = looksOf(runs, { color: 'lr', shape: 'p' });
    expect([looks.colors, looks.shapes, looks.apart]).toEqual([['1', '2'], ['mmcl', 'mmcl+ssl'], true]);
    expect(looks.lookOf(runs[2]!)).toEqual({ series: '2, mmcl', color: '2', shape: 'mmcl' });
    const { models, start } = lookChannels(looks, { color: 'lr', shape: 'p' }, room);
    expect(models.color).toMatchObject({
      field: 'color',
      legend: { title: 'lr' },
      scale: { domain: ['1', '2'] },
    });
    expect(models.shape).toMatchObject({
      field: 'shape',
      scale: { domain: ['mmcl', 'mmcl+ssl', 'start model'] },
    });
    expect(start.color).toEqual({ value: defaultStyle.star_color });
  });

  it('makes a series of each combination of several axes', () => {
    expect(looksOf(runs, { series: ['p', 'lr'], labels: { p: 'model', 'p=mmcl': 'MMCL' } }).series).toEqual([
      'model MMCL, lr 1',
      'model MMCL, lr 2',
      'model mmcl+ssl, lr 1',
      'model mmcl+ssl, lr 2',
    ]);
  });

  it('has no legend that tells nothing apart', () => {
    const looks = looksOf(runs, { shape: 'p' });
    expect(lookChannels(looks, { shape: 'p' }, room).models.color).toMatchObject({ legend: null });
  });
});

describe('a style', () => {
  const style = {
    ...defaultStyle,
    font_size: 20,
    grid: false,
    marks: { 'p=mmcl': { color: 'maroon' }, two: { shape: 'pentagon' as const } },
    vega: { axis: { tickSize: 9 }, title: { anchor: 'end' } },
  };

  it('marks a series by its label, or by its axis and label', () => {
    const labels = { 'p=mmcl': 'MMCL', 'mmcl+ssl': 'two' };
    const { models } = lookChannels(
      looksOf(runs, { series: 'p', labels }),
      { series: 'p', labels },
      { ...room, style },
    );
    expect((models.color as unknown as { scale: { range: string[] } }).scale.range.slice(0, 2)).toEqual(['maroon', '#E69F00']); // prettier-ignore
    expect((models.shape as unknown as { scale: { range: string[] } }).scale.range[1]).toMatch(/^M.*Z$/);
  });

  it('takes colours and shapes in its own order, again from the start when they run out', () => {
    const own = { ...defaultStyle, colors: ['red', 'blue'], shapes: ['x' as const] };
    expect([0, 1, 2].map((i) => markOf(i, own).color)).toEqual(['red', 'blue', 'red']);
    expect(markOf(1, own).shape).toBe(markOf(0, own).shape);
  });

  it('becomes a configuration of Vega-Lite, over which a person’s own is merged', () => {
    const theme = themeOf(style);
    expect(theme.axis).toMatchObject({ labelFontSize: 20, grid: false, tickSize: 9 });
    expect(theme.title).toMatchObject({ fontSize: 23, anchor: 'end' });
    const { picture } = scatter(results(...runs), figure({ start_model: false }), style);
    expect((picture!.spec as { config?: unknown }).config).toEqual(theme);
  });

  it('has the defaults of the language', () => {
    expect(defaultStyle).toMatchObject({ font_size: 11, background: 'white', opacity: 0.65, star_size: 420 });
  });
});

describe('a scatter plot of seeds', () => {
  const values = (more: Parameters<typeof figure>[0]) =>
    (scatter(results(...runs), figure({ start_model: false, ...more })).picture!.spec as unknown as { data: { values: ScatterDatum[] } }).data.values; // prettier-ignore

  it('shows means with bars of a standard deviation, and the points on request', () => {
    const means = values({ seeds: 'mean' });
    expect(means.map(({ kind, x, y }) => [kind, x, y])).toEqual(
      Array.from({ length: 4 }, () => ['mean', 22, 41]),
    );
    expect(means[0]!.x_sd).toBeCloseTo(Math.SQRT2 * 2, 6);
    expect(means[0]!.y_sd).toBeCloseTo(Math.SQRT2, 6);
    expect(values({ seeds: 'mean-and-points' }).map(({ kind }) => kind).sort()).toEqual([...Array.from({ length: 4 }, () => 'mean'), ...Array.from({ length: 8 }, () => 'point')]); // prettier-ignore
  });

  it('counts what lies outside its axes', () => {
    const { picture } = scatter(results(...runs), figure({ start_model: false, x_range: [0, 21] }));
    expect(picture!.caption).toContain('4 symbols outside the axes not shown.');
    const { notices } = scatter(results(...runs), figure({ start_model: false, x_range: [0, 1] }));
    expect(notices.at(-1)).toMatchObject({ code: 'EXPC805', message: expect.stringContaining('all 8 symbols') as string }); // prettier-ignore
  });
});
