import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../../../compiler/index.js';
import { printDiagnostics } from '../../../compiler/diagnostics/print.js';
import { base } from '../../support/language.js';
import { memoryHost } from '../../support/memory-host.js';

/** Real files: the project's own, and those of the error pages. */
const seeds = [
  base,
  ...readdirSync('experiments', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(`experiments/${name}`, 'utf8')),
  'extends: base.yaml\nablations:\n  - name: a\n    matrix: { clean.epochs: [1, 2], v: { x: { seed: 3 } } }\n',
];

const scraps = [
  '[',
  ']',
  '{',
  '}',
  ':',
  ': ',
  '- ',
  '&a ',
  '*a',
  '<<: ',
  '!append ',
  '${',
  '${a}',
  '"',
  "'",
  '\t',
];
const fragment = fc.oneof(
  fc.constantFrom(...scraps, '\n', '  ', '#', '|', 'null', '1e999', '..', 'kind: '),
  fc.string(),
);

/** Cut, insert or double somewhere. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.integer({ min: 0, max: 40 }),
  insert: fragment,
});
const mutated = fc
  .tuple(fc.constantFrom(...seeds), fc.array(edit, { minLength: 1, maxLength: 6 }))
  .map(([text, edits]) =>
    edits.reduce((now, { at, cut, insert }) => {
      const start = Math.floor(at * now.length);
      return now.slice(0, start) + insert + now.slice(start + cut);
    }, text),
  );

/** For a long search: EXPC_MUTATIONS=100000 EXPC_SEED=1. */
const numRuns = Number(process.env.EXPC_MUTATIONS ?? 300);
const seed = Number(process.env.EXPC_SEED ?? 7);

test('whatever is done to a file, it compiles or there are diagnostics with places', async () => {
  await fc.assert(
    fc.asyncProperty(mutated, async (text) => {
      // The test runner wants to be heard now and then.
      await new Promise((go) => setImmediate(go));
      const files = { 'experiment.yaml': text, 'base.yaml': base };
      const { plan, diagnostics } = compile(memoryHost(files), 'experiment.yaml', { folder: '/' });
      const errors = diagnostics.filter((found) => found.severity === 'error');
      expect(plan === null).toBe(errors.length > 0);
      for (const { place, message } of errors) {
        expect(place).not.toBeNull();
        expect(message).not.toMatch(/undefined|\[object|NaN/);
      }
      // Printing takes any place that was made.
      printDiagnostics(diagnostics, 'text', { source: (file) => (file === 'base.yaml' ? base : text) });
    }),
    { numRuns, seed },
  );
}, 3_600_000);
