import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namePart, RunNames, shortNames } from '../../../compiler/expand/name.js';

function short(names: string[]): string[] {
  const found = shortNames(names);
  return names.map((name) => found.get(name)!);
}

test('an axis is called by the last part of its path', () => {
  expect(short(['objective', 'clean.optimizer.lr', 'clean.data.size'])).toEqual(['objective', 'lr', 'size']);
});

test('where two axes share the last part, by the first and the last', () => {
  expect(short(['pretrain.optimizer.lr', 'clean.optimizer.lr', 'seed'])).toEqual([
    'pretrain.lr',
    'clean.lr',
    'seed',
  ]);
});

test('where even those agree, by the whole path', () => {
  expect(short(['clean.data.seed', 'clean.other.seed'])).toEqual(['clean.data.seed', 'clean.other.seed']);
});

test('short names are unique', () => {
  const step = fc.constantFrom('a', 'b', 'c');
  const path = fc.array(step, { minLength: 1, maxLength: 4 }).map((steps) => steps.join('.'));
  fc.assert(
    fc.property(fc.uniqueArray(path, { minLength: 1, maxLength: 8 }), (names) => {
      expect(new Set(short(names)).size).toBe(names.length);
    }),
  );
});

test('a run is called by its ablation and its labels', () => {
  const names = new RunNames();
  expect(names.take('main', [namePart('objective', 'mmcl+ssl'), namePart('lr', 3e-4)])).toBe(
    'main,objective=mmcl+ssl,lr=3e-4',
  );
  expect(names.take('single', [])).toBe('single');
});

test.each(['../../etc/passwd', 'a b', 'x/y', 'tab\there', 'ünï', '', '"quoted"', '$(rm -rf)', '.', '..'])(
  'the label %j gives a name that is safe as a file and in a shell',
  (label) => {
    const name = new RunNames().take('main', [namePart('axis', label)]);
    expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9_.+=@%,-]*$/);
  },
);

test('names that would be the same are told apart, and long ones cut', () => {
  const names = new RunNames();
  const taken = [names.take('a', ['x=1']), names.take('a', ['x=1']), names.take('a', ['x=1'])];
  expect(taken).toEqual(['a,x=1', 'a,x=1~2', 'a,x=1~3']);
  const long = ['1', '2'].map((end) => names.take('a', ['y='.padEnd(400, 'z') + end]));
  expect(long[0]).not.toBe(long[1]);
  for (const name of long) expect(name.length).toBeLessThanOrEqual(200);
});
