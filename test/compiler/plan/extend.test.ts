import { describe, expect, it } from 'vitest';
import { extendPlan } from '../../../compiler/plan/extend.js';
import { stageKey } from '../../../compiler/plan/key.js';
import type { Plan, Stage } from '../../../schema/plan.js';
import type { PretrainStage } from '../../../schema/stages/training.js';
import { planOver } from '../../support/compile.js';

const planOf = (epochs: number) => planOver(`pretrain: { epochs: ${epochs} }`);

const pretrain = (plan: Plan) =>
  plan.stages.filter((stage): stage is PretrainStage => stage.kind === 'pretrain');
const longest = (plan: Plan) => pretrain(plan).reduce((a, b) => (b.config.epochs > a.config.epochs ? b : a));

describe('a plan that is extended', () => {
  const [ten, fifteen, twenty] = [10, 15, 20].map((epochs) => planOf(epochs)) as [Plan, Plan, Plan];

  it('lets a pre-training go on from the longest shorter one that is done', () => {
    const done = [...ten.stages, ...fifteen.stages];
    const { plan, extensions } = extendPlan(twenty, done);
    const base = pretrain(fifteen)[0]!;
    const stage = longest(plan);
    expect(stage.config).toEqual({ ...pretrain(twenty)[0]!.config, from: 15, continues: true });
    expect(stage.inputs).toEqual({ ...pretrain(twenty)[0]!.inputs, start: base.key });
    expect(extensions).toEqual(
      [{ stage, from: base.id, epochs: 15 }].map((each) => ({ ...each, stage: expect.anything() as Stage })),
    );
    expect(pretrain(plan).find(({ key }) => key === base.key)!.locals.keep_epochs).toEqual([15]);
  });

  it('is made of other stages than one from scratch, all the way to the end', () => {
    const { plan } = extendPlan(twenty, ten.stages);
    const known = new Map(plan.stages.map((stage) => [stage.key, stage]));
    for (const stage of plan.stages) {
      expect(stage.key).toBe(stageKey(stage));
      for (const key of Object.values<string>(stage.inputs)) expect(known.has(key)).toBe(true);
    }
    const cleans = (one: Plan) => one.stages.filter(({ kind }) => kind === 'clean').map(({ key }) => key);
    expect(cleans(plan)).not.toEqual(cleans(twenty));
    for (const run of plan.runs)
      for (const key of Object.values(run.stages)) expect(known.has(key)).toBe(true);
    const place = new Map(plan.stages.map(({ key }, index) => [key, index]));
    for (const { key, inputs } of plan.stages)
      for (const input of Object.values<string>(inputs))
        expect(place.get(input)!).toBeLessThan(place.get(key)!);
  });

  it('is the plan itself where nothing shorter is done, or the long one is', () => {
    expect(extendPlan(twenty, [])).toEqual({ plan: twenty, extensions: [] });
    expect(extendPlan(ten, twenty.stages)).toEqual({ plan: ten, extensions: [] });
    expect(extendPlan(twenty, [...ten.stages, ...twenty.stages])).toEqual({ plan: twenty, extensions: [] });
  });

  it('takes no pre-training that differs in anything else', () => {
    const other = planOver('pretrain: { epochs: 10, optimizer: { lr: 2e-3 } }');
    expect(extendPlan(twenty, other.stages).extensions).toEqual([]);
  });
});
