import type { Plan, Stage } from '../../schema/plan.js';
import { stageLabels } from '../execute/labels.js';

/** A training as trackers see it: one of their runs. */
export interface TrackedTraining {
  readonly stage: Stage;
  /** `clean · lr 0.001`. */
  readonly label: string;
  /** Ids of the stages in whose folders its metrics are written: its own, or those that measure it. */
  readonly measuredIn: readonly string[];
  /** Its configuration by dotted path. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Names of the experiment's runs that use it. */
  readonly runs: readonly string[];
}

/** The pre-trainings and cleanings of a plan. */
export function trackedTrainings(plan: Plan): TrackedTraining[] {
  const labels = stageLabels(plan);
  const measured = new Map<string, string[]>();
  for (const stage of plan.stages) {
    if (stage.kind !== 'evaluate') continue;
    const { model } = stage.inputs;
    measured.set(model, [...(measured.get(model) ?? []), stage.id]);
  }
  const users = new Map<string, string[]>();
  for (const { name, stages } of plan.runs)
    for (const key of new Set(Object.values(stages))) users.set(key, [...(users.get(key) ?? []), name]);
  return plan.stages
    .filter(({ kind }) => kind === 'pretrain' || kind === 'clean')
    .map((stage) => ({
      stage,
      label: labels.get(stage.key) ?? stage.id,
      measuredIn: stage.kind === 'clean' ? [stage.id] : (measured.get(stage.key) ?? []),
      parameters: Object.fromEntries(leavesOf(stage.config)),
      runs: users.get(stage.key) ?? [],
    }));
}

function* leavesOf(value: unknown, path = ''): Generator<[string, string]> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    if (value !== null && value !== undefined)
      yield [path, typeof value === 'string' ? value : JSON.stringify(value)];
    return;
  }
  for (const [key, inner] of Object.entries(value))
    yield* leavesOf(inner, path === '' ? key : `${path}.${key}`);
}
