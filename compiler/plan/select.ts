import type { Plan } from '../../schema/plan.js';
import type { StandingOf } from './standing.js';

/** Stages that were asked for. */
export interface Selection {
  /** Their keys, in the plan's order; what they need is not among them. */
  readonly stages: readonly string[];
  /** The first name that names nothing, or null. */
  readonly unknown: string | null;
}

/**
 * The stages that names stand for: an ablation or a run (all its stages), a part of run names, a stage's id, a kind of
 * stages, or `failed`: those that failed before.
 */
export function selectStages(plan: Plan, names: readonly string[], standingOf: StandingOf): Selection {
  const selected = new Set<string>();
  let unknown: string | null = null;
  for (const name of names) {
    const keys = name === 'failed' ? failed(plan, standingOf) : named(plan, name);
    if (keys.length === 0 && name !== 'failed') unknown ??= name;
    for (const key of keys) selected.add(key);
  }
  return { stages: plan.stages.map(({ key }) => key).filter((key) => selected.has(key)), unknown };
}

function failed(plan: Plan, standingOf: StandingOf): string[] {
  return plan.stages.filter((stage) => standingOf(stage).status === 'failed').map(({ key }) => key);
}

function named(plan: Plan, name: string): string[] {
  const stages = plan.stages.filter(({ id, key, kind }) => id === name || key === name || kind === name);
  if (stages.length > 0) return stages.map(({ key }) => key);
  const ofAblation = plan.runs.filter((run) => run.ablation === name);
  const exactly = plan.runs.filter((run) => run.name === name);
  const containing = plan.runs.filter((run) => run.name.includes(name));
  const runs = [ofAblation, exactly, containing].find((some) => some.length > 0) ?? [];
  return runs.flatMap((run) => Object.values(run.stages));
}
