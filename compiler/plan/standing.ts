import type { Plan, Run, Stage } from '../../schema/plan.js';

/** How a stage stands in the store. The compiler is told; it does not look. */
export interface Standing {
  readonly status: 'new' | 'running' | 'interrupted' | 'failed' | 'done';
  /** Why it failed. */
  readonly message?: string;
}

export type StandingOf = (stage: Stage) => Standing;

/** Every stage's standing by key; each stage is asked for once. */
export function standings(plan: Plan, of: StandingOf): ReadonlyMap<string, Standing> {
  return new Map(plan.stages.map((stage) => [stage.key, of(stage)]));
}

/** How a run stands, in a few words: `done`, `3 of 7 stages done`, `failed before`. */
export function runStanding(run: Run, standing: ReadonlyMap<string, Standing>): string {
  const stages = [...new Set(Object.values(run.stages))].map((key) => standing.get(key)!);
  if (stages.some(({ status }) => status === 'failed')) return 'failed before';
  if (stages.some(({ status }) => status === 'running')) return 'running';
  const last = [run.stages.clean, run.stages.evaluate].filter((key) => key !== undefined);
  if (last.every((key) => standing.get(key)?.status === 'done')) return 'done';
  const done = stages.filter(({ status }) => status === 'done').length;
  return done === 0 ? 'to do' : `${done} of ${stages.length} stages done`;
}
