import type { Diagnostic } from '../../document/diagnostic.js';
import { problem } from '../../diagnostics/problem.js';
import { classesHint, hasClasses } from './labelled.js';
import type { Rule } from './rule.js';

/** A loss that learns classes is told where they come from. */
export const lossesHaveData: Rule = {
  name: 'lossesHaveData',
  reads: [
    'pretrain.objective',
    'pretrain.pseudo_labels',
    'pretrain.dataset',
    'clean.objective',
    'clean.pseudo_labels',
    'clean.data',
    'datasets',
  ],
  check: (experiment, locate) =>
    (['pretrain', 'clean'] as const).flatMap((section): Diagnostic[] => {
      const training = experiment[section];
      if (training === undefined) return [];
      const { pseudo_labels: pseudo = 0, supervised = 0 } = training.objective;
      const found: Diagnostic[] = [];
      if (pseudo > 0 && training.pseudo_labels === undefined)
        found.push(
          problem('EXPC421', `\`${section}.objective.pseudo_labels\` has a weight, but there is no teacher`, {
            origin: locate([section, 'objective', 'pseudo_labels']),
            hint: `say who labels the pictures, for example \`${section}.pseudo_labels: { teacher: { kind: csv, path: labels.csv } }\``,
          }),
        );
      const name = section === 'clean' ? (experiment.clean?.data.dataset ?? null) : null;
      const trained = name ?? experiment.pretrain?.dataset ?? '';
      if (supervised > 0 && !hasClasses(experiment.datasets, trained))
        found.push(
          problem(
            'EXPC421',
            `\`${section}.objective.supervised\` has a weight, but its data have no classes`,
            {
              origin: locate([section, 'objective', 'supervised']),
              hint: classesHint(experiment.datasets, trained),
            },
          ),
        );
      return found;
    }),
};
