import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compile } from '../../compiler/index.js';
import type { Host } from '../../compiler/document/host.js';
import { base, summary } from '../support/language.js';
import { memoryHost } from '../support/memory-host.js';

/** The examples of the language's page, in order; those that extend nothing go on after `extends: base.yaml`. */
const examples = [...readFileSync('docs/language.md', 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)].map(
  ([, text]) => (text!.includes('extends:') ? text! : `extends: base.yaml\n${text}`),
);

/** The example as a file in experiments/, beside the project's own files. */
function hostOf(text: string): Host {
  const own = memoryHost({ 'experiments/example.yaml': text, 'experiments/base.yaml': base });
  return {
    ...own,
    readText: (path) => {
      const found = own.readText(path);
      return found.ok || !existsSync(path) ? found : { ok: true, value: readFileSync(path, 'utf8') };
    },
    digest: () => ({ ok: true, value: { sha256: 'a'.repeat(64), bytes: 1 } }),
  };
}

const compiled = examples.map((text) => compile(hostOf(text), 'experiments/example.yaml', { folder: '/' }));

test('the page has its examples', () => {
  expect(examples).toHaveLength(7);
});

test.each(compiled.map((found, index) => [index + 1, found] as const))('example %i has nothing wrong', (_, found) => {
  expect(summary(found.diagnostics)).toEqual([]);
});

test('they come to the runs that the page tells', () => {
  // The third: (2 objectives x 2 rates x 3 decays - 1 x 3 excluded) x 2 sizes x 3 seeds, and one included run a seed.
  expect(compiled.map((found) => found.plan?.runs.length)).toEqual([3, 1, (2 * 2 * 3 - 3) * 2 * 3 + 3, 2 + 4, 3, 1, 1]);
});
