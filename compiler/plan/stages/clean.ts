import { part, type StageDefinition } from './definition.js';
import { evaluationOf, measuredFiles } from './evaluate.js';
import { checkpointOf, startEpoch, startOf } from './start.js';
import { cleaning } from './subset.js';
import { trainingLocals, trainingParts } from './training.js';

const locals = trainingLocals('clean');

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
    evaluation: evaluationOf('clean'),
  },
  locals: part([...locals.reads, ...measuredFiles.reads], (document, digests) => ({
    ...locals.project(document, digests),
    ...measuredFiles.project(document, digests),
  })),
};
