import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandBraces } from '../../schema/braces.js';

describe('names with braces', () => {
  it.each([
    ['plain.tar', ['plain.tar']],
    ['a-{000..003}.tar', ['a-000.tar', 'a-001.tar', 'a-002.tar', 'a-003.tar']],
    ['{8..11}', ['8', '9', '10', '11']],
    ['{08..11}', ['08', '09', '10', '11']],
    ['{3..1}', ['3', '2', '1']],
    ['{0..0}', ['0']],
    ['{train,val}-{0..1}.tar', ['train-0.tar', 'train-1.tar', 'val-0.tar', 'val-1.tar']],
    ['{a,b{1..2},{c,d}}', ['a', 'b1', 'b2', 'c', 'd']],
    ['x{,.gz}', ['x', 'x.gz']],
    ['{a}', ['{a}']],
    ['{a..c}', ['{a..c}']],
    ['{1..2', ['{1..2']],
    ['}{1,2}', ['}1', '}2']],
    ['{x}{1..2}', ['{x}1', '{x}2']],
    ['{{1..2}}', ['{1}', '{2}']],
  ])('%s', (pattern, names) => {
    expect(expandBraces(pattern)).toEqual(names);
  });

  it('are not written out when they are too many', () => {
    expect(expandBraces('{0..99999}')).toHaveLength(100_000);
    expect(expandBraces('{0..100000}')).toBeNull();
    expect(expandBraces('{0..999999999999999}')).toBeNull();
    expect(expandBraces('{0..999}{0..999}')).toBeNull();
    expect(expandBraces('{{0..9},{0..9}}', 10)).toBeNull();
  });

  it('never fail, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('{', '}', ',', '.', '..', '0', '19', 'a') }),
        (pattern) => {
          const names = expandBraces(pattern, 1000);
          expect(names === null || names.length <= 1000).toBe(true);
        },
      ),
      { numRuns: 500, seed: 1 },
    );
  });
});
