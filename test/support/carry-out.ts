import type { Plan, Stage } from '../../schema/plan.js';
import type { EvaluateStage } from '../../schema/stages/evaluation.js';
import { carryOut } from '../../runtime/execute/carry-out.js';
import { loadRunner } from '../../runtime/execute/runners.js';
import { taskMaker } from '../../runtime/execute/task-maker.js';
import type { Outcome } from '../../runtime/execute/task.js';
import { readStageState } from '../../runtime/store/stage-state.js';

/**
 * Does a plan's stages in this process, one after the other, as a run does them: what is done is left, measurements go
 * with their pre-training. Stops at the first that fails.
 *
 * @returns what became of each stage that was begun, by id
 */
export async function carryOutPlan(plan: Plan, outputs: string): Promise<Map<string, Outcome>> {
  const origin = { command: [], experiment: plan.experiment, file: plan.file, git: null };
  const taskOf = taskMaker(plan.stages, { outputs, runners: null, origin, scheduler: null });
  const outcomes = new Map<string, Outcome>();
  const isDone = (stage: Stage): boolean => readStageState(outputs, stage).status === 'done';
  const testsFirst = [...plan.stages].sort(
    (a, b) => Number(b.kind === 'dataset') - Number(a.kind === 'dataset'),
  );
  for (const stage of testsFirst) {
    if (isDone(stage)) continue;
    const observers = plan.stages.filter(
      (one): one is EvaluateStage =>
        one.kind === 'evaluate' && one.inputs.model === stage.key && !isDone(one),
    );
    const outcome = await carryOut(taskOf(stage, observers), {
      stopReason: () => null,
      tell: () => {},
      runnerOf: (task) => loadRunner(task.stage, null),
    });
    outcomes.set(stage.id, outcome);
    if (outcome.status !== 'done') break;
  }
  return outcomes;
}
