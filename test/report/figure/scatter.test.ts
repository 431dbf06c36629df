import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { scatter } from '../../../report/figure/scatter.js';
import { scatterData } from '../../../report/figure/scatter-data.js';
import { colors, markOf, shapes } from '../../../report/figure/palette.js';
import { defaultStyle } from '../../../report/figure/theme.js';
import { makeExperiment } from '../support/experiment.js';
import { readResults } from '../../../report/results/read.js';
import { scatter as figure } from '../support/figures.js';
import { made, results } from '../support/results.js';

const start = { start: [40, 95], startId: 'mmcl' } as const;
const cleanclip = made({
  axes: { objective: 'mmcl', cleaning: 'CleanCLIP', lr: 0.001 },
  ...start,
  points: [
    [1, 39, 20],
    [2, 38, 4],
  ],
});
const mmclOnly = made({
  axes: { objective: 'mmcl', cleaning: 'MMCL', lr: 0.001 },
  ...start,
  points: [[1, 39.5, 94]],
});
const other = made({
  axes: { objective: 'mmcl+ssl', cleaning: 'CleanCLIP', lr: 0.001 },
  start: [50, 97],
  startId: 'mmcl+ssl',
  points: [[1, 30, 12.5]],
});
const all = results(cleanclip, mmclOnly, other);
const panels = figure({ facet: 'objective', series: 'cleaning' });

/** The parts of a specification that tests look at. */
interface Spec {
  readonly title?: { text: string; subtitle?: string[] };
  readonly data: { values: readonly Record<string, unknown>[] };
  readonly facet?: { sort: string[] };
  readonly columns?: number;
  readonly spec?: { layer: Layer[] };
  readonly layer?: Layer[];
}
interface Layer {
  readonly encoding: Record<
    'x' | 'y' | 'color' | 'shape',
    { title: string; scale: { domain: unknown[]; range: string[] } }
  >;
}
const specOf = (...args: Parameters<typeof scatter>) => scatter(...args).picture!.spec as unknown as Spec;

describe('scatterData', () => {
  it('has each evaluation as a point and each start model as a star, in percent', () => {
    const { values, panels: facets, series, notices } = scatterData(all, panels);
    expect(notices).toEqual([]);
    expect(facets).toEqual(['mmcl', 'mmcl+ssl']);
    expect(series).toEqual(['CleanCLIP', 'MMCL']);
    expect(values).toEqual([
      {
        panel: 'mmcl',
        series: 'CleanCLIP',
        kind: 'point',
        x: 20,
        y: 39,
        epoch: 1,
        run: 'mmcl/CleanCLIP/0.001',
      },
      {
        panel: 'mmcl',
        series: 'CleanCLIP',
        kind: 'point',
        x: 4,
        y: 38,
        epoch: 2,
        run: 'mmcl/CleanCLIP/0.001',
      },
      { panel: 'mmcl', series: 'MMCL', kind: 'point', x: 94, y: 39.5, epoch: 1, run: 'mmcl/MMCL/0.001' },
      {
        panel: 'mmcl+ssl',
        series: 'CleanCLIP',
        kind: 'point',
        x: 12.5,
        y: 30,
        epoch: 1,
        run: 'mmcl+ssl/CleanCLIP/0.001',
      },
      { panel: 'mmcl', series: '', kind: 'start', x: 95, y: 40, epoch: null, run: null },
      { panel: 'mmcl+ssl', series: '', kind: 'start', x: 97, y: 50, epoch: null, run: null },
    ]);
  });

  it('draws the evaluation before cleaning as the star alone', () => {
    const { plan, outputs } = makeExperiment([
      { axes: { objective: 'mmcl', lr: 1 }, clean: [[0, 40, 95], [1, 39, 3]] },
      { axes: { objective: 'mmcl', lr: 2 }, clean: [[0, 40, 95], [1, 38, 1]] },
    ]); // prettier-ignore
    const kinds = (more: Parameters<typeof figure>[0]) =>
      scatterData(readResults(plan, outputs), figure(more)).values.map(({ kind, epoch }) => [kind, epoch]);
    expect(kinds({})).toEqual([['point', 1], ['point', 1], ['start', null]]); // prettier-ignore
    expect(kinds({ start_model: false })).toEqual([['point', 0], ['point', 1], ['point', 0], ['point', 1]]); // prettier-ignore
  });

  it('shows the best model of each run under a limit', () => {
    const { values } = scatterData(all, figure({ points: 'best', asr_limit: 12.5, start_model: false }));
    expect(values.map(({ x, y }) => [x, y])).toEqual([
      [4, 38],
      [12.5, 30],
    ]);
  });

  it('shows the last epoch of each run', () => {
    const { values } = scatterData(all, figure({ points: 'last', start_model: false }));
    expect(values.map(({ y }) => y)).toEqual([38, 39.5, 30]);
  });

  it('pools seeds: a star for the start of each', () => {
    const seeds = [0, 1, 2].map((seed) =>
      made({ axes: { seed }, start: [40 + seed, 95], startId: `${seed}`, points: [[1, 39, 20]] }),
    );
    const { values, series } = scatterData(results(...seeds), figure());
    expect(values.filter(({ kind }) => kind === 'start').map(({ y }) => y)).toEqual([40, 41, 42]);
    expect(series).toEqual(['evaluated models']);
  });

  it('never draws an evaluation that lacks a metric, and counts it', () => {
    const half = {
      ...cleanclip,
      points: [...cleanclip.points, { epoch: 3, step: 9, metrics: { 'asr.top1': 0 } }],
    };
    const { values, notices } = scatterData(results(half), figure());
    expect(values).toHaveLength(3);
    expect(notices).toMatchObject([{ code: 'EXPC807', severity: 'warning' }]);
    expect(notices[0]!.message).toContain('1 evaluation without');
  });

  it('warns of runs without a star', () => {
    expect(scatterData(results(made({ points: [[1, 1, 1]] })), figure()).notices).toMatchObject([
      { code: 'EXPC808' },
    ]);
  });

  it.each([
    [{ series: 'cleanign' }, 'EXPC806'],
    [{ facet: 'cleanign' }, 'EXPC806'],
    [{ where: { objective: 'siglip' } }, 'EXPC814'],
    [{ min_points: 9 }, 'EXPC805'],
    [{ ablation: 'x' }, 'EXPC813'],
  ])('shows nothing and says why: %j', (wrong, code) => {
    const { picture, notices } = scatter(all, figure(wrong));
    expect(picture).toBeNull();
    expect(notices).toMatchObject([{ code, severity: 'error' }]);
  });

  it('is no picture, and says so, when not one evaluation has the metrics', () => {
    const { picture, notices } = scatter(all, figure({ x: 'asr.top5', start_model: false }));
    expect(picture).toBeNull();
    expect(notices.map(({ code, severity }) => [code, severity])).toContainEqual(['EXPC805', 'error']);
  });
});

