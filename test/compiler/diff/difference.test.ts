import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareSides, isSame } from '../../../compiler/diff/difference.js';
import { differenceMarkdown } from '../../../compiler/diff/markdown.js';
import { pickSide, type Side } from '../../../compiler/diff/side.js';
import { differenceText } from '../../../compiler/diff/text.js';
import { lastStage } from '../../../compiler/plan/duplicates.js';
import type { Standing } from '../../../compiler/plan/standing.js';
import type { Stage } from '../../../schema/plan.js';
import { planOver } from '../../support/compile.js';

const nothingDone = (): Standing => ({ status: 'new' });

function side(text: string, part: string | null = null, name = 'x.yaml'): Side {
  return pickSide(planOver(text), part === null ? name : `${name}#${part}`, part)!;
}

const study = `
ablations:
  - name: main
    matrix:
      cleaning:
        mmcl: { clean.objective: { mmcl: 1, ssl: 0 } }
        mmcl+ssl: { clean.objective: { mmcl: 1, ssl: 1 } }
      clean.optimizer.lr: [1e-3, 1e-4, 1e-5]
  - name: ssl-weight
    matrix:
      clean.objective.ssl: [1, 2, 4]
      clean.optimizer.lr: [5e-4, 1e-4]
figures:
  - { kind: scatter, name: cleanclip, ablation: main, where: { cleaning: mmcl+ssl, clean.optimizer.lr: [1e-3, 1e-4] } }`;

describe('two ablations of a file', () => {
  const main = side(study, 'main');
  const weights = side(study, 'ssl-weight');
  const difference = compareSides(main, weights, nothingDone);

  test('differ in axes, by label', () => {
    expect(difference.axes).toEqual([
      { axis: 'cleaning', onlyA: ['mmcl', 'mmcl+ssl'], onlyB: [], both: [] },
      { axis: 'clean.optimizer.lr', onlyA: [1e-3, 1e-5], onlyB: [5e-4], both: [1e-4] },
      { axis: 'clean.objective.ssl', onlyA: [], onlyB: [1, 2, 4], both: [] },
    ]);
  });

  test('differ in the values of their stages', () => {
    const told = difference.results.map(
      ({ role, path, a, b }) => `${role} ${path}: ${a.join()} -> ${b.join()}`,
    );
    expect(told).toEqual([
      'clean augment.image: ,autoaugment-imagenet -> autoaugment-imagenet',
      'clean augment.text: ,eda -> eda',
      'clean augment.text_draw: ,each-epoch -> each-epoch',
      'clean objective.ssl: ,1 -> 1,2,4',
      'clean optimizer.lr: 0.00001,0.0001,0.001 -> 0.0001,0.0005',
    ]);
    expect(difference.operational).toEqual([]);
  });

  test('share the run that both have, whatever it is called', () => {
    expect(difference.runs.shared).toEqual([
      { a: 'main,cleaning=mmcl+ssl,lr=1e-4', b: 'ssl-weight,ssl=1,lr=1e-4' },
    ]);
    expect(difference.runs.onlyA).toHaveLength(5);
    expect(difference.runs.onlyB).toHaveLength(5);
  });

  test('share stages, some of which may be done', () => {
    const done = (stage: Stage): Standing => ({ status: stage.kind === 'clean' ? 'new' : 'done' });
    // Two data sets, poison, pre-training, evaluation, cleaning set, and the one cleaning that both have.
    expect(compareSides(main, weights, done).stages).toEqual({ b: 12, shared: 7, done: 6 });
  });

  test('are told in words', () => {
    expect(differenceText(difference)).toBe(`A  x.yaml#main: 6 runs
B  x.yaml#ssl-weight: 6 runs

axes
  cleaning             only in A: mmcl, mmcl+ssl
  clean.optimizer.lr   only in A: 1e-3, 1e-5; only in B: 5e-4; in both: 1e-4
  clean.objective.ssl  only in B: 1, 2, 4

what changes results
  cleaning
    augment.image      A: none, autoaugment-imagenet  B: autoaugment-imagenet
    augment.text       A: none, eda                   B: eda
    augment.text_draw  A: none, each-epoch            B: each-epoch
    objective.ssl      A: none, 1                     B: 1, 2, 4
    optimizer.lr       A: 1e-5, 1e-4, 1e-3            B: 1e-4, 5e-4

runs
  only in A: 5
    main,cleaning=mmcl,lr=1e-3
    main,cleaning=mmcl,lr=1e-4
    main,cleaning=mmcl,lr=1e-5
    main,cleaning=mmcl+ssl,lr=1e-3
    main,cleaning=mmcl+ssl,lr=1e-5
  only in B: 5
    ssl-weight,ssl=1,lr=5e-4
    ssl-weight,ssl=2,lr=5e-4
    ssl-weight,ssl=2,lr=1e-4
    ssl-weight,ssl=4,lr=5e-4
    ssl-weight,ssl=4,lr=1e-4
  shared: 1

B needs 12 stages: 7 of them A needs too, 0 are done
`);
  });

  test('are told in Markdown', () => {
    expect(differenceMarkdown(difference)).toContain('| `clean.optimizer.lr` | 1e-3, 1e-5 | 5e-4 | 1e-4 |\n');
    expect(differenceMarkdown(difference)).toContain('| cleaning | `objective.ssl` | none, 1 | 1, 2, 4 |\n');
  });
});

