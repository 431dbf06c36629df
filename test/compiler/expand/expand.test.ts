import { describe, expect, test } from 'vitest';
import type { AxisValue } from '../../../schema/plan.js';
import { compileOver, planOver, said } from '../../support/compile.js';

/** The labels of every run. */
function axes(text: string): Record<string, AxisValue>[] {
  return planOver(text).runs.map((run) => ({ ...run.axes }));
}

function names(text: string): string[] {
  return planOver(text).runs.map((run) => run.name);
}

describe('matrix', () => {
  test('without ablations the document is the one run, named after the experiment', () => {
    const plan = planOver('name: alone');
    expect(plan.runs).toMatchObject([{ name: 'alone', ablation: null, axes: {} }]);
  });

  test('a list is an axis of one path; the last axis changes fastest', () => {
    expect(
      axes(`
ablations:
  - name: a
    matrix:
      clean.epochs: [1, 2]
      clean.optimizer.lr: [1e-3, 1e-4, 1e-5]`),
    ).toEqual([
      { 'clean.epochs': 1, 'clean.optimizer.lr': 1e-3 },
      { 'clean.epochs': 1, 'clean.optimizer.lr': 1e-4 },
      { 'clean.epochs': 1, 'clean.optimizer.lr': 1e-5 },
      { 'clean.epochs': 2, 'clean.optimizer.lr': 1e-3 },
      { 'clean.epochs': 2, 'clean.optimizer.lr': 1e-4 },
      { 'clean.epochs': 2, 'clean.optimizer.lr': 1e-5 },
    ]);
  });

  test('named variants are patches that may set several paths, dotted or nested', () => {
    const plan = planOver(`
ablations:
  - name: a
    matrix:
      cleaning:
        short: { clean.epochs: 1, clean.optimizer.lr: 1e-2 }
        long: { clean: { epochs: 9, optimizer: { lr: 1e-5 } } }`);
    expect(plan.runs.map((run) => run.name)).toEqual(['a,cleaning=short', 'a,cleaning=long']);
    const cleans = plan.stages.flatMap((stage) => (stage.kind === 'clean' ? [stage.config] : []));
    expect(cleans.map(({ epochs, optimizer }) => [epochs, optimizer.lr])).toEqual([
      [1, 1e-2],
      [9, 1e-5],
    ]);
  });

  test('`set` patches all runs of an ablation, and no other', () => {
    const plan = planOver(`
ablations:
  - name: a
    set: { clean.epochs: 7 }
    matrix: { clean.optimizer.lr: [1e-3, 1e-4] }
  - name: b
    matrix: { clean.optimizer.lr: [1e-3, 1e-4] }`);
    const epochs = plan.runs.map((run) => {
      const stage = plan.stages.find(({ key }) => key === run.stages.clean);
      return stage?.kind === 'clean' ? stage.config.epochs : null;
    });
    expect(epochs).toEqual([7, 7, 5, 5]);
  });

  test('an ablation with `set` alone is one run', () => {
    expect(names('ablations: [{ name: a, set: { clean.epochs: 7 } }]')).toEqual(['a']);
  });
});

describe('ranges', () => {
  test('a log range has evenly spaced exponents, both ends exact, four significant digits between', () => {
    expect(
      axes(
        'ablations: [{ name: a, matrix: { clean.optimizer.lr: { log: { from: 1e-6, to: 1e-3, count: 8 } } } }]',
      ).map((run) => run['clean.optimizer.lr']),
    ).toEqual([1e-6, 2.683e-6, 7.197e-6, 1.931e-5, 5.179e-5, 1.389e-4, 3.728e-4, 1e-3]);
  });

  test('a linear range has evenly spaced values, also downwards', () => {
    expect(
      axes(
        'ablations: [{ name: a, matrix: { clean.objective.ssl: { linear: { from: 1, to: 0.5, count: 6 } } } }]',
      ).map((run) => run['clean.objective.ssl']),
    ).toEqual([1, 0.9, 0.8, 0.7, 0.6, 0.5]);
  });

  test.each([
    ['log: { from: 0, to: 1, count: 3 }', 'EXPC510 the ends of a `log` range must be greater than 0'],
    [
      'log: { from: 1e-3, to: 1e-3, count: 3 }',
      'EXPC510 `from` and `to` are the same, so the range has one value',
    ],
    [
      'linear: { from: 0, to: 1, count: 1 }',
      'EXPC510 `count` must be a whole number from 2 to 100000, found 1',
    ],
    [
      'linear: { from: 0, to: 1, count: 2.5 }',
      'EXPC510 `count` must be a whole number from 2 to 100000, found 2.5',
    ],
    ['linear: { from: 0, to: 1 }', 'EXPC510 a `linear` range needs `count`, a number'],
    ['linear: { from: 0, to: 1, count: 3, step: 1 }', 'EXPC510 unknown key `step` in a `linear` range'],
    [
      'linear: { from: 1, to: 1.0001, count: 50 }',
      'EXPC510 this range has only 2 distinct values of four significant digits, not 50',
    ],
  ])('%s is a mistake', (range, message) => {
    expect(
      said(compileOver(`ablations: [{ name: a, matrix: { clean.optimizer.lr: { ${range} } } }]`)),
    ).toContain(message);
  });
});

