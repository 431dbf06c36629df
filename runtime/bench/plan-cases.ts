import type { Plan, Stage } from '../../schema/plan.js';
import type { CleanStage, PretrainStage } from '../../schema/stages/training.js';
import { openDataset } from '../data/artifact/open.js';
import { readDone, stageFolder } from '../store/stage-folder.js';
import { caseKey, modelText, objectiveText, stepCase } from './case.js';
import type { NamedCase } from './standard.js';

type TrainingStage = PretrainStage | CleanStage;

/** The distinct cases of a plan's trainings, in its order; each with the first training's data, where they are done. */
export function planCases({ stages }: Pick<Plan, 'stages'>, outputs: string): NamedCase[] {
  const byKey = new Map(stages.map((stage) => [stage.key, stage]));
  const cases = new Map<string, TrainingStage[]>();
  for (const stage of stages) {
    if (stage.kind !== 'pretrain' && stage.kind !== 'clean') continue;
    const key = caseKey(stepCase(stage.config));
    cases.set(key, [...(cases.get(key) ?? []), stage]);
  }
  return [...cases.values()].map((trainings) => {
    const [first] = trainings as [TrainingStage, ...TrainingStage[]];
    const one = stepCase(first.config);
    return {
      name: nameOf(trainings),
      case: one,
      evaluation: first.locals.evaluation_batch,
      data: dataOf(byKey.get(first.inputs.data), outputs, one.batch_size),
    };
  });
}

/** `pretrain resnet 1-1-1 w16 32 px mmcl`; `clean` and `pretrain` where both are of the case. */
function nameOf(trainings: readonly TrainingStage[]): string {
  const kinds = [...new Set(trainings.map(({ kind }) => kind))].sort().reverse();
  const one = stepCase(trainings[0]!.config);
  const precision = one.precision === undefined ? '' : ` ${one.precision}`;
  return `${kinds.join(', ')} ${modelText(one)} ${objectiveText(one)}${precision}`;
}

/** The folder of finished data of at least a batch. */
function dataOf(stage: Stage | undefined, outputs: string, batch: number): string | null {
  if (stage === undefined || readDone(outputs, stage) === null) return null;
  const folder = stageFolder(outputs, stage.id);
  const data = openDataset(folder);
  const { size } = data;
  data.close();
  return size >= batch ? folder : null;
}
