import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, type Compiled } from '../../../compiler/index.js';
import { documentText } from '../../../compiler/emit/document-text.js';
import { compileOver } from '../../support/compile.js';
import { memoryHost } from '../../support/memory-host.js';

/** The run's resolved document, written down and compiled as an experiment of its own: no grid, nothing shared. */
function stagesAlone(compiled: Compiled, run: string): unknown {
  const text = documentText(compiled.resolve(run)!.node);
  const { plan, diagnostics } = compile(memoryHost({ 'alone.yaml': text }), 'alone.yaml', {
    folder: '/study',
  });
  if (plan === null) throw new Error(`${run}: ${diagnostics.map(({ message }) => message).join('; ')}`);
  return plan.runs[0]!.stages;
}

function expectEveryRunAsAlone(text: string): Compiled {
  const compiled = compileOver(text);
  expect(compiled.plan, compiled.diagnostics.map(({ message }) => message).join('; ')).not.toBeNull();
  for (const { name, stages } of compiled.plan!.runs)
    expect(stagesAlone(compiled, name), name).toEqual(stages);
  return compiled;
}

test('axes that have nothing to do with each other', () => {
  expectEveryRunAsAlone(`
ablations:
  - name: a
    matrix:
      pretraining: { mmcl: {}, both: { pretrain.objective.ssl: 1 } }
      clean.optimizer.lr: [1e-3, 1e-4]
      clean.data.poisons: [0, 5]
      attack:
        patch: {}
        warp: { poison.trigger: { kind: warp } }
    seeds: [0, 1]`);
});

test('one axis refers to what another changes', () => {
  expectEveryRunAsAlone(`
clean: { epochs: '\${pretrain.epochs}' }
ablations:
  - name: a
    matrix:
      pretrain.epochs: [10, 11]
      batch:
        own: { clean.batch_size: 32 }
        same: { clean.batch_size: '\${pretrain.batch_size}' }
      pretrain.batch_size: [64, 128]`);
});

test('an axis hides a reference of the document from another', () => {
  expectEveryRunAsAlone(`
clean: { batch_size: '\${pretrain.batch_size}' }
ablations:
  - name: a
    matrix:
      own:
        yes1: { clean.batch_size: 8 }
        no1: {}
      pretrain.batch_size: [64, 128]`);
});

test('references in a chain over three axes', () => {
  expectEveryRunAsAlone(`
ablations:
  - name: a
    matrix:
      first: { x: { clean.epochs: '\${pretrain.epochs}' }, y: { clean.epochs: 3 } }
      second: { x: { pretrain.epochs: '\${pretrain.log_every}' }, y: {} }
      pretrain.log_every: [7, 8]`);
});

test('a kind, and a key of the union that only one kind has', () => {
  expectEveryRunAsAlone(`
ablations:
  - name: a
    matrix:
      attack:
        noise: { poison.trigger: { kind: noise-patch, size: 8 } }
        solid: { poison.trigger: { kind: solid-patch, size: 8 } }
      poison.trigger.location: [random, four-corners]`);
});

test('a section that is there in some runs only', () => {
  const compiled = expectEveryRunAsAlone(`
ablations:
  - name: a
    matrix:
      cleaning:
        none: { clean: null }
        clean: {}
      pretrain.optimizer.lr: [1e-3, 1e-4]
      attack: { none: { poison: null }, some: {} }`);
  expect(compiled.plan!.runs.map(({ stages }) => 'clean' in stages)).toEqual([
    false,
    false,
    false,
    false,
    true,
    true,
    true,
    true,
  ]);
});

test('a rule that excludes what would be wrong', () => {
  expectEveryRunAsAlone(`
ablations:
  - name: a
    matrix:
      cleaning: { none: { clean: null }, clean: {} }
      clean.optimizer.lr: [1e-3, 1e-4]
    exclude: [{ cleaning: none }]`);
});

test('`compatibility` changes the defaults of what another axis brings', () => {
  expectEveryRunAsAlone(`
ablations:
  - name: a
    matrix:
      compatibility: [textbook, study]
      attack:
        solid: { poison.trigger: { kind: solid-patch, size: 8 } }
        noise: { poison.trigger: { kind: noise-patch, size: 8 } }`);
});

/** Axes to draw grids from: some meet, some do not. */
const pool: readonly string[] = [
  'clean.optimizer.lr: [1e-3, 1e-4, 1e-5]',
  'clean.optimizer.weight_decay: [0.1, 0.5]',
  'clean.objective.ssl: [1, 2, 4]',
  'clean.from: [3, last]',
  'clean.data.size: [500, 1000]',
  'clean.data.poisons: [0, 3]',
  'pretraining: { mmcl: {}, ssl: { pretrain.objective.ssl: 1 } }',
  'poison.target: [banana, dog]',
  'attack: { a: { poison.trigger: { kind: sig } }, b: { poison.trigger: { kind: warp } } }',
  'evaluate.top_k: [[1], [1, 5]]',
  "epochs: { own: { clean.epochs: 2 }, same: { clean.epochs: '${pretrain.epochs}' } }",
  'pretrain.epochs: [10, 12]',
  'compatibility: [textbook, study]',
  'templates: { one: {}, two: { evaluate.templates: ["a {}.", "the {}."] } }',
  'poison.seed: [1, 2]',
];

test('any grid gives every run what it would have alone', () => {
  fc.assert(
    fc.property(fc.subarray([...pool], { minLength: 1, maxLength: 4 }), (axes) => {
      const text = `ablations:\n  - name: a\n    matrix:\n${axes.map((axis) => `      ${axis}\n`).join('')}    seeds: [0, 1]`;
      const compiled = compileOver(text);
      // Some grids hold runs that are the same, which is told; none may be wrong in any other way.
      const codes = new Set(compiled.diagnostics.map(({ code }) => code));
      expect([...codes].filter((code) => !['EXPC507', 'EXPC413', 'EXPC407'].includes(code))).toEqual([]);
      for (const { name, stages } of compiled.plan?.runs ?? [])
        expect(stagesAlone(compiled, name), `${name} of\n${text}`).toEqual(stages);
    }),
    { numRuns: 8, seed: 4 },
  );
});

test('expanding and planning are deterministic', () => {
  const text = `
ablations:
  - name: a
    matrix: { clean.optimizer.lr: [1e-3, 1e-4], clean.epochs: [1, 2] }
    seeds: [0, 1]`;
  expect(JSON.stringify(compileOver(text).plan)).toBe(JSON.stringify(compileOver(text).plan));
});
