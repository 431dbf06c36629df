import { describe, expect, it } from 'vitest';
import { heatmap, type HeatmapDatum } from '../../../report/figure/heatmap.js';
import { heatmap as figure } from '../support/figures.js';
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
});
