import type { Experiment, Poison } from '../../../schema/generated/resolved.js';
import type { OtherAttack } from '../../../schema/stages/poison.js';
import { part, type Digests, type StageDefinition } from './definition.js';
import { plannedTrigger, trainedTriggers, triggerFiles } from './trigger.js';

/** The attack; only read in runs that have one. */
function attack(document: Experiment): Poison {
  if (document.poison === undefined) throw new Error('a poison stage in a run without poison');
  return document.poison;
}

/** How many pairs an attack poisons: the first is 0, the others follow. */
type CountOf = (document: Experiment, index: number) => number;

/** Poisoned pairs by the experiment's attack; how many is what sets pre-training data and cleaning data apart. */
export function poisonStage(countReads: readonly string[], countOf: CountOf): StageDefinition<'poison'> {
  return {
    kind: 'poison',
    semantics: 1,
    config: {
      trigger: part(['poison.trigger'], (document, digests) =>
        plannedTrigger(attack(document).trigger, digests),
      ),
      target: part(['poison.target'], (document) => attack(document).target),
      count: part(countReads, (document) => countOf(document, 0)),
      labels: part(['poison.labels'], (document) => attack(document).labels),
      templates: part(['poison.labels', 'poison.templates', 'evaluate.templates'], (document) =>
        usedTemplates(document, attack(document).labels),
      ),
      seed: part(['poison.seed', 'seed'], (document) => attack(document).seed ?? document.seed),
      others: part(
        ['poison.others', 'poison.templates', 'evaluate.templates', ...countReads],
        (document, digests) => otherAttacks(document, digests, countOf),
      ),
    },
    locals: part(['poison.trigger', 'poison.others'], (document, digests) =>
      triggerFiles(trainedTriggers(document), digests),
    ),
  };
}

/** With consistent labels the pairs keep their captions, so no template is used. */
function usedTemplates(document: Experiment, labels: Poison['labels']): readonly string[] {
  return labels === 'consistent' ? [] : (attack(document).templates ?? document.evaluate.templates);
}

function otherAttacks(
  document: Experiment,
  digests: Digests,
  countOf: CountOf,
): readonly OtherAttack[] | undefined {
  const found = (attack(document).others ?? []).map(({ trigger, target, labels }, index) => ({
    trigger: plannedTrigger(trigger, digests),
    target,
    labels,
    count: countOf(document, index + 1),
    templates: usedTemplates(document, labels),
  }));
  const used = found.filter(({ count }) => count > 0);
  return used.length === 0 ? undefined : used;
}

export const trainingPoison = poisonStage(['poison.count', 'poison.others'], (document, index) => {
  const { count, others = [] } = attack(document);
  return index === 0 ? count : others[index - 1]!.count;
});

/** The poisons of a cleaning set are of all attacks in equal parts; the first ones have one more where it does not go up. */
export const cleaningPoison = poisonStage(['clean.data.poisons', 'poison.others'], (document, index) => {
  const total = document.clean?.data.poisons ?? 0;
  const attacks = 1 + (attack(document).others ?? []).length;
  return Math.floor(total / attacks) + (index < total % attacks ? 1 : 0);
});
