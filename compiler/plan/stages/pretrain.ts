import type { Experiment, Pretrain } from '../../../schema/generated/resolved.js';
import { part, type StageDefinition } from './definition.js';
import { startEpoch, startOf } from './start.js';
import { trainingLocals, trainingParts } from './training.js';

/** The pre-training; only read in runs that have one. */
function pretraining(document: Experiment): Pretrain {
  if (document.pretrain === undefined) throw new Error('a pre-training stage in a run without one');
  return document.pretrain;
}

/** Training from scratch, or from weights that are there. */
export const pretrainStage: StageDefinition<'pretrain'> = {
  kind: 'pretrain',
  semantics: 1,
  config: {
    ...trainingParts('pretrain', pretraining),
    from: part(['pretrain.from', 'clean.from', 'clean?'], (document) => {
      const start = startOf(document);
      return start === null ? undefined : startEpoch(start);
    }),
  },
  locals: trainingLocals('pretrain'),
};
