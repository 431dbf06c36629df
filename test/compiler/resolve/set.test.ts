import { describe, expect, test } from 'vitest';
import { nodeAt, toValue } from '../../../compiler/document/access.js';
import { applySettings } from '../../../compiler/resolve/set.js';
import { checkOver, map, resolve, summary } from '../../support/language.js';

const set = (...settings: string[]) =>
  toValue(applySettings(map('a: { b: 1, c: [1, 2] }\nd: x\n'), settings).node);

describe('--set', () => {
  test.each([
    [['a.b=2'], { a: { b: 2, c: [1, 2] }, d: 'x' }],
    [['a.b=2', 'a.b=3'], { a: { b: 3, c: [1, 2] }, d: 'x' }],
    [['a.b=null'], { a: { c: [1, 2] }, d: 'x' }],
    [['a.c=[3]'], { a: { b: 1, c: [3] }, d: 'x' }],
    [['a.c=!append [3]'], { a: { b: 1, c: [1, 2, 3] }, d: 'x' }],
    [['a.c=!remove [1]'], { a: { b: 1, c: [2] }, d: 'x' }],
    [['a={x: 1}'], { a: { b: 1, c: [1, 2], x: 1 }, d: 'x' }],
    [['new.deep.path=1e-3'], { a: { b: 1, c: [1, 2] }, d: 'x', new: { deep: { path: 0.001 } } }],
    [['d=a=b'], { a: { b: 1, c: [1, 2] }, d: 'a=b' }],
    [['d="8"'], { a: { b: 1, c: [1, 2] }, d: '8' }],
    [['d='], { a: { b: 1, c: [1, 2] }, d: '' }],
    [[' d = y '], { a: { b: 1, c: [1, 2] }, d: 'y' }],
  ])('%j', (settings, result) => {
    expect(set(...settings)).toEqual(result);
  });

  test('values have no place, but say which option they come from and what they replaced', () => {
    const { node } = applySettings(map('a: 1'), ['a=2']);
    expect(nodeAt(node, ['a'])!.origin).toMatchObject({
      place: null,
      via: [{ how: 'set', what: '--set a=2' }],
      replaced: { value: 1 },
    });
  });

  test.each([
    ['a.b', 'EXPC308', '`--set a.b` does not say what to set to what'],
    ['=3', 'EXPC308', '`--set =3` does not say what to set to what'],
    ['a..b=3', 'EXPC308', '`--set a..b=3` does not say what to set to what'],
    ['a=[1', 'EXPC308', '`--set a=[1` has no usable value: a bracket (`[` or `{`) is not closed'],
    ['a=010', 'EXPC308', expect.stringContaining('`010` is read as 10')],
    ['a.c.0=3', 'EXPC309', '`--set a.c.0=3` leads into a list: `a.c` can only be set as a whole'],
    ['d=!append [1]', 'EXPC311', '`!append` has no list `d` to edit'],
  ])('%s is refused', (setting, code, message) => {
    const { diagnostics } = applySettings(map('a: { b: 1, c: [1, 2] }\nd: x\n'), [setting]);
    expect(diagnostics.map((found) => [found.code, found.message])).toEqual([[code, message]]);
  });

  test('is checked like what stands in a file', () => {
    expect(checkOver('', { set: ['clean.epochs=0', 'clean.lr=1'] }).found).toEqual([
      'EXPC201 - unknown key `lr` in `clean`',
      'EXPC208 - `clean.epochs` must be an integer from 1 to 100000 (epochs), found `0`',
    ]);
  });

  test('comes after every file', () => {
    expect(resolve('clean: { epochs: 3 }', { set: ['clean.epochs=4'] })).toMatchObject({
      clean: { epochs: 4 },
    });
  });
});

test('settings that say nothing wrong have no diagnostics', () => {
  expect(summary(applySettings(map('a: 1'), ['a=2']).diagnostics)).toEqual([]);
});
