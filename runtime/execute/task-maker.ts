import type { Stage } from '../../schema/plan.js';
import type { EvaluateStage } from '../../schema/stages/evaluation.js';
import type { StageRef, StageTask } from './task.js';

/** Makes the tasks of a run's stages; `common` is the same for all. */
export function taskMaker(
  stages: readonly Stage[],
  common: Pick<StageTask, 'outputs' | 'runners' | 'origin' | 'scheduler'>,
): (stage: Stage, observers: readonly EvaluateStage[]) => StageTask {
  const idOf = new Map(stages.map(({ key, id }) => [key, id]));
  const inputsOf = (stage: Stage): Record<string, StageRef> =>
    Object.fromEntries(
      Object.entries<string>(stage.inputs).map(([role, key]) => [role, { key, id: idOf.get(key)! }]),
    );
  return (stage, observers) => ({
    version: 1,
    ...common,
    stage,
    inputs: inputsOf(stage),
    observers: observers.map((observer) => ({ stage: observer, inputs: inputsOf(observer) })),
  });
}
