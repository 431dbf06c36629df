import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkpointRuleText,
  chooseCheckpoint,
  parseCheckpointRule,
  type CheckpointRule,
} from '../../schema/checkpoint-rule.js';

function parsed(text: string): CheckpointRule {
  const found = parseCheckpointRule(text);
  if (!found.ok) throw new Error(`${found.written}: ${found.why}`);
  return found.rule;
}
const canonical = (text: string): string => checkpointRuleText(parsed(text));

describe('one text for equal rules', () => {
  test.each([
    ['highest top1', 'highest accuracy.top1'],
    ['  lowest   asr ', 'lowest asr.top1'],
    [
      'asr >= 80 and top1 >= 55, highest top1',
      'accuracy.top1 >= 55 and asr.top1 >= 80, highest accuracy.top1',
    ],
    [
      'top1>=55.0 and asr>=8e1,highest accuracy',
      'accuracy.top1 >= 55 and asr.top1 >= 80, highest accuracy.top1',
    ],
    ['asr >= 80% and asr >= 80, last', 'asr.top1 >= 80, last'],
    ['top5 < .5, first', 'accuracy.top5 < 0.5, first'],
    ['validation.loss <= 2.5, lowest validation.loss', 'validation.loss <= 2.5, lowest validation.loss'],
    [
      'selection.asr.top1 > 9, highest selection.accuracy.top1',
      'selection.asr.top1 > 9, highest selection.accuracy.top1',
    ],
  ])('%s', (text, expected) => {
    expect(canonical(text)).toBe(expected);
    expect(canonical(expected)).toBe(expected);
  });

  test.each([
    ['', ''],
    ['highest', 'highest'],
    ['best top1', 'best top1'],
    ['asr >= 80', 'asr >= 80'],
    ['asr >= 80,', ''],
    ['asr = 80, last', 'asr = 80'],
    ['asr >= x, last', 'asr >= x'],
    ['asr >= 80 or top1 >= 5, last', 'asr >= 80 or top1 >= 5'],
    ['asr >= 80 and, last', 'asr >= 80 and'],
    ['asr >= 80, top1 >= 5, last', 'asr >= 80, top1 >= 5'],
    ['highest top1 top5', 'highest top1 top5'],
  ])('%j is none', (text, written) => {
    expect(parseCheckpointRule(text)).toMatchObject({ ok: false, written });
  });

  test('no text is misread: what is read is written as itself', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const found = parseCheckpointRule(text);
        if (found.ok) expect(canonical(checkpointRuleText(found.rule))).toBe(checkpointRuleText(found.rule));
      }),
    );
  });
});

describe('what a rule takes', () => {
  const rows = [
    { epoch: 1, metrics: { 'accuracy.top1': 0.5, 'asr.top1': 0.9, 'validation.loss': 3 } },
    { epoch: 2, metrics: { 'accuracy.top1': 0.55, 'asr.top1': 0.8, 'validation.loss': 2 } },
    { epoch: 3, metrics: { 'accuracy.top1': 0.6, 'asr.top1': 0.79, 'validation.loss': 2 } },
    { epoch: 4, metrics: { 'accuracy.top1': 0.55, 'asr.top1': 0.85, 'validation.loss': NaN } },
  ];
  const isShare = (metric: string): boolean => metric !== 'validation.loss';
  const take = (text: string): number | undefined => chooseCheckpoint(parsed(text), rows, isShare)?.epoch;

  test.each([
    ['highest top1', 3],
    ['lowest asr', 3],
    ['asr >= 80, highest top1', 2], // of equal ones the earliest
    ['asr >= 80 and top1 >= 55, highest top1', 2], // 0.55 is 55 percent, whatever its digits
    ['asr > 80 and top1 >= 55, highest top1', 4],
    ['top1 > 50, first', 2],
    ['top1 > 50, last', 4],
    ['validation.loss <= 2, last', 3], // no share: no percent; what is no number meets nothing
    ['lowest validation.loss', 2],
    ['asr > 95, highest top1', undefined],
    ['highest top5', undefined],
  ])('%s: %s', (text, epoch) => {
    expect(take(text)).toBe(epoch);
  });

  test('the choice so far only moves on: an epoch that was passed over is never needed', () => {
    const metric = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.record({ a: metric, b: metric }), { minLength: 1, maxLength: 20 }),
        fc.constantFrom(
          'highest accuracy',
          'lowest accuracy',
          'asr >= 40, highest top1',
          'asr >= 40, first',
          'asr >= 40, last',
        ),
        (values, text) => {
          const all = values.map(({ a, b }, index) => ({
            epoch: index + 1,
            metrics: { 'accuracy.top1': a, 'asr.top1': b },
          }));
          let held: number | null = null;
          for (let count = 1; count <= all.length; count++) {
            const now: number | null =
              chooseCheckpoint(parsed(text), all.slice(0, count), isShare)?.epoch ?? null;
            expect(now === held || now === count).toBe(true);
            held = now;
          }
        },
      ),
    );
  });
});
