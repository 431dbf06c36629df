import { expect, test } from 'vitest';
import { selectStages } from '../../../compiler/plan/select.js';
import type { Standing } from '../../../compiler/plan/standing.js';
import type { Stage } from '../../../schema/plan.js';
import { planOver } from '../../support/compile.js';

const plan = planOver(`
ablations:
  - { name: rates, matrix: { clean.optimizer.lr: [1e-3, 1e-4] } }
  - { name: lengths, matrix: { clean.epochs: [1, 2] } }`);
const fresh = (): Standing => ({ status: 'new' });
const cleans = plan.stages.filter(({ kind }) => kind === 'clean');

/** The cleanings among the selected stages, by number. */
function picked(...names: string[]): number[] {
  const { stages, unknown } = selectStages(plan, names, fresh);
  expect(unknown).toBeNull();
  return cleans.flatMap(({ key }, index) => (stages.includes(key) ? [index] : []));
}

test('an ablation, a run, a part of run names, a stage', () => {
  expect(cleans).toHaveLength(4);
  expect(picked('rates')).toEqual([0, 1]);
  expect(picked('lengths,epochs=2')).toEqual([3]);
  expect(picked('lr=1e-4', 'epochs=1')).toEqual([1, 2]);
  expect(picked(cleans[2]!.id)).toEqual([2]);
  expect(picked(cleans[2]!.key)).toEqual([2]);
});

test('a kind of stages', () => {
  const { stages } = selectStages(plan, ['pretrain'], fresh);
  expect(stages).toEqual([plan.runs[0]!.stages.pretrain]);
});

test('what failed before; nothing when nothing did', () => {
  const standing = (stage: Stage): Standing => ({ status: stage === cleans[1] ? 'failed' : 'done' });
  expect(selectStages(plan, ['failed'], standing)).toEqual({ stages: [cleans[1]!.key], unknown: null });
  expect(selectStages(plan, ['failed'], fresh)).toEqual({ stages: [], unknown: null });
});

test('a name that names nothing is told', () => {
  expect(selectStages(plan, ['rates', 'rats'], fresh).unknown).toBe('rats');
});
