import { parse, View } from 'vega';
import { describe, expect, it } from 'vitest';
import { describeNumbers } from '../../../report/describe.js';
import { curvePicture } from '../../../report/page/figures/curve.js';
import { dataName, interactive } from '../../../report/page/figures/interactive.js';
import { standsFor } from '../../../report/page/figures/thin.js';
import { made, results } from '../support/results.js';
import { bar, box, curve, heatmap, line, scatter, trajectory } from '../support/figures.js';

const run = (objective: string, lr: number, n = 3) =>
  made({
    axes: { objective, lr },
    start: [40, 95],
    points: Array.from({ length: n }, (_, i) => [i + 1, 30 + ((i * 7) % 10), (i * 13) % 100] as const),
  });

const picture = (n = 3, more: Parameters<typeof scatter>[0] = {}) =>
  describeNumbers(
    results(run('mmcl', 0.1, n), run('mmcl+ssl', 0.1, n)),
    scatter({ facet: 'objective', series: 'lr', ...more }),
  ).picture!;

/** Draws without a screen: the specification must be one that Vega takes. */
async function drawn(
  made: NonNullable<ReturnType<typeof interactive>>,
  variant = 0,
  signals = {},
): Promise<string> {
  const view = new View(parse(made.variants[variant]!.spec), { renderer: 'none' });
  if (made.rows.length > 0)
    view.data(
      dataName,
      made.rows.map((row) => ({ ...row })),
    );
  for (const [name, value] of Object.entries(signals)) view.signal(name, value);
  return view.toSVG();
}

describe('interactive', () => {
  it('turns a scatter plot into a Vega specification for wide and narrow pages, without its rows', async () => {
    const made = interactive(picture())!;
    expect(made.variants.map(({ columns }) => columns)).toEqual([2, 1]);
    expect(made.variants.at(-1)!.width).toBe(0);
    expect(JSON.stringify(made.variants)).not.toContain('"epoch":1');
    expect(made.of).toBeNull();
    for (const i of made.variants.keys()) expect(await drawn(made, i)).toContain('attack success rate');
  });

  it('takes the legend out, with the colours and shapes of the picture', () => {
    const made = interactive(picture(3, { facet: undefined, series: 'objective' } as never))!;
    expect(made.legend!.entries.map(({ label }) => label)).toEqual(['mmcl', 'mmcl+ssl', 'start model']);
    expect(new Set(made.legend!.entries.map(({ color }) => color)).size).toBe(3);
    expect(JSON.stringify(made.variants[0]!.spec)).not.toContain('"legends":[{');
  });

  it('hides a series by a signal, and moves no axis', async () => {
    const made = interactive(picture(3, { facet: undefined, series: 'objective' } as never))!;
    const all = await drawn(made);
    const some = await drawn(made, 0, { hidden_series: ['mmcl'] });
    const opacity = (svg: string) => (svg.match(/opacity="0"/g) ?? []).length;
    const axes = (svg: string) => svg.match(/<text[^>]*>[^<]*<\/text>/g);
    expect(opacity(all)).toBe(0);
    expect(opacity(some)).toBeGreaterThan(0);
    expect(axes(some)).toEqual(axes(all));
  });

  it('lets a part of the points be marked', () => {
    expect(interactive(picture())!.brush).toEqual({ x: 'x', y: 'y' });
  });

  it('thins what is too much, and says so on every mark', () => {
    const made = interactive(picture(5000), 1000)!;
    expect(made.rows.length).toBeLessThanOrEqual(1000);
    expect(made.of).toBe(10_002);
    expect(made.rows.some((row) => Number(row[standsFor]) > 1)).toBe(true);
    expect(JSON.stringify(made.variants[0]!.spec)).toContain('evaluations here');
  });

  it('keeps the star of every panel when it thins', () => {
    const made = interactive(picture(5000), 1000)!;
    expect(made.rows.filter(({ kind }) => kind === 'start')).toHaveLength(2);
  });

  it('gives up rather than change what a picture says', () => {
    const values = Array.from({ length: 20_000 }, (_, i) => ({ x: i % 3, y: i }));
    const box = {
      data: { values },
      mark: 'boxplot',
      encoding: { x: { field: 'x', type: 'nominal' }, y: { field: 'y', type: 'quantitative' } },
    };
    expect(interactive(box as never)).toBeNull();
    const mean = {
      data: { values },
      mark: 'bar',
      encoding: {
        x: { field: 'x', type: 'nominal' },
        y: { aggregate: 'mean', field: 'y', type: 'quantitative' },
      },
    };
    expect(interactive(mean as never)).toBeNull();
  });
});

describe('curvePicture', () => {
  const rows = (lines: number, n = 5) =>
    Array.from({ length: lines }, (_, line) =>
      Array.from({ length: n }, (_x, x) => ({ x, y: line + x, series: `line ${line}`, panel: '', epoch: x })),
    ).flat();

  it('gives few lines a colour and a button each', async () => {
    const made = interactive(curvePicture(rows(3), 'step', 'Loss'))!;
    expect(made.legend!.entries.map(({ label, shape }) => [label, shape])).toEqual([
      ['line 0', 'stroke'],
      ['line 1', 'stroke'],
      ['line 2', 'stroke'],
    ]);
    expect(await drawn(made)).toContain('loss');
  });

  it('draws many lines alike, and thins them', () => {
    const made = interactive(curvePicture(rows(40, 500), 'step', 'Loss'), 2000)!;
    expect(made.legend).toBeNull();
    expect(made.rows.length).toBeLessThanOrEqual(2000);
    expect(new Set(made.rows.map(({ series }) => series)).size).toBe(40);
  });
});

describe('every kind of figure', () => {
  const axes = { facet: 'objective', series: 'lr' };
  const figures = [
    scatter(axes),
    trajectory(axes),
    curve(axes),
    line({ axis: 'lr', facet: 'objective' }),
    bar({ axis: 'lr', facet: 'objective' }),
    box({ axis: 'lr', facet: 'objective' }),
    heatmap({ x: 'lr', y: 'objective' }),
  ];

  it.each(figures.map((figure) => [figure.kind, figure] as const))('is drawn: %s', async (_kind, figure) => {
    const runs = [run('mmcl', 0.1), run('mmcl', 0.2), run('mmcl+ssl', 0.1), run('mmcl+ssl', 0.2)];
    const picture = describeNumbers(results(...runs), figure).picture!;
    const made = interactive(picture)!;
    expect(made.variants.at(-1)!.width).toBe(0);
    for (const i of made.variants.keys()) expect(await drawn(made, i)).toContain('role="graphics-symbol"');
    expect(made.colorIsValue).toBe(figure.kind === 'heatmap');
  });
});