describe('scatter', () => {
  it('has a panel for each facet value, in the order of the plan', () => {
    const spec = specOf(all, panels);
    expect(spec.facet!.sort).toEqual(['mmcl', 'mmcl+ssl']);
    expect(spec.columns).toBe(2);
    expect(specOf(all, figure({ series: 'cleaning' })).facet).toBeUndefined();
  });

  it('names metrics and units on the axes, ASR from 0 to 100', () => {
    const { x, y } = specOf(all, panels).spec!.layer[0]!.encoding;
    expect([x.title, y.title]).toEqual(['attack success rate (%)', 'zero-shot top-1 accuracy (%)']);
    expect(x.scale.domain).toEqual([-3, 103]);
  });

  it('gives each series a colour and a shape, and the start model a red star', () => {
    for (const { encoding } of specOf(all, panels).spec!.layer) {
      expect(encoding.color.scale).toEqual({
        domain: ['CleanCLIP', 'MMCL', 'start model'],
        range: [colors[0], colors[1], defaultStyle.star_color],
      });
      expect(encoding.shape.scale.range.slice(0, 2)).toEqual(['circle', 'square']);
    }
  });

  it('writes the texts a person wants', () => {
    const spec = specOf(all, figure({ ...panels, title: 'Cleaning', labels: { CleanCLIP: 'MMCL + SSL' } }));
    expect(spec.title).toEqual({ text: 'Cleaning' });
    expect(spec.spec!.layer[0]!.encoding.color.scale.domain).toContain('MMCL + SSL');
  });

  it('says in the picture that runs are missing from it', () => {
    const waiting = made({ axes: { objective: 'mmcl', cleaning: 'SSL', lr: 1 }, state: 'missing' });
    const going = { ...mmclOnly, state: 'unfinished' as const };
    const spec = specOf(results(cleanclip, going, other, waiting), panels);
    expect(spec.title!.subtitle).toEqual(['Preliminary: 2 of 4 runs unfinished.']);
  });

  it('says in the caption what is shown and what the metrics mean', () => {
    expect(scatter(all, figure({ ...panels, title: 'Cleaning' })).picture!.caption.split('\n')).toEqual([
      'Cleaning.',
      '4 models of 3 runs (every evaluation); star: the model before cleaning.',
      'Zero-shot top-1 accuracy; 100 classes, 1000 pictures, 1 prompt template.',
      'Attack success rate; 100 classes, target banana, trigger noise-patch (size 8, location random, overflow clamp), ' +
        '990 pictures, 10 of the target class left out, 1 prompt template.',
    ]);
  });

  it('comes with its data as CSV', () => {
    const lines = parse<Record<string, string>>(scatter(all, panels).picture!.csv, { columns: true });
    expect(lines).toHaveLength(6);
    expect(lines[3]).toEqual({
      panel: 'mmcl+ssl',
      series: 'CleanCLIP',
      kind: 'point',
      'asr.top1_percent': '12.5',
      'accuracy.top1_percent': '30',
      epoch: '1',
      run: 'mmcl+ssl/CleanCLIP/0.001',
    });
  });

  it('keeps apart a series that is itself called start model', () => {
    const named = made({ axes: { cleaning: 'start model' }, ...start, points: [[1, 1, 1]] });
    const { domain } = specOf(results(named), figure({ series: 'cleaning' })).layer![0]!.encoding.color.scale;
    expect(domain).toEqual(['start model', 'model before cleaning']);
  });
});

describe('palette', () => {
  it('gives no two of 56 series the same mark', () => {
    const marks = Array.from({ length: colors.length * shapes.length }, (_, i) => JSON.stringify(markOf(i)));
    expect(new Set(marks).size).toBe(marks.length);
  });

  it('differs in grey between each two of the first three series', () => {
    const grey = (color: string) => {
      const [r, g, b] = [1, 3, 5].map((at) => (parseInt(color.slice(at, at + 2), 16) / 255) ** 2.2);
      return (0.2126 * r! + 0.7152 * g! + 0.0722 * b!) ** (1 / 2.2);
    };
    const [a, b, c] = colors.slice(0, 3).map(grey);
    for (const difference of [a! - b!, a! - c!, b! - c!]) expect(Math.abs(difference)).toBeGreaterThan(0.2);
  });
});
