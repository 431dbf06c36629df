import type { Experiment } from '../../../schema/generated/resolved.js';
import type { MeasureInput } from '../../../schema/stages/evaluation.js';
import { datasetStage } from './dataset.js';
import { part, type OptionalInput, type Part, type RoleDefinition } from './definition.js';

/** The sections of `evaluate` that name a data set of their own, and the role that it plays. */
const sections = { validation: 'validation', retrieval: 'retrieval', readout: 'readouts' } as const;

function measureRole(role: keyof typeof sections): RoleDefinition {
  const section = sections[role];
  const named = ({ evaluate }: Experiment): string | undefined => evaluate[section]?.dataset;
  return {
    role,
    stage: datasetStage([`evaluate.${section}`], (document) => named(document)!),
    present: part([`evaluate.${section}`], (document) => named(document) !== undefined),
    inputs: {},
  };
}

/** Data sets that only measures need. */
export const measureRoles: readonly RoleDefinition[] = [
  measureRole('validation'),
  measureRole('retrieval'),
  measureRole('readout'),
];

const asked = (section: 'validation' | 'retrieval' | 'readouts' | 'detection') =>
  part([`evaluate.${section}`], ({ evaluate }: Experiment) => evaluate[section] !== undefined);

/** What a stage that measures reads beside the test pictures. */
export const measureInputs: Readonly<Record<Exclude<MeasureInput, 'trained'>, OptionalInput>> = {
  validation: { from: ['validation'], when: asked('validation') },
  retrieval: { from: ['retrieval'], when: asked('retrieval') },
  readout: { from: ['readout'], when: asked('readouts') },
  poisoned: { from: ['poison'], when: asked('detection') },
};

/** The training sections. */
export type TrainingSection = 'pretrain' | 'clean';

/** Is the head of supervised finetuning measured in a training? Only where that trains it. */
export function measuresHead(section: TrainingSection): Part<boolean> {
  return part(
    ['evaluate.supervised', `${section}?`, `${section}.objective.supervised`],
    (document) => document.evaluate.supervised === true && (document[section]?.objective.supervised ?? 0) > 0,
  );
}
