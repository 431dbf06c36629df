import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isShare, parseMetrics } from '../../../report/results/metrics-file.js';
import { metricsLine } from '../support/experiment.js';

const parse = (...lines: string[]) => parseMetrics(lines.join('\n'), 'metrics.jsonl');

describe('parseMetrics', () => {
  it('reads one evaluation a line', () => {
    const { points, notices } = parse(
      '{"epoch":0,"step":0,"metrics":{"accuracy.top1":0.44,"asr.top1":0.9}}',
      '{"epoch":1,"step":17,"metrics":{"accuracy.top1":0.41,"asr.top1":0.02}}',
      '',
    );
    expect(notices).toEqual([]);
    expect(points).toEqual([
      { epoch: 0, step: 0, metrics: { 'accuracy.top1': 0.44, 'asr.top1': 0.9 } },
      { epoch: 1, step: 17, metrics: { 'accuracy.top1': 0.41, 'asr.top1': 0.02 } },
    ]);
  });

  it('leaves a gap and says where, for a line that is torn', () => {
    const whole = metricsLine([1, 40, 3]);
    const { points, notices } = parse(metricsLine([0, 44, 90]), whole.slice(0, 30), metricsLine([2, 41, 2]));
    expect(points.map(({ epoch }) => epoch)).toEqual([0, 2]);
    expect(notices).toMatchObject([
      { code: 'EXPC800', severity: 'warning', place: { file: 'metrics.jsonl', line: 2 } },
    ]);
  });

  it.each(['null', '[]', '3', '"x"', '{', 'NaN', '{"epoch":1,"step":1,"metrics":{"asr.top1":NaN}}'])(
    'takes %s for no evaluation',
    (line) => {
      const { points, notices } = parse(line);
      expect(points).toEqual([]);
      expect(notices).toHaveLength(1);
    },
  );

  it.each([
    '{"step":1,"metrics":{}}',
    '{"epoch":-1,"step":1,"metrics":{}}',
    '{"epoch":"1","step":1,"metrics":{}}',
    '{"epoch":1,"step":-3,"metrics":{}}',
    '{"epoch":1,"step":1}',
    '{"epoch":1,"step":1,"metrics":[1]}',
  ])('names what an evaluation lacks: %s', (line) => {
    const { points, notices } = parse(line);
    expect(points).toEqual([]);
    expect(notices[0]!.code).toBe('EXPC801');
    expect(notices[0]!.message).toContain('`epoch`');
  });

  it.each([
    ['null', 'not a finite number'],
    ['"0.5"', 'not a finite number'],
    ['1e999', 'not a finite number'],
    ['44.5', '0..1'],
    ['-0.01', '0..1'],
  ])('leaves out an accuracy of %s alone', (value, reason) => {
    const { points, notices } = parse(
      `{"epoch":1,"step":1,"metrics":{"accuracy.top1":${value},"asr.top1":0.5}}`,
    );
    expect(points).toEqual([{ epoch: 1, step: 1, metrics: { 'asr.top1': 0.5 } }]);
    expect(notices).toHaveLength(1);
    expect(notices[0]!.message).toContain(reason);
  });

  it('lets a loss be any finite number', () => {
    const { points, notices } = parse('{"epoch":1,"step":1,"metrics":{"loss.mmcl":4.6}}');
    expect(points[0]!.metrics).toEqual({ 'loss.mmcl': 4.6 });
    expect(notices).toEqual([]);
  });

  it('shows the later of two different evaluations of an epoch, and says so', () => {
    const { points, notices } = parse(metricsLine([1, 40, 3]), metricsLine([1, 39, 3]));
    expect(points.map(({ metrics }) => metrics['accuracy.top1'])).toEqual([0.39]);
    expect(notices).toMatchObject([{ code: 'EXPC802', place: { line: 2 } }]);
    expect(notices[0]!.message).toContain('line 1');
  });

  it('needs no word for the same evaluation twice', () => {
    expect(parse(metricsLine([1, 40, 3]), metricsLine([1, 40, 3]))).toMatchObject({
      points: [{ epoch: 1 }],
      notices: [],
    });
  });

  it('orders evaluations by epoch, those in the middle of one between its ends', () => {
    const { points } = parse(metricsLine([2, 1, 1]), metricsLine([0.96, 1, 1]), metricsLine([1, 1, 1]));
    expect(points.map(({ epoch }) => epoch)).toEqual([0.96, 1, 2]);
  });

  it('reads of a file that is cut off anywhere what was whole, and nothing else', () => {
    const text = [0, 1, 2, 3]
      .map((epoch) => `${metricsLine([epoch, 40 - epoch, 90 - 20 * epoch])}\n`)
      .join('');
    const all = parseMetrics(text, 'x').points;
    fc.assert(
      fc.property(fc.nat(text.length), (length) => {
        const { points, notices } = parseMetrics(text.slice(0, length), 'x');
        expect(points).toEqual(all.slice(0, points.length));
        expect(points.length + notices.length).toBe(text.slice(0, length).split('\n').filter(Boolean).length);
      }),
    );
  });
});

it.each([
  ['accuracy.top1', true],
  ['asr.banana.top5', true],
  ['selection.asr.top1', true],
  ['retrieval.recall5', true],
  ['knn.accuracy', true],
  ['validation.loss', false],
  ['similarity.gap', false],
  ['loss', false],
  ['accuracy', false],
])('%s is a share: %s', (metric, expected) => {
  expect(isShare(metric)).toBe(expected);
});
