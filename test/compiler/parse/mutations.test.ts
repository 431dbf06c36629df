import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../../../compiler/index.js';
import { printDiagnostics } from '../../../compiler/diagnostics/print.js';
import type { Host } from '../../../compiler/document/host.js';
import { base } from '../../support/language.js';
import { memoryHost } from '../../support/memory-host.js';

function yamlUnder(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((path) => path.endsWith('.yaml') && statSync(path).isFile());
  return new Map(names.sort().map((path) => [path, readFileSync(path, 'utf8')]));
}

const experiments = yamlUnder('experiments');
const templates = yamlUnder('templates');
const own = 'experiments/own.yaml';
const ownText =
  'extends: base.yaml\nablations:\n  - name: a\n    matrix: { clean.epochs: [1, 2], v: { x: { seed: 3 } } }\n';
/** An experiment over a template and the base, which is small and quick. */
const userOf = (template: string): string => `experiments/user-of-${template.replaceAll('/', '-')}`;
const files: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...experiments, ...templates]),
  ...Object.fromEntries(
    [...templates.keys()].map((path) => [userOf(path), `extends: [base.yaml, ../${path}]\n`]),
  ),
  'experiments/base.yaml': base,
  [own]: ownText,
};

/** A file to damage, and the experiment that is then compiled: itself, or one that extends the template. */
interface Target {
  readonly file: string;
  readonly compiled: string;
}
const targets: readonly Target[] = [
  ...[...experiments.keys(), own, 'experiments/base.yaml'].map((file) => ({ file, compiled: file })),
  ...[...templates.keys()].map((file) => ({ file, compiled: userOf(file) })),
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
  '!remove ',
  '${',
  '${a}',
];
const more = [
  '"',
  "'",
  '\t',
  '\n',
  '  ',
  '#',
  '|',
  '>',
  'null',
  '1e999',
  '..',
  'kind: ',
  '-',
  '0',
  '\u0000',
  '\ufeff',
];
const words = [
  ...new Set([...experiments.values(), ...templates.values()].join(' ').match(/[\w.-]+:?/g) ?? []),
];
const fragment = fc.oneof(fc.constantFrom(...scraps, ...more), fc.constantFrom(...words), fc.string());

/** Cut, insert, or copy from elsewhere in the file, somewhere. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 })),
  insert: fc.oneof(fragment, fc.double({ min: 0, max: 1, noNaN: true })),
});
/** The study's experiments have hundreds of runs each and take longest: they come up less often. */
const isLarge = ({ file }: Target): boolean => file.startsWith('experiments/paper/');
const mutation = fc.record({
  target: fc.oneof(
    { weight: 80, arbitrary: fc.constantFrom(...targets.filter((target) => !isLarge(target))) },
    { weight: 1, arbitrary: fc.constantFrom(...targets.filter(isLarge)) },
  ),
  edits: fc.array(edit, { minLength: 1, maxLength: 6 }),
});

function damaged({ target, edits }: typeof mutation extends fc.Arbitrary<infer T> ? T : never): string {
  return edits.reduce((now, { at, cut, insert }) => {
    const start = Math.floor(at * now.length);
    const copied = (from: number): string => {
      const lines = now.split('\n');
      return `\n${lines[Math.floor(from * (lines.length - 1))]!}\n`;
    };
    return (
      now.slice(0, start) + (typeof insert === 'number' ? copied(insert) : insert) + now.slice(start + cut)
    );
  }, files[target.file]!);
}

function hostOf(file: string, text: string): Host {
  const host = memoryHost({ ...files, [file]: text });
  return { ...host, digest: () => ({ ok: true, value: { sha256: 'a'.repeat(64), bytes: 1 } }) };
}

/** For a long search: EXPC_MUTATIONS=100000 EXPC_SEED=1. */
const numRuns = Number(process.env.EXPC_MUTATIONS ?? 300);
const seed = Number(process.env.EXPC_SEED ?? 7);

test('the files are there', () => {
  expect(existsSync('experiments/quickstart.yaml')).toBe(true);
  expect(targets.length).toBeGreaterThan(10);
});

test('whatever is done to a file, it compiles or there are diagnostics with places', async () => {
  let done = 0;
  let wrong = 0;
  await fc.assert(
    fc.asyncProperty(mutation, async (one) => {
      // The test runner wants to be heard now and then.
      if (++done % 50 === 0) await new Promise((go) => setImmediate(go));
      const text = damaged(one);
      const host = hostOf(one.target.file, text);
      const { plan, diagnostics } = compile(host, one.target.compiled, { folder: '/' });
      const errors = diagnostics.filter((found) => found.severity === 'error');
      if (errors.length > 0) wrong++;
      expect(plan === null).toBe(errors.length > 0);
      for (const { place, message } of errors) {
        expect(place).not.toBeNull();
        expect(message).not.toMatch(/\bundefined\b|\[object \w+\]|\bNaN\b/);
      }
      // Printing takes any place that was made.
      const source = (file: string): string => (file === one.target.file ? text : files[file]!);
      printDiagnostics(diagnostics, 'text', { source });
    }),
    { numRuns, seed },
  );
  // A search that breaks nothing searches nothing.
  expect(wrong).toBeGreaterThan(numRuns / 4);
}, 7_200_000);
