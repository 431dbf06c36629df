import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compile } from '../../compiler/index.js';
import { memoryHost } from '../support/memory-host.js';
import { baseText } from '../support/compile.js';

const folder = fileURLToPath(new URL('../../templates', import.meta.url));
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const prompts = readdirSync(join(folder, 'prompts'));
const models = readdirSync(join(folder, 'model'));

/** What is wrong with an experiment that extends a template. */
function wrong(path: string): string[] {
  const files = { 'base.yaml': baseText, 't.yaml': read(path), 'x.yaml': 'extends: [base.yaml, t.yaml]\n' };
  const { diagnostics } = compile(memoryHost(files), 'x.yaml', { folder: '/' });
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
}

describe.each(prompts)('the prompts %s', (name) => {
  const { evaluate } = parse(read(`prompts/${name}`)) as { evaluate: { templates: string[] } };

  it('are different prompts with a place for the class, which an experiment takes', () => {
    expect(new Set(evaluate.templates).size).toBe(evaluate.templates.length);
    for (const template of evaluate.templates) expect(template.split('{}')).toHaveLength(2);
    expect(wrong(`prompts/${name}`)).toEqual([]);
  });
});

describe.each(models)('the model %s', (name) => {
  it('is of the language, and its numbers fit', () => {
    const told = wrong(`model/${name}`).filter((message) => !/resolution|px/.test(message));
    expect(told).toEqual([]); // Only the pictures of the small experiment may be of another size.
  });
});

it('there are as many prompts as were published', () => {
  const count = (name: string) =>
    (parse(read(`prompts/${name}.yaml`)) as { evaluate: { templates: string[] } }).evaluate.templates.length;
  expect(['imagenet', 'cifar', 'caltech101', 'dtd', 'gtsrb', 'cars'].map(count)).toEqual([80, 18, 34, 8, 3, 8]);
});
