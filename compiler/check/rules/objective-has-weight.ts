import { problem } from '../../diagnostics/problem.js';
import type { Rule } from './rule.js';

/** Some loss has a weight above 0. */
export const objectiveHasWeight: Rule = {
  name: 'objectiveHasWeight',
  reads: ['pretrain.objective', 'clean.objective'],
  check: (experiment, locate) =>
    (['pretrain', 'clean'] as const).flatMap((section) => {
      const objective = experiment[section]?.objective;
      if (objective === undefined || Object.values(objective).some((weight) => Number(weight) > 0)) return [];
      return problem('EXPC405', `the objective of \`${section}\` has no loss with a weight above 0`, {
        origin: locate([section, 'objective']),
        hint: 'give `mmcl` or `ssl` a weight, for example `{ mmcl: 1 }`',
      });
    }),
};