describe('zip', () => {
  test('pairs lists of equal length into one axis', () => {
    const text = `
ablations:
  - name: a
    matrix: { clean.objective.ssl: [1, 2] }
    zip:
      size:
        clean.data.size: [1000, 2000]
        clean.epochs: [20, 10]`;
    expect(names(text)).toEqual([
      'a,ssl=1,size=1000+20',
      'a,ssl=1,size=2000+10',
      'a,ssl=2,size=1000+20',
      'a,ssl=2,size=2000+10',
    ]);
  });

  test('lists of unequal length are a mistake that points at both', () => {
    const { diagnostics } = compileOver(`
ablations:
  - name: a
    zip:
      size:
        clean.data.size: [1000, 2000]
        clean.epochs: [20, 10, 5]`);
    const [found] = diagnostics;
    expect(found).toMatchObject({
      code: 'EXPC504',
      label: '`clean.epochs` has 3 values',
      place: { line: 7 },
    });
    expect(found!.related[0]).toMatchObject({
      message: '`clean.data.size` has 2 values',
      place: { line: 6 },
    });
  });
});

describe('seeds', () => {
  test('are an axis called `seed`, after all others', () => {
    expect(axes('ablations: [{ name: a, matrix: { clean.epochs: [1, 2] }, seeds: [0, 7] }]')).toEqual([
      { 'clean.epochs': 1, seed: 0 },
      { 'clean.epochs': 1, seed: 7 },
      { 'clean.epochs': 2, seed: 0 },
      { 'clean.epochs': 2, seed: 7 },
    ]);
  });

  test('beside an axis called `seed` are a mistake', () => {
    const text = 'ablations: [{ name: a, matrix: { seed: [1, 2] }, seeds: [0, 7] }]';
    expect(said(compileOver(text))).toContain('EXPC503 two axes are called `seed`');
  });
});

describe('exclude', () => {
  const matrix = `
    matrix:
      objective:
        mmcl: { clean.objective: { mmcl: 1, ssl: 0 } }
        both: { clean.objective: { mmcl: 1, ssl: 1 } }
      clean.optimizer.lr: [1e-3, 1e-4, 1e-5]`;

  test('leaves out the combinations that have all the values of a rule; a list is any of its values', () => {
    const text = `
ablations:
  - name: a${matrix}
    exclude:
      - { objective: mmcl, clean.optimizer.lr: [1e-3, 0.0001] }
      - { clean.optimizer.lr: 1e-5, objective: both }`;
    expect(names(text)).toEqual([
      'a,objective=mmcl,lr=1e-5',
      'a,objective=both,lr=1e-3',
      'a,objective=both,lr=1e-4',
    ]);
    expect(compileOver(text).ablations).toMatchObject([{ name: 'a', product: 6, excluded: 3, included: 0 }]);
  });

  test('of an unknown axis says which was meant', () => {
    const [found] = compileOver(`
ablations:
  - name: a${matrix}
    exclude: [{ objectiv: mmcl }]`).diagnostics;
    expect(found).toMatchObject({ code: 'EXPC505', label: 'did you mean `objective`?', place: { line: 9 } });
  });

  test('of an unknown value says which was meant, or which there are', () => {
    const { diagnostics } = compileOver(`
ablations:
  - name: a${matrix}
    exclude: [{ objective: bth }, { clean.optimizer.lr: 5 }]`);
    expect(diagnostics).toMatchObject([
      { code: 'EXPC506', label: 'did you mean `both`?' },
      { code: 'EXPC506', hint: 'its values are `1e-3`, `1e-4` or `1e-5`' },
    ]);
  });

  test('that matches nothing is a warning', () => {
    const compiled = compileOver(`
ablations:
  - name: a
    grids:
      - matrix: { clean.epochs: [1, 2], clean.objective.ssl: [1, 2] }
      - matrix: { clean.epochs: [3, 4] }
    exclude: [{ clean.epochs: 3, clean.objective.ssl: 1 }]`);
    expect(compiled.diagnostics).toMatchObject([{ code: 'EXPC508', severity: 'warning' }]);
    expect(compiled.plan?.runs).toHaveLength(6);
  });

  test('of everything leaves an ablation without runs', () => {
    const text =
      'ablations: [{ name: a, matrix: { clean.epochs: [1, 2] }, exclude: [{ clean.epochs: [1, 2] }] }]';
    expect(said(compileOver(text))).toEqual([
      'EXPC501 ablation `a` has no runs: all 2 combinations are excluded',
    ]);
  });
});

