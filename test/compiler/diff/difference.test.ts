import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareSides,
  isSame,
  type CompareOptions,
  type Difference,
} from '../../../compiler/diff/difference.js';
import { differenceMarkdown } from '../../../compiler/diff/markdown.js';
import { valueText } from '../../../compiler/diff/rows.js';
import { pickSide, type Side } from '../../../compiler/diff/side.js';
import { differenceText } from '../../../compiler/diff/text.js';
import { lastStage } from '../../../compiler/plan/duplicates.js';
import type { Standing } from '../../../compiler/plan/standing.js';
import type { Stage } from '../../../schema/plan.js';
import { planOver } from '../../support/compile.js';

const nothingDone = (): Standing => ({ status: 'new' });

function side(text: string, part: string | null = null, name = 'x.yaml'): Side {
  return pickSide({ plan: planOver(text) }, part === null ? name : `${name}#${part}`, part)!;
}

function compare(a: Side, b: Side, standingOf: CompareOptions['standingOf'] = nothingDone): Difference {
  return compareSides(a, b, { standingOf, folder: '/study' });
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

const augment = '{ image: autoaugment-imagenet, text: eda, text_draw: each-epoch }';

describe('two ablations of a file', () => {
  const main = side(study, 'main');
  const weights = side(study, 'ssl-weight');
  const difference = compare(main, weights);

  test('differ in axes, by label', () => {
    expect(difference.axes).toEqual([
      { axis: 'cleaning', varies: 'a', onlyA: ['mmcl', 'mmcl+ssl'], onlyB: [], both: [] },
      { axis: 'clean.optimizer.lr', varies: 'both', onlyA: [1e-5, 1e-3], onlyB: [5e-4], both: [1e-4] },
      { axis: 'clean.objective.ssl', varies: 'b', onlyA: [], onlyB: [1, 2, 4], both: [] },
    ]);
  });

  test('differ in the values of their stages', () => {
    const told = difference.results.map(
      ({ role, path, a, b }) => `${role} ${path}: ${a.map(valueText).join()} -> ${b.map(valueText).join()}`,
    );
    expect(told).toEqual([
      `clean augment: none,${augment} -> ${augment}`,
      'clean objective.ssl: none,1 -> 1,2,4',
      'clean optimizer.lr: 1e-5,1e-4,1e-3 -> 1e-4,5e-4',
    ]);
    expect(difference.operational).toEqual([]);
    expect(difference.same).toEqual(['train', 'test', 'poison', 'pretrain', 'evaluate', 'cleaning-set']);
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
    const { stages } = compare(main, weights, done);
    expect(stages).toHaveLength(12);
    expect(stages.filter(({ inA }) => inA)).toHaveLength(7);
    expect(stages.filter(({ status }) => status === 'done').map(({ kind }) => kind)).toEqual([
      'dataset',
      'dataset',
      'poison',
      'pretrain',
      'evaluate',
      'subset',
    ]);
  });

  test('are told in words', () => {
    expect(differenceText(difference)).toBe(`A  x.yaml#main: 6 runs
B  x.yaml#ssl-weight: 6 runs

axes
  cleaning             only A has it: mmcl, mmcl+ssl
  clean.optimizer.lr   only in A: 1e-5, 1e-3; only in B: 5e-4; in both: 1e-4
  clean.objective.ssl  only B has it: 1, 2, 4

what changes results
  cleaning
    augment        A: none, ${augment}  B: ${augment}
    objective.ssl  A: none, 1${' '.repeat(66)}B: 1, 2, 4
    optimizer.lr   A: 1e-5, 1e-4, 1e-3${' '.repeat(57)}B: 1e-4, 5e-4

the same in both: training data, test data, poison, pre-training, evaluation, cleaning data

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

stages that B needs
            all  A needs too  done  to do
  dataset     2            2     0      2
  poison      1            1     0      1
  pretrain    1            1     0      1
  evaluate    1            1     0      1
  subset      1            1     0      1
  clean       6            1     0      6
`);
  });

  test('are told in Markdown', () => {
    expect(differenceMarkdown(difference)).toContain('| `clean.optimizer.lr` | 1e-5, 1e-3 | 5e-4 | 1e-4 |\n');
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
  expect(pickSide({ plan: planOver(study) }, 'x.yaml#nothing', 'nothing')).toBeNull();
});

test('what cannot change a result is told apart', () => {
  const difference = compare(side(''), side('execution: { keep: { last: 5 } }\nevaluate: { batch_size: 7 }'));
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
  const { results } = compare(side(''), side('clean: null'));
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
      const difference = compare(side(textOf(one)), side(textOf(one)));
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
      const { runs } = compare(a, b);
      const removed = new Set([...runs.onlyA.map(({ name }) => name), ...runs.changed.map((pair) => pair.a)]);
      const renamed = new Map(runs.shared.map((pair) => [pair.a, pair.b]));
      const kept = a.runs
        .filter(({ name }) => !removed.has(name))
        .map((run) => [renamed.get(run.name), lastStage(run)] as const);
      const changed = new Set(runs.changed.map((pair) => pair.b));
      const added = [...runs.onlyB, ...b.runs.filter(({ name }) => changed.has(name))];
      const result = new Map([...kept, ...added.map((run) => [run.name, lastStage(run)] as const)]);
      expect(result).toEqual(new Map(b.runs.map((run) => [run.name, lastStage(run)])));
    }),
    { numRuns: 20 },
  );
});

