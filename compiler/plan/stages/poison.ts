import type { Experiment, Poison } from '../../../schema/generated/resolved.js';
import { part, type Part, type StageDefinition } from './definition.js';

/** The attack; only read in runs that have one. */
function attack(document: Experiment): Poison {
  if (document.poison === undefined) throw new Error('a poison stage in a run without poison');
  return document.poison;
}

/** Poisoned pairs by the experiment's attack; how many is what sets pre-training data and cleaning data apart. */
export function poisonStage(count: Part<number>): StageDefinition<'poison'> {
  return {
    kind: 'poison',
    semantics: 1,
    config: {
      trigger: part(['poison.trigger'], (document) => attack(document).trigger),
      target: part(['poison.target'], (document) => attack(document).target),
      count,
      labels: part(['poison.labels'], (document) => attack(document).labels),
      // With consistent labels the pairs keep their captions, so no template is used.
      templates: part(['poison.labels', 'poison.templates', 'evaluate.templates'], (document) => {
        const { labels, templates } = attack(document);
        return labels === 'consistent' ? [] : (templates ?? document.evaluate.templates);
      }),
      seed: part(['poison.seed', 'seed'], (document) => attack(document).seed ?? document.seed),
    },
    locals: part([], () => ({})),
  };
}

export const trainingPoison = poisonStage(part(['poison.count'], (document) => attack(document).count));

export const cleaningPoison = poisonStage(
  part(['clean.data.poisons'], (document) => document.clean?.data.poisons ?? 0),
);