test('a figure stands for the runs that it shows', () => {
  expect(side(study, 'cleanclip').runs.map(({ name }) => name)).toEqual([
    'main,cleaning=mmcl+ssl,lr=1e-3',
    'main,cleaning=mmcl+ssl,lr=1e-4',
  ]);
});

test('a run, or part of its name, stands for itself', () => {
  expect(side(study, 'main,cleaning=mmcl,lr=1e-3').runs).toHaveLength(1);
  expect(side(study, 'lr=1e-5').runs).toHaveLength(2);
  expect(pickSide(planOver(study), 'x.yaml#nothing', 'nothing')).toBeNull();
});

test('what cannot change a result is told apart', () => {
  const difference = compareSides(
    side(''),
    side('execution: { keep_checkpoints: 5 }\nevaluate: { batch_size: 7 }'),
    nothingDone,
  );
  expect(isSame(difference)).toBe(true);
  expect(difference.results).toEqual([]);
  expect(
    difference.operational.map(({ role, path, a, b }) => `${role}.${path}: ${String(a)} -> ${String(b)}`),
  ).toEqual([
    'pretrain.evaluation_batch: 100 -> 7',
    'pretrain.keep_last: 2 -> 5',
    'evaluate.evaluation_batch: 100 -> 7',
    'clean.evaluation_batch: 100 -> 7',
    'clean.keep_last: 2 -> 5',
  ]);
});

test('a section that only one side has', () => {
  const { results } = compareSides(side(''), side('clean: null'), nothingDone);
  expect(results.find(({ role, path }) => role === 'clean' && path === 'epochs')).toMatchObject({
    a: [5],
    b: [],
  });
});

const grid = fc.record({
  lr: fc.uniqueArray(fc.constantFrom('1e-3', '1e-4', '1e-5'), { minLength: 1 }),
  epochs: fc.uniqueArray(fc.constantFrom('1', '2', '3'), { minLength: 1 }),
  target: fc.constantFrom('banana', 'dog'),
});

function textOf({ lr, epochs, target }: { lr: string[]; epochs: string[]; target: string }): string {
  return `poison: { target: ${target} }
datasets: { test: { classes: null } }
ablations: [{ name: a, matrix: { clean.optimizer.lr: [${lr.join()}], clean.epochs: [${epochs.join()}] } }]`;
}

test('nothing differs from itself', () => {
  fc.assert(
    fc.property(grid, (one) => {
      const difference = compareSides(side(textOf(one)), side(textOf(one)), nothingDone);
      expect(isSame(difference)).toBe(true);
      expect([difference.axes, difference.results, difference.operational]).toEqual([[], [], []]);
    }),
    { numRuns: 5 },
  );
});

test('the difference, applied to the runs of A, gives those of B', () => {
  fc.assert(
    fc.property(grid, grid, (one, other) => {
      const a = side(textOf(one));
      const b = side(textOf(other));
      const { runs } = compareSides(a, b, nothingDone);
      const removed = new Set(runs.onlyA.map(lastStage));
      const kept = a.runs.map(lastStage).filter((key) => !removed.has(key));
      const result = new Set([...kept, ...runs.onlyB.map(lastStage)]);
      expect(result).toEqual(new Set(b.runs.map(lastStage)));
    }),
    { numRuns: 10 },
  );
});