test('runs of one name that do other work are told as such', () => {
  const text = (epochs: number): string => `
clean: { epochs: ${epochs} }
ablations: [{ name: a, matrix: { clean.optimizer.lr: [1e-3, 1e-4] } }]`;
  const { runs } = compare(side(text(5)), side(text(6)));
  expect([runs.onlyA, runs.onlyB, runs.shared]).toEqual([[], [], []]);
  expect(runs.changed).toEqual([
    { a: 'a,lr=1e-3', b: 'a,lr=1e-3' },
    { a: 'a,lr=1e-4', b: 'a,lr=1e-4' },
  ]);
});

test('values that only go together in another way are not told as different', () => {
  const text = (first: number, second: number): string => `
ablations:
  - name: a
    matrix:
      v:
        one: { clean.optimizer.lr: 1e-3, clean.epochs: ${first} }
        two: { clean.optimizer.lr: 1e-4, clean.epochs: ${second} }`;
  const difference = compare(side(text(1, 2)), side(text(2, 1)));
  expect(difference.results).toEqual([]);
  expect(differenceText(difference)).toContain('the runs combine them in other ways');
});

test('what differs in the same way in several stages is told once, under all their names', () => {
  const text = differenceText(compare(side(''), side('model: { image: { width: 24 } }')));
  expect(text).toContain('  pre-training, evaluation and cleaning\n    model.image.width  A: 16  B: 24\n');
});

test('a file that is not there is told by its path, one that is by its content', () => {
  const csv = (path: string): string => `
datasets: { train: { kind: csv, path: ${path}, resolution: 32 } }`;
  const files = { '/study/a.csv': 'image,caption\n' };
  const one = pickSide({ plan: planOver(csv('a.csv'), { files }) }, 'a', null)!;
  const other = pickSide({ plan: planOver(csv('b.csv'), { files }) }, 'b', null)!;
  const text = differenceText(compare(one, other));
  expect(text).toMatch(/files\.path {2}A: [0-9a-f]{12} {2}B: no file b\.csv\n/);
  expect(text).toContain('paths.path  A: a.csv  B: b.csv\n');
});

test('an attack that only one side has is one value', () => {
  const { results } = compare(side('poison: null'), side(''));
  const evaluation = results.filter(({ role }) => role === 'evaluate');
  expect(evaluation.map(({ path, a }) => [path, a])).toEqual([['evaluation.asr', [null]]]);
});
