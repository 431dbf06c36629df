import { describe, expect, it } from 'vitest';
import { line } from '../../../report/figure/line.js';
import { lineData, type LineDatum } from '../../../report/figure/line-data.js';
import { renderSvg } from '../../../report/figure/render.js';
import { line as figure } from '../support/figures.js';
import { made, results } from '../support/results.js';

type More = Parameters<typeof figure>[0];
type Axes = Record<string, number | string>;

const run = (axes: Axes, ...last: [number, number]) => made({ axes, points: [[1, 60, 60], [2, ...last]] }); // prettier-ignore
const all = results(
  run({ poisons: 100, model: 'a' }, 30, 90),
  run({ poisons: 10, model: 'a' }, 31, 4),
  run({ poisons: 0, model: 'a' }, 32, 0),
  run({ poisons: 10, model: 'b' }, 41, 14),
  { ...run({ poisons: 100, model: 'b' }, 0, 0), points: [], state: 'missing' },
);
const data = (more: More = {}, of = all) => lineData(of, figure({ axis: 'poisons', ...more }));
const drawn = (more: More = {}, of = all) => line(of, figure({ axis: 'poisons', ...more }));
const shown = (more: More = {}, of = all) => data(more, of).values.map(({ metric, series, kind, x, y }) => [metric, series, kind, x, y]); // prettier-ignore

interface Layer {
  readonly mark: { readonly type: string };
  readonly encoding: {
    readonly x: { scale: object; axis: { values: number[] }; type: string; sort: string[] };
  };
}
const layers = (more: More, of = all) =>
  (drawn(more, of).picture!.spec as unknown as { layer: Layer[] }).layer.map((layer) => layer);

describe('lineData', () => {
  it('has a value for each number along the axis, of each series and metric', () => {
    expect(shown({ series: 'model', metrics: ['asr.top1'] })).toEqual([
      ['asr.top1', 'a', 'value', 100, 90],
      ['asr.top1', 'a', 'value', 10, 4],
      ['asr.top1', 'a', 'value', 0, 0],
      ['asr.top1', 'b', 'value', 10, 14],
      ['asr.top1', 'b', 'unmeasured', 100, null],
    ]);
    expect(new Set(shown({ series: 'model' }).map(([metric]) => metric)).size).toBe(2);
  });

  it('breaks a line where nothing is measured, and where no model meets the rule', () => {
    expect(data({ series: 'model' }).notices.map(({ code }) => code)).toEqual(['EXPC804', 'EXPC807']);
    const best = {
      series: 'model',
      points: 'best' as const,
      metrics: ['accuracy.top1'],
      where: { model: 'a' },
    };
    expect(shown(best).map(([, , kind, x, y]) => [kind, x, y])).toEqual([
      ['none', 100, null],
      ['value', 10, 31],
      ['value', 0, 32],
    ]);
    expect(drawn(best).picture!.caption).toContain('Lines are broken where no model meets the rule.');
  });

  it('has no place for 0 on a logarithmic axis, and says so', () => {
    const log = { x_scale: 'log' as const, where: { model: 'a' }, metrics: ['asr.top1'] };
    expect(shown(log).map(([, , , x]) => x)).toEqual([100, 10]);
    expect(data(log).notices).toMatchObject([{ code: 'EXPC817' }]);
    expect(drawn(log).picture!.caption).toContain('1 value outside the axes not shown.');
  });

  it('leaves out what lies outside the range of the metric', () => {
    const cut = { where: { model: 'a' }, metrics: ['asr.top1'], y_range: [0, 50] };
    expect(shown(cut).map(([, , , , y]) => y)).toEqual([4, 0]);
  });

  it('averages seeds, with their standard deviation', () => {
    const seeds = results(
      run({ poisons: 1, seed: 0 }, 40, 4),
      run({ poisons: 1, seed: 1 }, 44, 6),
      run({ poisons: 2, seed: 0 }, 30, 2),
      run({ poisons: 2, seed: 1 }, 30, 2),
    );
    const values = (more: More) =>
      data({ metrics: ['accuracy.top1'], ...more }, seeds).values.map(({ kind, x, y, low, high }) => [kind, x, y, low, high]); // prettier-ignore
    const sd = Math.sqrt(8);
    expect(values({})).toEqual([
      ['value', 1, 42, expect.closeTo(42 - sd, 6), expect.closeTo(42 + sd, 6)],
      ['value', 2, 30, 30, 30],
    ]);
    expect(values({ seeds: 'mean-and-points' })).toHaveLength(6);
    expect(values({ seeds: 'pooled' }).map((value) => value.slice(2))).toEqual([
      [44, undefined, undefined],
      [30, undefined, undefined],
    ]);
    expect(drawn({}, seeds).picture!.caption).toContain('bands: mean ± standard deviation of the seeds');
  });

  it('spaces labels that are no numbers evenly, in the order of the runs', () => {
    const words = results(run({ poisons: 'many' }, 1, 2), run({ poisons: 3 }, 3, 4));
    expect(data({}, words).labels).toEqual(['many', '3']);
    expect(shown({ metrics: ['asr.top1'] }, words).map(([, , , x]) => x)).toEqual(['many', '3']);
    const ordinal = layers({ metrics: ['asr.top1'] }, words)[0]!.encoding.x;
    expect(ordinal).toMatchObject({ type: 'ordinal', sort: ['many', '3'] });
  });

  it('is an error where nothing is to show', () => {
    expect(drawn({ axis: 'poison' }).notices).toMatchObject([{ code: 'EXPC804' }, { code: 'EXPC806' }]);
    expect(drawn({ points: 'best', asr_limit: 0, where: { model: 'b' } }).picture).toBeNull();
  });
});

describe('line', () => {
  it('has ticks at the values that there are, ascending', () => {
    const [first] = layers({ metrics: ['asr.top1'] });
    expect(first!.encoding.x.axis.values).toEqual([0, 10, 100]);
    expect(first!.encoding.x.scale).toMatchObject({ type: 'linear' });
    expect(layers({ metrics: ['asr.top1'], x_scale: 'log' })[0]!.encoding.x.axis.values).toEqual([10, 100]);
  });

  it('has a panel for each metric and facet value', () => {
    const { concat } = drawn({ facet: 'model' }).picture!.spec as unknown as { concat: unknown[] };
    expect(concat).toHaveLength(4);
  });

  it('draws references as dashed lines', () => {
    const reference = [{ label: 'published', values: { 'asr.top1': 99 } }];
    const values = data({ reference }).values.filter(({ kind }: LineDatum) => kind === 'reference');
    expect(values).toEqual([{ panel: '', metric: 'asr.top1', series: 'published', kind: 'reference', x: null, y: 99 }]); // prettier-ignore
  });

  it('writes its values as CSV, and is drawn', async () => {
    const { picture } = drawn({ series: 'model', metrics: ['asr.top1'], x_scale: 'log' });
    expect(picture!.csv.split('\n').slice(0, 3)).toEqual([
      'panel,metric,series,kind,poisons,value,low,high',
      ',asr.top1,a,value,100,90,,',
      ',asr.top1,a,value,10,4,,',
    ]);
    const svg = await renderSvg(picture!.spec);
    expect(svg).toContain('attack success rate (%)');
    expect(svg).toContain('>100</text>');
  });
});
