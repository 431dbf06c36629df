import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromValue } from '../../../compiler/document/access.js';
import { labelOf, labelText, numberText } from '../../../compiler/expand/label.js';

const nowhere = { place: null, via: [] };

test.each([
  [3e-4, '3e-4'],
  [0.0003, '3e-4'],
  [0.1 * 3, '0.30000000000000004'],
  [0.3, '0.3'],
  [0.05, '0.05'],
  [0.001, '1e-3'],
  [2.5e-4, '2.5e-4'],
  [1, '1'],
  [-0, '0'],
  [100, '100'],
  [100_000, '100000'],
  [3e6, '3e6'],
  [1_234_567, '1234567'],
  [1.5, '1.5'],
  [-2e-7, '-2e-7'],
  [9007199254740991, '9007199254740991'],
])('the number %d is written %s', (value, text) => {
  expect(numberText(value)).toBe(text);
});

test('a number is read back from its text', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(Number(numberText(value))).toBe(value === 0 ? 0 : value);
    }),
  );
});

test('however a number is written in YAML, its label is one', () => {
  expect(['3e6', '3000000', '3000000.0'].map((text) => numberText(Number(text)))).toEqual([
    '3e6',
    '3e6',
    '3e6',
  ]);
});

test.each<[unknown, string]>([
  ['four-corners', 'four-corners'],
  [true, 'true'],
  [null, 'null'],
  [[3, 4, 6, 3], '3-4-6-3'],
  [{ mmcl: 1, ssl: 0.5 }, 'mmcl:1+ssl:0.5'],
  [{ image: { layers: [1, 2] } }, 'image:layers:1-2'],
])('the value %j has the label %s', (value, text) => {
  expect(labelText(labelOf(fromValue(value, nowhere)))).toBe(text);
});
