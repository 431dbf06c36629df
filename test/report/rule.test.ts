import { describe, expect, it } from 'vitest';
import type { Notice } from '../../report/notice.js';
import { bestRuns, readRule, taken } from '../../report/rule.js';
import { made } from './support/results.js';

const run = (name: string, points: [number, number, number][]) => made({ axes: { name }, points });
const runs = [
  run('low', [[1, 30, 2], [2, 20, 1]]),
  run('high', [[1, 40, 4], [2, 50, 60]]),
  run('never', [[1, 60, 90]]),
  run('equal', [[1, 30, 3]]),
]; // prettier-ignore
const names = (ranking: Parameters<typeof bestRuns>[1], notices: Notice[] = []) =>
  bestRuns(runs, ranking, notices).map(({ name }) => name);

describe('bestRuns', () => {
  it('keeps the runs of which an evaluation meets the rule, in their order', () => {
    expect(names({ rule: 'asr.top1 <= 5%' })).toEqual(['low', 'high', 'equal']);
    expect(names({ rule: 'asr <= 5 and top1 > 30' })).toEqual(['high']);
  });

  it('takes the best by what the rule takes, equal ones in their order', () => {
    expect(names({ rule: 'asr <= 5, highest top1', top: 2 })).toEqual(['high', 'low']);
    expect(names({ rule: 'asr <= 5, lowest asr', top: 2 })).toEqual(['low', 'equal']);
    expect(names({ top: 1 })).toEqual(['never']);
    expect(names({ rule: 'asr <= 5, first', top: 4 })).toEqual(['low', 'high', 'equal']);
  });

  it('says when no run meets it, or when it cannot be read', () => {
    const notices: Notice[] = [];
    expect(names({ rule: 'asr < 0' }, notices)).toEqual([]);
    expect(names({ rule: 'asr is low' }, notices)).toEqual([]);
    expect(notices).toMatchObject([{ code: 'EXPC805' }, { code: 'EXPC816' }]);
    expect(notices.every(({ severity }) => severity === 'error')).toBe(true);
  });
});

describe('taken', () => {
  it('is the evaluation that a rule picks, at the limit too', () => {
    const rule = readRule('asr.top1 <= 4%, highest accuracy.top1', [])!;
    expect(taken(rule, runs[1]!.points)?.epoch).toBe(1);
    expect(taken(rule, runs[2]!.points)).toBeNull();
  });
});
