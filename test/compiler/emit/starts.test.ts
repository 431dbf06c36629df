import { expect, test } from 'vitest';
import { documentText } from '../../../compiler/emit/document-text.js';
import { startLines } from '../../../compiler/emit/starts.js';
import { map } from '../../support/language.js';
import { planOver } from '../../support/compile.js';

const files = { 'other.yaml': 'extends: base.yaml\nname: other\n', '/study/a.pt': 'A' };
const lines = (text: string): string[] =>
  startLines(planOver(text, { files })).map((line) => line.replace(/[0-9a-f]{12}/g, 'KEY'));

test.each([
  ['', []],
  ['clean: { from: 10 }', []],
  ['clean: { from: 3 }', ['cleaning starts from epoch 3 of pretrain-KEY']],
  ['clean: { from: { kind: experiment, path: other.yaml } }', []],
  ['clean: { from: best }', ['cleaning starts from the epoch of `highest accuracy.top1` of pretrain-KEY']],
  [
    'clean: { from: { kind: experiment, path: other.yaml, epoch: 4 } }',
    ['cleaning starts from epoch 4 of pretrain-KEY'],
  ],
  [
    'clean: { from: { kind: experiment, path: other.yaml, stage: clean, epoch: "asr <= 5, first" } }',
    ['cleaning starts from the epoch of `asr.top1 <= 5, first` of clean-KEY'],
  ],
  [
    'pretrain: { from: { kind: weights, path: /study/a.pt } }',
    ['pre-training starts from a file of weights (weights-KEY: /study/a.pt)'],
  ],
  [
    'ablations: [{ name: a, set: { clean.from: best }, matrix: { clean.epochs: [1, 2] } }]',
    ['cleaning starts from the epoch of `highest accuracy.top1` of pretrain-KEY (2 times)'],
  ],
])('%s', (text, expected) => {
  expect(lines(text)).toEqual(expected);
});

test('a list that edits another is shown as one', () => {
  const text = 'a: !append [1, 2]\nb: !remove\n  - c: 1\nd: [3]\n';
  expect(documentText(map(text))).toBe(text.replace('- c: 1', '- c: 1'));
});
