import { describe, expect, it } from 'vitest';
import {
  exitCodeOf,
  summarise,
  type ResultStatus,
  type StageResult,
} from '../../../../runtime/execute/summary.js';
import {
  closingLines,
  duration,
  metricsText,
  progressText,
  summaryText,
} from '../../../../runtime/execute/view/text.js';

export function result(id: string, status: ResultStatus, message: string | null = null): StageResult {
  const hint = message === null ? null : 'do something';
  return {
    key: id,
    id,
    kind: 'clean',
    label: `clean ${id}`,
    status,
    seconds: 1,
    attempts: 1,
    message,
    hint,
    log: `/o/${id}/log.txt`,
  };
}

describe('texts', () => {
  it.each([
    [0.04, '0.0 s'],
    [9.94, '9.9 s'],
    [47.4, '47 s'],
    [59.7, '1 min 0 s'],
    [192, '3 min 12 s'],
    [7500, '2 h 5 min'],
  ])('%d seconds are %s', (seconds, text) => {
    expect(duration(seconds)).toBe(text);
  });

  it('progress names what is known', () => {
    const progress = {
      fraction: 0.5,
      epoch: 2,
      epochs: 5,
      step: 120,
      steps: 700,
      loss: 1.23456,
      rate: 88.4,
      seconds_left: 61,
    };
    expect(progressText({ ...progress, metrics: { top1: 0.4312, asr: 0.9 } })).toBe(
      'epoch 2/5, step 120/700, loss 1.235, top1 43.1 %, asr 90.0 %, 88 pictures/s, 1 min 1 s left',
    );
    expect(progressText({ fraction: 0.1, note: 'rendering 12 of 100' })).toBe('rendering 12 of 100');
    expect(metricsText({ fraction: 1, metrics: { loss: 2.5 } })).toBe('loss 2.500');
    const many = {
      'accuracy.top1': 0.5,
      'selection.accuracy.top1': 0.4,
      'similarity.gap': 1.2,
      'asr.lemon.top1': 1,
    };
    expect(metricsText({ fraction: 1, metrics: many })).toBe('accuracy.top1 50.0 %');
  });

  it('a summary counts, and tells the same error once', () => {
    const stages = [
      result('a', 'done'),
      result('b', 'cached'),
      result('c', 'failed', 'no memory'),
      result('d', 'failed', 'no memory'),
      result('e', 'failed', 'd is gone'),
      result('f', 'blocked', 'clean c failed'),
    ];
    const summary = summarise(stages, false, 12.3);
    expect(summaryText(summary)).toBe(
      '6 stages: 1 done, 1 done before, 3 failed, 1 blocked by failures in 12 s',
    );
    expect(closingLines(summary)).toEqual([
      'failed: clean c and 1 other stage: no memory',
      '  hint: do something',
      '  log: /o/c/log.txt',
      'failed: clean e: d is gone',
      '  hint: do something',
      '  log: /o/e/log.txt',
      'the same command tries the failed stages again',
    ]);
  });

  it('the exit code says all done, not all done, or interrupted', () => {
    const code = (status: ResultStatus, interrupted = false) =>
      exitCodeOf(summarise([result('a', status)], interrupted, 1));
    expect((['done', 'cached', 'unneeded', 'done-elsewhere'] as const).map((status) => code(status))).toEqual(
      [0, 0, 0, 0],
    );
    expect((['failed', 'blocked', 'interrupted', 'waiting'] as const).map((status) => code(status))).toEqual([
      1, 1, 1, 1,
    ]);
    expect(code('interrupted', true)).toBe(130);
  });
});
