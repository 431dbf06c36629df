import type { Plan } from '../../schema/plan.js';
import type { AblationSummary, Compiled } from '../index.js';
import { standings, type StandingOf } from '../plan/standing.js';

/** A plan as other programs read it: `{runs, stages, ablations}`, of several experiments together. */
export interface PlanJson {
  readonly runs: readonly ({ readonly experiment: string } & Plan['runs'][number])[];
  readonly stages: readonly unknown[];
  readonly ablations: readonly ({ readonly experiment: string } & AblationSummary)[];
}

/** The plans of some experiments as one JSON value; a stage that several need is there once. */
export function planJson(compiled: readonly Compiled[], standingOf: StandingOf): PlanJson {
  const plans = compiled.filter((one): one is Compiled & { plan: Plan } => one.plan !== null);
  const stages = new Map<string, unknown>();
  for (const { plan } of plans) {
    const standing = standings(plan, standingOf);
    for (const stage of plan.stages)
      if (!stages.has(stage.key)) {
        const { status, message } = standing.get(stage.key)!;
        stages.set(stage.key, { ...stage, status, ...(message === undefined ? {} : { message }) });
      }
  }
  return {
    runs: plans.flatMap(({ plan }) => plan.runs.map((run) => ({ experiment: plan.experiment, ...run }))),
    stages: [...stages.values()],
    ablations: plans.flatMap(({ plan, ablations }) =>
      ablations.map((ablation) => ({ experiment: plan.experiment, ...ablation })),
    ),
  };
}
