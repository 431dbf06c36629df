import { describe, expect, test } from 'vitest';
import { compileOver } from '../../support/compile.js';

const ablations = `
ablations:
  - name: rates
    set: { clean.epochs: 7 }
    matrix:
      clean.optimizer.lr: [1e-4, 3e-4]
      objective:
        mmcl: { clean: { objective: { mmcl: 1, ssl: 0 } } }
        both: {}
    seeds: [0, 1]
  - name: plain
    matrix: { clean.batch_size: [32, 64] }
    include: [{ clean.batch_size: 16, poison.count: 9 }]
`;

function told(...set: string[]): string[] {
  const { diagnostics } = compileOver(ablations, { set });
  return diagnostics.map(({ code, message, place }) => `${code} ${place?.line ?? '-'} ${message}`);
}

describe('a setting that an ablation sets again', () => {
  test.each([
    [
      'clean.optimizer.lr=1e-3',
      'EXPC314 6 `--set clean.optimizer.lr=1e-3` does not count in ablation `rates`: the axis `clean.optimizer.lr` sets the value',
    ],
    [
      'clean.optimizer={lr: 1e-3}',
      'EXPC314 6 `--set clean.optimizer={lr: 1e-3}` does not count in ablation `rates`: the axis `clean.optimizer.lr` sets the value',
    ],
    [
      'clean.objective.ssl=2',
      'EXPC314 7 `--set clean.objective.ssl=2` does not count in ablation `rates`: the axis `objective` sets the value',
    ],
    ['seed=5', 'EXPC314 10 `--set seed=5` does not count in ablation `rates`: `seeds` sets the value'],
    [
      'clean.epochs=9',
      'EXPC314 4 `--set clean.epochs=9` does not count in ablation `rates`: `set of ablation rates` sets the value',
    ],
    [
      'poison.count=7',
      'EXPC314 13 `--set poison.count=7` does not count in ablation `plain`: `include of ablation plain` sets the value',
    ],
  ])('--set %s', (setting, message) => {
    expect(told(setting)).toEqual([message]);
  });

  test('is told for each setting and ablation', () => {
    expect(told('clean.batch_size=8', 'clean.epochs=9', 'clean.optimizer.lr=1e-3')).toHaveLength(3);
  });
});

test.each(['clean.optimizer.weight_decay=0.2', 'clean.seed=3', 'poison.trigger.size=4', 'pretrain.epochs=3'])(
  'nothing is said of --set %s, which counts everywhere',
  (setting) => {
    expect(told(setting)).toEqual([]);
  },
);

test('the later of two settings of one value is no ablation of its own', () => {
  expect(told('pretrain.epochs=3', 'pretrain.epochs=4')).toEqual([]);
});
