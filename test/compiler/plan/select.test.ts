import { describe, expect, test } from 'vitest';
import { planText } from '../../../compiler/emit/plan-text.js';
import { narrowed } from '../../../compiler/plan/narrow.js';
import { selectStages } from '../../../compiler/plan/select.js';
import type { Standing } from '../../../compiler/plan/standing.js';
import type { Stage } from '../../../schema/plan.js';
import { stagesOfRun } from '../../../runtime/execute/selection.js';
import { compileOver, planOver } from '../../support/compile.js';

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

describe('a plan cut to what is asked for', () => {
  const text = `
ablations:
  - { name: rates, matrix: { clean.optimizer.lr: [1e-3, 1e-4] } }
  - { name: lengths, matrix: { clean.epochs: [1, 2] } }`;
  const compiled = compileOver(text);
  const whole = { ...compiled, plan: compiled.plan! };
  const cut = (names: readonly string[], done: readonly string[] = []) => {
    const { stages: asked } = selectStages(whole.plan, names, fresh);
    const isDone = ({ kind }: Stage) => done.includes(kind);
    const stages = stagesOfRun(whole.plan, asked, isDone).map(({ key }) => key);
    return narrowed(whole, asked, new Set(stages));
  };
  const kinds = (one: typeof whole) => one.plan.stages.map(({ kind }) => kind);

  test('has the runs asked for, their ablations, and what they are made of', () => {
    const one = cut(['lengths,epochs=2']);
    expect(one.plan.runs.map(({ name }) => name)).toEqual(['lengths,epochs=2']);
    expect(one.ablations.map(({ name }) => name)).toEqual(['lengths']);
    expect(kinds(one).filter((kind) => kind === 'clean')).toHaveLength(1);
    expect(kinds(one)).toContain('pretrain');
  });

  test('has of runs only the stages that are asked for, and measures what is trained', () => {
    const one = cut(['pretrain']);
    expect(one.plan.runs).toHaveLength(4);
    expect(kinds(one)).not.toContain('clean');
    expect(kinds(one)).toContain('evaluate');
    expect(kinds(cut(['pretrain'], ['pretrain']))).not.toContain('evaluate');
    for (const run of one.plan.runs) expect(Object.keys(run.stages)).not.toContain('clean');
  });

  test('is what the text of a plan tells of', () => {
    const text = planText([cut(['lengths,epochs=2'])], { standingOf: fresh });
    expect(text).toContain('lengths: 1 run');
    expect(text).not.toContain('rates');
    expect(text).toMatch(/ epochs\n +2 +to do\n/);
    expect(text).toMatch(/clean +1 +1\n/);
  });
});
