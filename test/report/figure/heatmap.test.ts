import { describe, expect, it } from 'vitest';
import { heatmap, type HeatmapDatum } from '../../../report/figure/heatmap.js';
import { heatmap as figure } from '../support/figures.js';
import { definitions } from '../support/experiment.js';
import { made, results } from '../support/results.js';

const run = (lr: number, cleaning: string, accuracy: number, asr: number) =>
  made({ axes: { 'clean.optimizer.lr': lr, cleaning }, points: [[1, accuracy, asr]] });
const all = results(run(2, 'a', 40, 3), run(1, 'a', 50, 80), run(2, 'b', 30, 1), {
  ...run(1, 'b', 0, 0),
  points: [],
  state: 'missing',
});

const drawn = (more: Parameters<typeof figure>[0] = {}, of = all) => heatmap(of, figure(more));
const cells = (more: Parameters<typeof figure>[0] = {}) =>
  (drawn(more).picture!.spec as unknown as { data: { values: HeatmapDatum[] } }).data.values.map(({ x, y, value, text }) => [x, y, value, text]); // prettier-ignore

describe('heatmap', () => {
  it('has a cell for each pair of labels, and says which is not measured', () => {
    expect(cells({ decimals: 2 })).toEqual([
      ['2', 'a', 40, '40.00'],
      ['1', 'a', 50, '50.00'],
      ['2', 'b', 30, '30.00'],
      ['1', 'b', null, '?'],
    ]);
    expect(drawn().notices.map(({ code }) => code)).toEqual(['EXPC804', 'EXPC807']);
  });

  it('says where no model meets the rule', () => {
    expect(cells({ points: 'best', order: ['clean.optimizer.lr'] })).toEqual([
      ['1', 'a', null, 'none'],
      ['2', 'a', 40, '40.0'],
      ['1', 'b', null, '?'],
      ['2', 'b', 30, '30.0'],
    ]);
    expect(drawn({ points: 'best' }).picture!.caption).toContain('"none": no model meets the rule.');
  });

  it('is darker the higher, over what there is or over a range', () => {
    const scale = (more: Parameters<typeof figure>[0]) =>
      (drawn(more).picture!.spec as unknown as { layer: { encoding: { color: { scale: { domain: number[]; range: string[] } } } }[] }).layer[0]!.encoding.color.scale; // prettier-ignore
    expect(scale({}).domain).toEqual([30, 50]);
    expect(scale({ range: [0, 100] }).domain).toEqual([0, 100]);
    const [low, high] = scale({}).range.map(
      (hex) => parseInt(hex.slice(1, 3), 16) + parseInt(hex.slice(3, 5), 16),
    );
    expect(low! - high!).toBeGreaterThan(300);
  });

  it('is no picture where no cell has a value', () => {
    const { picture, notices } = drawn({ points: 'best', asr_limit: 0 });
    expect(picture).toBeNull();
    expect(notices.at(-1)).toMatchObject({ code: 'EXPC805', severity: 'error' });
  });

  describe('of a metric that its runs define in different ways', () => {
    const attacked = (trigger: string, cleaning: string, size: number) => ({
      ...made({ axes: { trigger, cleaning, lr: size }, points: [[1, 50, size]] }),
      definitions: { ...definitions, 'asr.top1': { ...definitions['asr.top1'], target: trigger } },
    });
    const triggers = results(attacked('patch', 'a', 1), attacked('patch', 'b', 1), attacked('sig', 'a', 1));
    const codes = (more: Parameters<typeof figure>[0], of = triggers) =>
      drawn({ metric: 'asr.top1', ...more }, of).notices.map(({ code }) => code);

    it('says nothing where an axis is what differs', () => {
      expect(codes({ x: 'cleaning', y: 'trigger' })).toEqual([]);
      expect(codes({ x: 'trigger', y: 'cleaning' })).toEqual([]);
      expect(codes({ x: 'cleaning', y: 'lr', facet: 'trigger' })).toEqual([]);
    });

    it('warns where a cell mixes them', () => {
      expect(codes({ x: 'cleaning', y: 'lr' })).toContain('EXPC809');
      const [notice] = drawn({ metric: 'asr.top1', x: 'cleaning', y: 'lr' }, triggers).notices.filter(
        ({ code }) => code === 'EXPC809',
      );
      expect(notice!.message).toContain('mixes 2 different definitions of `asr.top1`');
      expect(codes({ metric: 'accuracy.top1', x: 'cleaning', y: 'lr' })).not.toContain('EXPC809');
    });
  });
});
