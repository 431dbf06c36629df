import { describe, expect, it } from 'vitest';
import { axisNames, groupRuns, pointsOf, selectRuns, startModels, unknownAxes } from '../../report/select.js';
import { made, results } from './support/results.js';

const point = [[1, 40, 3]] as const;
const grid = results(
  ...['mmcl', 'mmcl+ssl'].flatMap((objective) =>
    [0.001, 0.01].map((lr) => made({ axes: { objective, lr }, ablation: 'main', points: point })),
  ),
  made({ axes: { objective: 'mmcl', lr: 0.1 }, ablation: 'other', points: [...point, [2, 39, 1]] }),
);
const names = (choice: Parameters<typeof selectRuns>[1]) =>
  selectRuns(grid, choice).runs.map(({ name }) => name);

describe('selectRuns', () => {
  it('takes all runs by default', () => {
    expect(names({})).toHaveLength(5);
  });

  it('selects by ablation, by a label and by a list of labels', () => {
    expect(names({ ablation: 'other' })).toEqual(['other/mmcl/0.1']);
    expect(names({ where: { objective: 'mmcl+ssl' } })).toEqual([
      'main/mmcl+ssl/0.001',
      'main/mmcl+ssl/0.01',
    ]);
    expect(names({ where: { objective: 'mmcl', lr: [0.1, 0.01] } })).toEqual([
      'main/mmcl/0.01',
      'other/mmcl/0.1',
    ]);
    expect(names({ where: { ablation: 'other' } })).toEqual(['other/mmcl/0.1']);
  });

  it('leaves out runs with too few evaluations', () => {
    expect(names({ min_points: 2 })).toEqual(['other/mmcl/0.1']);
  });

  it.each([
    [{ ablation: 'mian' }, 'EXPC813', 'there are `main`, `other`'],
    [{ where: { objectif: 'mmcl' } }, 'EXPC806', '`objective`'],
    [{ where: { objective: 'siglip' } }, 'EXPC814', '`mmcl+ssl`'],
    [{ where: { lr: '0.001' } }, 'EXPC814', '`0.001`'],
    [{ min_points: 9 }, 'EXPC805', 'the most that one has is 2'],
  ])('tells what is wrong with %j', (choice, code, hint) => {
    const { runs, notices } = selectRuns(grid, choice);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatchObject({ code, severity: 'error' });
    expect(notices[0]!.hint).toContain(hint);
    expect(runs).toEqual([]);
  });

  it('says when labels that exist never meet', () => {
    const { runs, notices } = selectRuns(grid, { where: { objective: 'mmcl+ssl', lr: 0.1 } });
    expect(runs).toEqual([]);
    expect(notices).toMatchObject([{ code: 'EXPC805', severity: 'error' }]);
  });

  it('says when nothing is measured yet, and when there is nothing to measure', () => {
    const waiting = made({ axes: { lr: 1 }, state: 'missing' });
    expect(selectRuns(results(waiting), {}).notices[0]!.message).toContain('has been measured yet');
    expect(selectRuns(results(), {}).notices[0]!.message).toContain('no run that measures');
  });

  it('warns of runs that are not finished, and names them', () => {
    const going = made({ axes: { lr: 2 }, points: point, state: 'unfinished' });
    const waiting = made({ axes: { lr: 3 }, state: 'missing' });
    const { runs, meant, notices } = selectRuns(results(going, waiting), {});
    expect([runs.length, meant.length]).toEqual([1, 2]);
    expect(notices).toMatchObject([{ code: 'EXPC804', severity: 'warning' }]);
    expect(notices[0]!.message).toContain('1 unfinished (`2`) and 1 not started (`3`)');
  });
});

describe('axes', () => {
  it('are named in the order of their appearance, with the ablation where there are several', () => {
    expect(axisNames(grid.runs)).toEqual(['ablation', 'objective', 'lr']);
    expect(axisNames(grid.runs.slice(0, 4))).toEqual(['objective', 'lr']);
  });

  it('that no run has are errors, each', () => {
    expect(unknownAxes(grid.runs, ['lr', 'x', 'y']).map(({ message }) => message)).toEqual([
      'no run has an axis `x`',
      'no run has an axis `y`',
    ]);
  });
});

describe('groupRuns', () => {
  it('pools what has the same labels, in the order of the plan', () => {
    const groups = groupRuns(grid.runs, ['objective']);
    expect(groups.map(({ labels, runs }) => [labels, runs.length])).toEqual([
      [['mmcl'], 3],
      [['mmcl+ssl'], 2],
    ]);
  });

  it('keeps the labels 1 and "1" apart, and puts runs without the axis together', () => {
    const runs = [
      made({ axes: { a: 1 } }),
      made({ axes: { a: '1' }, work: 'w' }),
      made({ axes: { b: 1 }, work: 'v' }),
    ];
    expect(groupRuns(runs, ['a']).map(({ labels }) => labels)).toEqual([[1], ['1'], [null]]);
  });

  it('counts work once that two ablations share', () => {
    const runs = ['one', 'two'].map((ablation) => made({ ablation, axes: { lr: 1 }, work: 'same' }));
    expect(groupRuns(runs, [])[0]!.runs).toHaveLength(1);
    expect(groupRuns(runs, ['ablation'])).toHaveLength(2);
  });
});

describe('pointsOf', () => {
  const run = made({ points: [0, 0.5, 1, 1.5].map((epoch) => [epoch, 40, 3] as const) });

  it.each([
    ['all', [0, 0.5, 1, 1.5]],
    ['epoch-ends', [0, 1]],
    ['last', [1]],
  ] as const)('keeps of %s', (rule, epochs) => {
    expect(pointsOf(run, rule).map(({ epoch }) => epoch)).toEqual(epochs);
  });

  it('of nothing is nothing', () => {
    expect(pointsOf(made(), 'last')).toEqual([]);
  });
});

describe('startModels', () => {
  it('gives each model once, in the order of the runs', () => {
    const runs = [
      made({ start: [50, 90], startId: 'b' }),
      made({ start: null }),
      made({ start: [40, 95], startId: 'a' }),
      made({ start: [50, 90], startId: 'b' }),
    ];
    expect(startModels(runs).map(({ id }) => id)).toEqual(['b', 'a']);
  });
});
