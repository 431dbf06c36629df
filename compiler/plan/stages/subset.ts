import type { Clean, Experiment } from '../../../schema/generated/resolved.js';
import { part, type StageDefinition } from './definition.js';

/** The cleaning; only read in runs that have one. */
export function cleaning(document: Experiment): Clean {
  if (document.clean === undefined) throw new Error('a cleaning stage in a run without cleaning');
  return document.clean;
}

/** The clean pairs that cleaning trains on. */
export const subsetStage: StageDefinition<'subset'> = {
  kind: 'subset',
  semantics: 1,
  config: {
    size: part(['clean.data.size'], (document) => cleaning(document).data.size),
    seed: part(['clean.data.seed', 'seed'], (document) => cleaning(document).data.seed ?? document.seed),
  },
  locals: part([], () => ({})),
};
