import type { Plan, Stage, StageKind } from '../../schema/plan.js';

/** Kinds that are only made for what is made of them. */
const intermediate: ReadonlySet<StageKind> = new Set<StageKind>([
  'dataset',
  'poison',
  'subset',
  'label',
  'weights',
]);

/** The stages of a plan that are asked for, with all that they are made of, in the plan's order. */
export function selectStages({ stages }: Plan, only?: readonly string[]): Stage[] {
  if (only === undefined) return [...stages];
  const byKey = new Map(stages.map((stage) => [stage.key, stage]));
  const selected = new Set<string>();
  const add = (stage: Stage) => {
    if (selected.has(stage.key)) return;
    selected.add(stage.key);
    for (const key of Object.values<string>(stage.inputs)) add(byKey.get(key)!);
  };
  for (const name of only) {
    const found = stages.filter(({ id, key }) => id === name || key === name);
    if (found.length === 0) throw new RangeError(`the plan has no stage ${name}`);
    found.forEach(add);
  }
  return stages.filter(({ key }) => selected.has(key));
}

/** Keys of the stages to do: results that are not done, and what they are made of and is not done. */
export function stagesToDo(stages: readonly Stage[], done: ReadonlySet<string>): Set<string> {
  const byKey = new Map(stages.map((stage) => [stage.key, stage]));
  const used = new Set(stages.flatMap(({ inputs }) => Object.values<string>(inputs)));
  const toDo = new Set<string>();
  const add = (stage: Stage) => {
    if (done.has(stage.key) || toDo.has(stage.key)) return;
    toDo.add(stage.key);
    for (const key of Object.values<string>(stage.inputs)) add(byKey.get(key)!);
  };
  for (const stage of stages) if (!intermediate.has(stage.kind) || !used.has(stage.key)) add(stage);
  return toDo;
}

/**
 * The stages that a run has to do with: those asked for with all that they are made of, and the measurements of the
 * pre-trainings that are going to run, asked for or not: only while one trains can every epoch be measured.
 */
export function stagesOfRun(
  plan: Plan,
  only: readonly string[] | undefined,
  isDone: (stage: Stage) => boolean,
): Stage[] {
  const stages = selectStages(plan, only);
  if (only === undefined) return stages;
  const done = new Set(stages.filter(isDone).map(({ key }) => key));
  const toDo = stagesToDo(stages, done);
  const measured = plan.stages.filter((stage) => stage.kind === 'evaluate' && toDo.has(stage.inputs.model));
  return measured.length === 0 ? stages : selectStages(plan, [...only, ...measured.map(({ key }) => key)]);
}
