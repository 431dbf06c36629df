import { describe, expect, it } from 'vitest';
import { metricAxis, metricTitle } from '../../../report/figure/scale.js';

describe('the title of a metric', () => {
  it.each([
    ['accuracy.top1', 'zero-shot top-1 accuracy (%)'],
    ['accuracy.top5', 'zero-shot top-5 accuracy (%)'],
    ['asr.top1', 'attack success rate (%)'],
    ['asr.top10', 'attack success rate, top-10 (%)'],
    ['asr.beaver.top1', 'attack success rate (%)'],
    ['supervised.accuracy.top1', 'accuracy, supervised head (%)'],
    ['supervised.asr.top5', 'attack success rate, supervised head, top-5 (%)'],
    ['selection.supervised.asr.top1', 'attack success rate, supervised head, selection pictures (%)'],
    ['selection.accuracy.top1', 'zero-shot top-1 accuracy, selection pictures (%)'],
    ['knn.accuracy', 'accuracy, nearest neighbours (%)'],
    ['prototypes.asr', 'attack success rate, prototypes (%)'],
    ['linear_probe.accuracy', 'accuracy, linear probe (%)'],
    ['target_share.top1', 'target share (%)'],
    ['retrieval.recall5', 'retrieval.recall5 (%)'],
    ['validation.loss', 'validation.loss'],
  ])('%s', (metric, title) => {
    expect(metricTitle(metric)).toBe(title);
  });
});

describe('the axis of an attack success rate', () => {
  const isWhole = (metric: string) =>
    JSON.stringify(metricAxis(metric)) === JSON.stringify(metricAxis('asr.top1'));
  it.each(['asr.beaver.top1', 'supervised.asr.top1', 'knn.asr', 'retrieval.asr5', 'selection.asr.top1'])(
    'is the whole range, of %s too',
    (metric) => expect(isWhole(metric)).toBe(true),
  );
  it.each(['accuracy.top1', 'supervised.accuracy.top1', 'losses.asrx', 'retrieval.recall1'])(
    'is not that of %s',
    (metric) => expect(isWhole(metric)).toBe(false),
  );
});
