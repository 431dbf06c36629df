import { part, type StageDefinition } from './definition.js';
import { evaluation, measuredFiles } from './evaluate.js';
import { checkpointOf, startEpoch, startOf } from './start.js';
import { cleaning } from './subset.js';
import { trainingLocals, trainingParts } from './training.js';

/** Finetuning of a pre-trained model on the cleaning set, measured as it goes. */
export const cleanStage: StageDefinition<'clean'> = {
  kind: 'clean',
  semantics: 1,
  config: {
    ...trainingParts('clean', cleaning),
    from: part(['clean.from', 'pretrain.epochs', 'pretrain?'], (document) => {
      const { from } = cleaning(document);
      if (typeof from === 'object') return startEpoch(startOf(document)!);
      return checkpointOf(from, document.pretrain!.epochs);
    }),
    optimizer_state: part(['clean.optimizer_state'], (document) => cleaning(document).optimizer_state),
    shrink_and_perturb: part(
      ['clean.shrink_and_perturb'],
      (document) => cleaning(document).shrink_and_perturb,
    ),
    evaluation,
  },
  locals: part([...trainingLocals.reads, ...measuredFiles.reads], (document, digests) => ({
    ...trainingLocals.project(document, digests),
    ...measuredFiles.project(document, digests),
  })),
};
