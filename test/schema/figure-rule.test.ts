import { expect, it } from 'vitest';
import { parseFigureRule } from '../../schema/figure-rule.js';

it.each([
  ['asr.top1 <= 5%', [['asr.top1', '<=', 5]], 'highest', 'accuracy.top1'],
  ['asr <= 10 and top1 >= 5', [['asr.top1', '<=', 10], ['accuracy.top1', '>=', 5]], 'highest', 'accuracy.top1'],
  ['asr <= 10, lowest asr', [['asr.top1', '<=', 10]], 'lowest', 'asr.top1'],
  ['highest top5', [], 'highest', 'accuracy.top5'],
  ['last', [], 'last', null],
] as const)('reads %j', (text, conditions, take, metric) => {
  const parsed = parseFigureRule(text);
  expect(parsed).toEqual({
    ok: true,
    rule: { conditions: conditions.map(([m, compare, value]) => ({ metric: m, compare, value })), take, metric },
  });
}); // prettier-ignore

it.each(['asr is low', 'asr <= ', 'highest', 'asr <= 5, best', '<= 5'])('does not read %j', (text) => {
  expect(parseFigureRule(text).ok).toBe(false);
});
