import type { StageDefinition } from './definition.js';
import { trainingLocals, trainingParts } from './training.js';

/** Training from scratch. */
export const pretrainStage: StageDefinition<'pretrain'> = {
  kind: 'pretrain',
  semantics: 1,
  config: trainingParts('pretrain', (document) => document.pretrain),
  locals: trainingLocals,
};
