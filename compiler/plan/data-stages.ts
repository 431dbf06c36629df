import type { Experiment } from '../../schema/generated/resolved.js';
import type { Plan, Role, Run, Stage } from '../../schema/plan.js';

/** Parts of a run that are data. */
const dataRoles = [
  'poison',
  'train',
  'cleaning-poison',
  'cleaning-set',
  'cleaning-data',
  'test',
  'validation',
  'retrieval',
  'readout',
] as const satisfies readonly Role[];

type DataStage = Extract<Stage, { kind: 'dataset' | 'poison' | 'subset' }>;

/** Data that a run works with. */
export interface NamedData {
  /** The part that it plays, then the name of the data set in the document where it is one. */
  readonly names: readonly string[];
  readonly stage: DataStage;
}

/** The data of a run, in the order in which people ask for them: what is trained on first. */
export function dataStages(plan: Plan, run: Run, document: Experiment): NamedData[] {
  return dataRoles.flatMap((role) => {
    const stage = plan.stages.find(({ key }) => key === run.stages[role]);
    if (stage?.kind !== 'dataset' && stage?.kind !== 'poison' && stage?.kind !== 'subset') return [];
    const name = nameIn(document, role);
    return [{ names: [...new Set([role, ...(name === undefined ? [] : [name])])], stage }];
  });
}

/** The name of the data set that plays a part, where it is a whole one. */
function nameIn(
  { pretrain, clean, evaluate }: Experiment,
  role: (typeof dataRoles)[number],
): string | undefined {
  switch (role) {
    case 'train':
      return pretrain?.dataset;
    case 'cleaning-data':
      return clean?.data.dataset;
    case 'test':
      return evaluate.dataset;
    case 'validation':
      return evaluate.validation?.dataset;
    case 'retrieval':
      return evaluate.retrieval?.dataset;
    case 'readout':
      return evaluate.readouts?.dataset;
    default:
      return undefined;
  }
}