describe('include', () => {
  test('adds runs by labels of axes, other values of axes over paths, and other paths', () => {
    const text = `
ablations:
  - name: a
    matrix:
      objective:
        mmcl: { clean.objective: { mmcl: 1, ssl: 0 } }
        both: { clean.objective: { mmcl: 1, ssl: 1 } }
      clean.optimizer.lr: [1e-3, 1e-4]
    include:
      - { objective: both, clean.optimizer.lr: 1e-7 }
      - { objective: mmcl, clean.epochs: 40 }`;
    expect(axes(text).slice(4)).toEqual([
      { objective: 'both', 'clean.optimizer.lr': 1e-7 },
      { objective: 'mmcl', 'clean.epochs': 40 },
    ]);
    expect(names(text).slice(4)).toEqual(['a,objective=both,lr=1e-7', 'a,objective=mmcl,epochs=40']);
  });

  test('is repeated for each seed, unless it names one', () => {
    const text = `
ablations:
  - name: a
    matrix: { clean.epochs: [1] }
    seeds: [0, 1]
    include: [{ clean.epochs: 2 }, { clean.epochs: 3, seed: 9 }]`;
    expect(axes(text).slice(2)).toEqual([
      { 'clean.epochs': 2, seed: 0 },
      { 'clean.epochs': 2, seed: 1 },
      { 'clean.epochs': 3, seed: 9 },
    ]);
  });

  test('of a run that is there already is a mistake that points at both', () => {
    const { diagnostics, plan } = compileOver(`
ablations:
  - name: a
    matrix: { clean.epochs: [1, 2] }
    include: [{ clean.epochs: 2 }]`);
    expect(plan).toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'EXPC507', place: { line: 5 } }]);
  });

  test('of a misspelt axis or label says which was meant', () => {
    const { diagnostics } = compileOver(`
ablations:
  - name: a
    matrix: { objective: { mmcl: { clean.objective.ssl: 0 }, both: {} } }
    include: [{ objectve: both }, { objective: mmlc }]`);
    expect(diagnostics).toMatchObject([
      { code: 'EXPC505', label: 'did you mean `objective`?' },
      { code: 'EXPC506', label: 'did you mean `mmcl`?' },
    ]);
  });
});

describe('grids', () => {
  const text = `
ablations:
  - name: a
    matrix:
      pretraining:
        mmcl: { pretrain.objective: { mmcl: 1 } }
        mmcl+ssl: { pretrain.objective: { mmcl: 1, ssl: 1 } }
    grids:
      - matrix: { clean.optimizer.lr: [1e-3, 1e-4] }
      - set: { clean.batch_size: 32 }
        matrix: { clean.optimizer.lr: [1e-5] }
      - matrix: { clean.optimizer.lr: [1e-4, 1e-6] }`;

  test('are together one ablation; its own axes multiply each, what two of them have is one run', () => {
    expect(names(text)).toEqual([
      'a,pretraining=mmcl,lr=1e-3',
      'a,pretraining=mmcl,lr=1e-4',
      'a,pretraining=mmcl+ssl,lr=1e-3',
      'a,pretraining=mmcl+ssl,lr=1e-4',
      'a,pretraining=mmcl,lr=1e-5',
      'a,pretraining=mmcl+ssl,lr=1e-5',
      'a,pretraining=mmcl,lr=1e-6',
      'a,pretraining=mmcl+ssl,lr=1e-6',
    ]);
    expect(compileOver(text).ablations).toMatchObject([{ product: 10, merged: 2 }]);
  });

  test('of one label and different values keep both', () => {
    const plan = planOver(`
ablations:
  - name: a
    grids:
      - matrix: { clean.epochs: [1] }
      - set: { clean.batch_size: 32 }
        matrix: { clean.epochs: [1] }`);
    expect(plan.runs.map((run) => run.name)).toEqual(['a,epochs=1', 'a,epochs=1~2']);
  });
});

