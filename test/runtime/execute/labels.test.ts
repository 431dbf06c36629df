import { describe, expect, it } from 'vitest';
import type { Run } from '../../../schema/plan.js';
import { stageLabels } from '../../../runtime/execute/labels.js';
import { runFileNames } from '../../../runtime/execute/plan-lock.js';
import { toyPlan, toyStudy } from './support/plans.js';

const run = (name: string, axes: Run['axes'], stages: Run['stages']): Run => ({
  name,
  ablation: 'a',
  axes,
  stages,
});

describe('a stage’s label', () => {
  const { all, data, test, poison, pretrain, evaluate, cleans } = toyStudy({}, 2);
  const common = {
    train: data.key,
    test: test.key,
    poison: poison.key,
    pretrain: pretrain.key,
    evaluate: evaluate.key,
  };
  const runs = [
    run('a', { objective: 'mmcl', lr: 0.1, seed: 0 }, { ...common, clean: cleans[0]!.key }),
    run('b', { objective: 'mmcl', lr: 0.3, seed: 0 }, { ...common, clean: cleans[1]!.key }),
  ];

  it('names what its runs have in common where the plan has a choice', () => {
    const labels = stageLabels(toyPlan(all, { runs }));
    expect([data, test, poison, pretrain, evaluate, ...cleans].map(({ key }) => labels.get(key))).toEqual([
      'dataset train',
      'dataset test',
      'poison',
      'pretrain',
      'evaluate',
      'clean · lr 0.1',
      'clean · lr 0.3',
    ]);
  });

  it('leaves out what differs between the runs that share it', () => {
    const other = run('c', { objective: 'ssl', lr: 0.1, seed: 0 }, { train: data.key });
    const labels = stageLabels(toyPlan(all, { runs: [...runs, other] }));
    expect(labels.get(data.key)).toBe('dataset train');
    expect(labels.get(pretrain.key)).toBe('pretrain · objective mmcl');
  });

  it('is its kind where no run names it', () => {
    expect(stageLabels(toyPlan(all)).get(pretrain.key)).toBe('pretrain');
  });
});

describe('the file of a run', () => {
  it('has a name that every file system takes, and that no other run has', () => {
    const names = ['ssl=1, lr=0.1', 'a/b', 'a:b', 'A:B', '..', '', 'ü', 'x'.repeat(300)];
    const files = [...runFileNames(names.map((name) => run(name, {}, {}))).values()];
    expect(files).toEqual([
      'ssl=1, lr=0.1.json',
      'a_b.json',
      'a_b-2.json',
      'A_B-3.json',
      '_...json',
      '_.json',
      'ü.json',
      `${'x'.repeat(100)}.json`,
    ]);
  });
});
