import { expect, it } from 'vitest';
import { compileText } from '../../support/compile-base.js';
import { parametersOf } from '../../../report/results/parameters.js';

const plan = compileText(`
extends: base.yaml
ablations:
  - name: rates
    matrix:
      clean.optimizer.lr: [1e-4, 3e-4]
      clean.data.poisons: [0, 5]
`);
const parameters = plan.runs.map((run) =>
  parametersOf(run, new Map(plan.stages.map((stage) => [stage.key, stage]))),
);

it('gives every run the values of its stages by their path in the language', () => {
  expect(parameters.map((of) => [of['clean.optimizer.lr'], of['clean.data.poisons']])).toEqual([
    [1e-4, 0],
    [1e-4, 5],
    [3e-4, 0],
    [3e-4, 5],
  ]);
  expect(parameters[0]).toMatchObject({
    'poison.count': 200,
    'poison.trigger.size': 8,
    'pretrain.objective.mmcl': 1,
    'pretrain.objective.ssl': 0,
    'clean.objective.ssl': 1,
    'clean.data.size': 1000,
    'clean.epochs': 5,
    'model.image.kind': 'resnet',
  });
});

it('holds scalars only', () => {
  for (const value of Object.values(parameters[0]!)) expect(typeof value).not.toBe('object');
});
