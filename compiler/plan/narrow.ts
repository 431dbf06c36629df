import type { Plan, Run } from '../../schema/plan.js';
import type { Compiled } from '../index.js';

type Planned = Compiled & { readonly plan: Plan };

/**
 * A compiled experiment as far as it has to do with some stages: the runs of which one is asked for, cut to what is left
 * of them.
 *
 * @param asked keys of the stages asked for
 * @param stages keys of these and of all that is done with them
 */
export function narrowed(compiled: Planned, asked: readonly string[], stages: ReadonlySet<string>): Planned {
  const { plan } = compiled;
  const runs = runsOf(plan, new Set(asked)).map((run) => ({
    ...run,
    stages: Object.fromEntries(Object.entries(run.stages).filter(([, key]) => stages.has(key))),
  }));
  const ablations = new Set(runs.map(({ ablation }) => ablation));
  return {
    ...compiled,
    ablations: compiled.ablations.filter(({ name }) => ablations.has(name)),
    plan: { ...plan, runs, stages: plan.stages.filter(({ key }) => stages.has(key)) },
  };
}

/** Runs whose result is asked for; where it is that of none, those that have something to do with what is. */
function runsOf({ runs }: Plan, asked: ReadonlySet<string>): readonly Run[] {
  const whole = runs.filter(({ stages }) => asked.has((stages.clean ?? stages.evaluate)!));
  if (whole.length > 0) return whole;
  return runs.filter(({ stages }) => Object.values(stages).some((key) => asked.has(key)));
}
