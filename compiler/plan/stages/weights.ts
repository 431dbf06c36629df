import { part, type StageDefinition } from './definition.js';
import { weightsOf } from './start.js';

const reads = ['pretrain.from', 'clean.from', 'pretrain?', 'clean?'];

/** A file of weights, taken into the store: read once, and there for as long as its results are. */
export const weightsStage: StageDefinition<'weights'> = {
  kind: 'weights',
  semantics: 1,
  config: {
    files: part(reads, (document, digests) => ({ path: digests(weightsOf(document).path) })),
  },
  locals: part(reads, (document) => ({ paths: { path: weightsOf(document).path } })),
};
