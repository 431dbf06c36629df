import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, orList, suggest } from '../../../compiler/diagnostics/suggest.js';

describe('distance', () => {
  test.each([
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
    ['abcd', 'acbd', 1],
    ['epochs', 'epohcs', 1],
    ['lr', 'LR', 1],
    ['batch_size', 'batchsize', 1],
    ['batch-size', 'batch_size', 1],
    ['learning_rate', 'lr', 1],
    ['', 'abc', 3],
    ['same', 'same', 0],
  ])('of %s and %s is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  test('is symmetric, and zero for equal names only', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });

  test('of one slip is one', () => {
    const name = fc.stringMatching(/^[a-z]{3,10}$/);
    fc.assert(
      fc.property(name, fc.nat(), fc.constantFrom('x', 'q'), (word, where, letter) => {
        const at = where % word.length;
        expect(editDistance(word, word.slice(0, at) + letter + word.slice(at))).toBe(1);
        expect(editDistance(word, word.slice(0, at) + word.slice(at + 1))).toBe(1);
      }),
    );
  });
});

describe('did you mean', () => {
  const names = ['epochs', 'batch_size', 'optimizer', 'optimizer_state', 'objective', 'seed', 'lr'];
  test.each([
    ['epoch', 'epochs'],
    ['optimiser', 'optimizer'],
    ['objectve', 'objective'],
    ['SEED', 'seed'],
    ['batchSize', 'batch_size'],
    ['momentum', undefined],
    ['x', undefined],
    ['ls', 'lr'],
  ])('%s', (input, meant) => {
    expect(suggest(input, names)).toBe(meant);
  });
});

test('lists read like English', () => {
  expect([orList(['a']), orList(['a', 'b']), orList(['a', 'b', 'c'], false, 'and')]).toEqual([
    '`a`',
    '`a` or `b`',
    'a, b and c',
  ]);
});
