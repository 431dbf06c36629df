import { describe, expect, it } from 'vitest';
import { parse } from 'csv-parse/sync';
import { trajectory } from '../../../report/figure/trajectory.js';
import type { TrajectoryDatum } from '../../../report/figure/trajectory-data.js';
import { trajectory as figure } from '../support/figures.js';
import { made, results } from '../support/results.js';

const run = (lr: number, points: [number, number, number][]) =>
  made({ axes: { lr }, start: [40, 95], points, work: `${lr}` });
const good = run(1, [[1, 39, 20], [1.5, 39.5, 1], [2, 38, 4]]); // prettier-ignore
const better = run(2, [[1, 38, 3], [2, 38.5, 8]]); // prettier-ignore
const never = run(3, [[1, 41, 90], [2, 42, 80]]); // prettier-ignore
const all = results(good, better, never);

const drawn = (more: Parameters<typeof figure>[0] = {}, of = all) => trajectory(of, figure(more));
function values(more: Parameters<typeof figure>[0] = {}, of = all): TrajectoryDatum[] {
  const { data } = drawn(more, of).picture!.spec as unknown as { data: { values: TrajectoryDatum[] } };
  return data.values;
}
const panels = (more: Parameters<typeof figure>[0]) => [...new Set(values(more).map(({ panel }) => panel))];

describe('trajectory', () => {
  it('goes from the star through the ends of epochs, a panel a run', () => {
    const line = values().filter(({ panel }) => panel === 'lr 1');
    expect(line.map(({ kind, epoch, x, y }) => [kind, epoch, x, y])).toEqual([
      ['start', 0, 95, 40],
      ['point', 1, 20, 39],
      ['point', 2, 4, 38],
    ]);
  });

  it('takes the runs that reach a limit, the best ones first', () => {
    expect(panels({ rule: 'asr.top1 <= 10%', top: 2 })).toEqual(['lr 2', 'lr 1']);
    expect(panels({ rule: 'asr.top1 <= 10%' })).toEqual(['lr 1', 'lr 2']);
    expect(panels({ rule: 'asr.top1 <= 10%', top: 1, facet: 'lr' })).toEqual(['2']);
    expect(panels({ rule: 'asr.top1 <= 10%', order: ['lr'], top: 2 })).toEqual(['lr 1', 'lr 2']);
  });

  it('judges runs by what it shows: an evaluation within an epoch counts only where it is drawn', () => {
    expect(panels({ rule: 'asr.top1 <= 2%', points: 'all' })).toEqual(['1']);
    expect(drawn({ rule: 'asr.top1 <= 2%' }).notices).toMatchObject([{ code: 'EXPC805', severity: 'error' }]);
  });

  it('names the panels by what tells the runs apart', () => {
    expect(panels({ facet: ['lr'], labels: { 'lr=1': 'one', lr: 'rate' } })).toEqual(['one', '2', '3']);
    expect(panels({ facet: 'run', labels: { lr: 'rate' } })).toEqual(['rate 1', 'rate 2', 'rate 3']);
  });

  it('grows and darkens with the epoch, over the same epochs in every panel', () => {
    const { spec } = drawn().picture!.spec as unknown as {
      spec: { layer: { mark: { type: string }; encoding: Record<string, { scale: { domain: number[]; range: number[] } }> }[] };
    }; // prettier-ignore
    const points = spec.layer.find(({ mark }) => mark.type === 'point')!;
    expect(points.encoding.size!.scale).toEqual({ domain: [1, 2], range: [21, 126] });
    expect(points.encoding.opacity!.scale).toEqual({ domain: [1, 2], range: [0.3, 1] });
  });

  it('breaks the line where an epoch is missing, and says so', () => {
    const torn = run(4, [[1, 39, 20], [2, 38, 15], [4, 37, 5]]); // prettier-ignore
    const { notices } = drawn({}, results(torn));
    expect(notices).toMatchObject([{ code: 'EXPC820', severity: 'warning' }]);
    expect(notices[0]!.message).toContain('epoch `3`');
    expect(values({}, results(torn)).map(({ kind, x }) => [kind, x])).toEqual([
      ['start', 95],
      ['point', 20],
      ['point', 15],
      ['gap', null],
      ['point', 5],
    ]);
  });

  it('breaks the line at what lies outside the axes', () => {
    expect(values({ y_range: [38.6, 50], facet: 'lr' }).filter(({ kind }) => kind === 'gap')).toHaveLength(3);
    expect(drawn({ y_range: [38.6, 50] }).notices).toMatchObject([{ code: 'EXPC807' }]);
  });

  it('leaves out runs whose order is not known', () => {
    const { notices, picture } = drawn({}, results({ ...good, merged: true }, better));
    expect(notices.map(({ code }) => code)).toContain('EXPC821');
    expect(picture!.csv).not.toContain('39.5');
  });

  it('shows the mean of the seeds, each seed, or both', () => {
    const seeds = results(
      ...[0, 1].map((seed) => made({ axes: { seed }, points: [[1, 40 + 2 * seed, 20]] })),
    );
    const y = (how: 'pooled' | 'mean' | 'mean-and-points') =>
      values({ seeds: how, facet: ['ablation'], start_model: false }, seeds).map((datum) => datum.y);
    expect([y('pooled'), y('mean'), y('mean-and-points')]).toEqual([[40, 42], [41], [41, 40, 42]]);
  });

  it('leaves out references that are off its axes, without breaking a line', () => {
    const reference = [{ label: 'paper', values: { 'accuracy.top1': 90, 'asr.top1': 10 } }];
    const kinds = (more: object) => values({ reference, facet: 'lr', ...more }).map(({ kind }) => kind);
    expect(kinds({})).toContain('reference');
    expect(kinds({ y_range: [0, 50] })).not.toContain('reference');
    expect(kinds({ y_range: [0, 50] })).not.toContain('gap');
  });

  it('comes with its data as CSV', () => {
    const lines = parse<Record<string, string>>(drawn().picture!.csv, { columns: true });
    expect(lines[1]).toMatchObject({ panel: 'lr 1', kind: 'point', epoch: '1', 'asr.top1_percent': '20' });
  });
});
