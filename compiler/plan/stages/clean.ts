import { part, type StageDefinition } from './definition.js';
import { evaluation } from './evaluate.js';
import { cleaning } from './subset.js';
import { trainingLocals, trainingParts } from './training.js';

/** Finetuning of a pre-trained model on the cleaning set, measured as it goes. */
export const cleanStage: StageDefinition<'clean'> = {
  kind: 'clean',
  semantics: 1,
  config: {
    ...trainingParts('clean', cleaning),
    from: part(['clean.from', 'pretrain.epochs'], (document) => {
      const { from } = cleaning(document);
      return from === 'last' ? document.pretrain.epochs : from;
    }),
    optimizer_state: part(['clean.optimizer_state'], (document) => cleaning(document).optimizer_state),
    evaluation,
  },
  locals: trainingLocals,
};
