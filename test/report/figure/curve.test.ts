import { describe, expect, it } from 'vitest';
import { curve } from '../../../report/figure/curve.js';
import { curveData } from '../../../report/figure/curve-data.js';
import type { RunResult } from '../../../report/results/types.js';
import { curve as figure } from '../support/figures.js';
import { made, results } from '../support/results.js';

const seeds = [0, 1, 2].map((seed) =>
  made({
    axes: { lr: 1, seed },
    startId: `${seed}`,
    start: [40 + seed, 90],
    points: [[0, 40 + seed, 90], [1, 38 + seed, 50], [2, 36 + seed, 10]],
  }),
); // prettier-ignore
const one = made({ axes: { lr: 2, seed: 0 }, start: [40, 90], points: [[1, 30, 20], [2, 20, 5]] }); // prettier-ignore
const all = results(...seeds, one);

const of = (more: Parameters<typeof figure>[0] = {}, from = all) => curveData(from, figure(more));
const line = (more: Parameters<typeof figure>[0], metric = 'accuracy.top1', from = all) =>
  of(more, from)
    .values.filter((value) => value.metric === metric && value.kind !== 'start')
    .map(({ x, y, low, high }) => [x, y, low, high]);

describe('curveData', () => {
  it('shows the mean of the seeds with its standard deviation', () => {
    expect(line({ where: { lr: 1 } })).toEqual([
      [0, 41, 40, 42],
      [1, 39, 38, 40],
      [2, 37, 36, 38],
    ]);
  });

  it('shows every seed, alone or under the mean', () => {
    const kinds = (more: Parameters<typeof figure>[0]) =>
      [...new Set(of({ ...more, where: { lr: 1 } }).values.map(({ kind, run }) => (kind === 'start' ? '' : `${kind} ${run}`)))].filter(Boolean); // prettier-ignore
    expect(kinds({ seeds: 'pooled' })).toEqual(['run 1/0', 'run 1/1', 'run 1/2']);
    expect(kinds({ seeds: 'mean-and-points' })).toHaveLength(4);
    expect(kinds({ seeds: 'mean' })).toHaveLength(1);
  });

  it('has no band where there is one seed only', () => {
    expect(line({ where: { lr: 2 } })).toEqual([[1, 30, undefined, undefined], [2, 20, undefined, undefined]]); // prettier-ignore
  });

  it('averages only what every seed has measured', () => {
    const going = { ...seeds[2]!, points: seeds[2]!.points.slice(0, 2), state: 'unfinished' as const };
    const found = of({}, results(seeds[0]!, seeds[1]!, going));
    expect(found.values.filter(({ kind, metric }) => kind === 'mean' && metric === 'asr.top1').map(({ x }) => x)).toEqual([0, 1]); // prettier-ignore
    expect(found.notices).toMatchObject([{ code: 'EXPC804' }]);
  });

  it('keeps facets apart whose labels have a plus in them', () => {
    const two = ['mmcl', 'mmcl+ssl'].map((p) => made({ axes: { p }, points: [[1, 30, 20], [2, 20, 5]] })); // prettier-ignore
    const { values, panels } = of({ facet: 'p' }, results(...two));
    expect(panels).toEqual(['mmcl', 'mmcl+ssl']);
    expect(values.filter(({ panel }) => panel === 'mmcl+ssl')).toHaveLength(4);
  });

  it('follows the pre-training once, and stars the epoch that is cleaned', () => {
    const pretraining = [1, 2, 3].map((epoch) => ({ epoch, step: epoch * 5, metrics: { 'accuracy.top1': epoch / 10, 'asr.top1': 0.9 } })); // prettier-ignore
    const runs = [1, 2].map((lr): RunResult => ({ ...made({ axes: { lr }, points: [[1, 1, 1]] }), pretraining, from: 2, folders: { pretrain: 'p' } })); // prettier-ignore
    const { values } = of({ stage: 'pretrain', x: 'step' }, results(...runs));
    expect(values.filter(({ metric }) => metric === 'accuracy.top1').map(({ kind, x, y }) => [kind, x, y])).toEqual([
      ['mean', 5, 10],
      ['mean', 10, 20],
      ['mean', 15, 30],
      ['start', 10, 20],
    ]); // prettier-ignore
  });

  it('shows a pre-training before anything is cleaned', () => {
    const pretraining = [{ epoch: 1, step: 5, metrics: { 'accuracy.top1': 0.5 } }];
    const run: RunResult = {
      ...made({ state: 'missing' }),
      pretraining,
      parameters: { 'pretrain.epochs': 4 },
    };
    const { picture, notices } = curve(results(run), figure({ stage: 'pretrain' }));
    expect(notices).toEqual([]);
    expect(picture!.caption).toContain('Preliminary: 1 of 1 run unfinished.');
  });

  it('shows losses along steps, and the mean of each epoch along epochs', () => {
    const losses = [4, 2, 1, 3].map((loss, i) => ({
      epoch: 1 + Math.floor(i / 2),
      step: i + 1,
      metrics: { loss },
    }));
    const run = { ...one, losses };
    expect(line({ metrics: ['loss'], x: 'step' }, 'loss', results(run)).map(([x, y]) => [x, y])).toEqual([[1, 4], [2, 2], [3, 1], [4, 3]]); // prettier-ignore
    expect(line({ metrics: ['loss'] }, 'loss', results(run)).map(([x, y]) => [x, y])).toEqual([[1, 3], [2, 2]]); // prettier-ignore
  });

  it('keeps what a logarithmic axis has no place for off it', () => {
    const losses = [2, 0, -1].map((loss, i) => ({ epoch: 1, step: i, metrics: { loss } }));
    const found = of({ metrics: ['loss'], x: 'step', y_scale: 'log' }, results({ ...one, losses }));
    expect([found.values.length, found.outside]).toEqual([1, 2]);
  });

  it('breaks lines where an epoch or a metric is missing', () => {
    const torn = made({ points: [[1, 30, 20], [2, 29, 18], [4, 20, 5]] }); // prettier-ignore
    expect(line({}, 'asr.top1', results(torn)).map(([x, y]) => [x, y])).toEqual([[1, 20], [2, 18], [3, null], [4, 5]]); // prettier-ignore
    expect(of({}, results(torn)).notices).toMatchObject([{ code: 'EXPC820' }]);
    const points = one.points.map((point, i) =>
      i === 0 ? { ...point, metrics: { 'asr.top1': 0.2 } } : point,
    );
    expect(of({}, results({ ...one, points })).notices).toMatchObject([{ code: 'EXPC807' }]);
  });
});

describe('curve', () => {
  it('has a panel for each metric, and lines with the references of its panel', () => {
    const reference = [{ label: 'paper', values: { 'accuracy.top1': 60 }, where: { lr: 1 } }];
    const { picture } = curve(all, figure({ reference, facet: 'lr' }));
    const spec = picture!.spec as unknown as { concat: unknown[]; columns: number };
    expect([spec.concat.length, spec.columns]).toEqual([4, 2]);
    expect(picture!.csv.split('\n').filter((text) => text.includes('reference'))).toEqual([
      '1,accuracy.top1,paper,reference,paper,,60,,',
    ]);
  });

  it('is no picture of a metric that no run has', () => {
    const { picture, notices } = curve(all, figure({ metrics: ['recall.top1'] }));
    expect(picture).toBeNull();
    expect(notices.at(-1)).toMatchObject({ code: 'EXPC805', severity: 'error' });
  });
});