describe('mistakes', () => {
  test.each([
    ['matrix: { clean.epochs: 3 }', 'EXPC502'],
    ['matrix: { objective: { mmcl: 3 } }', 'EXPC502'],
    ['matrix: { clean.epochs: [3, 3] }', 'EXPC511'],
    ['matrix: { clean.optimizer.lr: [1e-3, 0.001] }', 'EXPC511'],
    ['matrix: { clean.epochs: [1, 2], x: { a: { clean.epochs: 3 } } }', 'EXPC509'],
    ['zip: { a: { clean.epochs: [] } }', 'EXPC502'],
    ['zip: { a: 3 }', 'EXPC502'],
    ['matrix: { clean.optimizer.lr: [] }', 'EXPC501'],
    ['matrix: {}', 'EXPC501'],
    ['matrix: { clean.optimizer.learning_rate: [1, 2] }', 'EXPC201'],
    ['matrix: { clean.optimizer.lr: [1e-3, "1e-4"] }', 'EXPC204'],
    ['matrix: { clean.optimizer.lr: [1e-3, -1] }', 'EXPC208'],
    ['matrix: { clean.batch_size: [64, 4096] }', 'EXPC402'],
  ])('%s', (ablation, code) => {
    const { diagnostics, plan } = compileOver(`ablations: [{ name: a, ${ablation} }]`);
    expect(plan).toBeNull();
    expect(diagnostics.map((found) => found.code)).toEqual([code]);
  });

  test('two variants that come to the same are told with both places', () => {
    const { diagnostics } = compileOver(`
ablations:
  - name: a
    matrix:
      objective:
        mmcl: { clean.objective: { mmcl: 1 } }
        mmcl+ssl: { clean.objective: { mmcl: 1, ssl: 1 } }
      clean.epochs: [1, 2, 3]`);
    expect(diagnostics).toMatchObject([
      { code: 'EXPC420', place: { line: 6 }, label: '`clean.objective` has mmcl and ssl' },
      {
        code: 'EXPC507',
        message:
          'the runs `a,objective=mmcl+ssl,epochs=1` and `a,objective=mmcl,epochs=1` are the same (and 2 more pairs like this)',
        place: { line: 7 },
        related: [{ place: { line: 6 } }],
      },
    ]);
  });

  test('an axis that changes no result is told', () => {
    const { diagnostics } = compileOver('ablations: [{ name: a, matrix: { execution.jobs: [1, 2] } }]');
    expect(diagnostics.map(({ code }) => code)).toEqual(['EXPC507']);
  });

  test('two ablations of one name', () => {
    const { diagnostics } = compileOver(`
ablations:
  - { name: a, matrix: { clean.epochs: [1, 2] } }
  - { name: a, matrix: { clean.epochs: [3, 4] } }`);
    expect(diagnostics).toMatchObject([
      { code: 'EXPC503', place: { line: 4 }, related: [{ place: { line: 3 } }] },
    ]);
  });

  test('what several axes make together is checked, each combination once', () => {
    const { diagnostics } = compileOver(`
ablations:
  - name: a
    matrix:
      clean.batch_size: [64, 512]
      clean.data.size: [1000, 256]
      clean.optimizer.lr: [1e-3, 1e-4, 1e-5]`);
    expect(diagnostics).toMatchObject([
      {
        code: 'EXPC402',
        message: 'a batch of 512 pairs is larger than the cleaning set of 256',
        place: { line: 5 },
      },
    ]);
  });

  test('a grid that is too large is refused before it fills the memory', () => {
    const range = '{ linear: { from: 1, to: 9999, count: 9000 } }';
    const { diagnostics } = compileOver(
      `ablations: [{ name: a, matrix: { clean.epochs: ${range}, clean.log_every: ${range} } }]`,
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['EXPC512']);
  });
});
