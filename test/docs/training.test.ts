import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compile } from '../../compiler/index.js';
import { siglipFiles } from '../../schema/siglip-folder.js';
import { base } from '../support/language.js';
import { memoryHost } from '../support/memory-host.js';

/** The examples of the page on training; all go on after `extends: base.yaml`. */
const examples = [...readFileSync('docs/training.md', 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)].map(
  ([, text]) => text!,
);

test('the page has its examples', () => {
  expect(examples).toHaveLength(7);
});

test.each(examples)('nothing is wrong with the example\n%s', (text) => {
  const siglip = Object.fromEntries(siglipFiles('fp32').map((file) => [`/siglip-large/${file}`, '']));
  const files = { 'labels.csv': 'image,label\n', 'teacher.safetensors': '', ...siglip };
  const host = memoryHost({ 'a.yaml': `extends: base.yaml\n${text}`, 'base.yaml': base, ...files });
  const { diagnostics, plan } = compile(host, 'a.yaml', { folder: '/' });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(plan?.stages.length).toBeGreaterThan(5);
});
