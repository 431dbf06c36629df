import type { Diagnostic } from '../../document/diagnostic.js';
import { problem } from '../../diagnostics/problem.js';
import type { Rule } from './rule.js';

/** Poison in the cleaning set comes from an attack, and is not more than the set holds. */
export const cleaningPoisonFits: Rule = {
  name: 'cleaningPoisonFits',
  reads: ['clean.data.poisons', 'clean.data.size', 'poison'],
  check: ({ clean, poison }, locate): Diagnostic[] => {
    if (clean === undefined || clean.data.poisons === 0) return [];
    const origin = locate(['clean', 'data', 'poisons']);
    if (poison === undefined)
      return [
        problem('EXPC409', 'the cleaning set holds poison, but there is no attack', {
          origin,
          hint: 'describe the attack under `poison`, or set `poisons: 0`',
        }),
      ];
    if (clean.data.poisons <= clean.data.size) return [];
    return [
      problem(
        'EXPC410',
        `${clean.data.poisons} poisoned pairs do not fit into a cleaning set of ${clean.data.size}`,
        {
          origin,
          related: [{ message: 'its size is given here', place: locate(['clean', 'data', 'size']).place }],
        },
      ),
    ];
  },
};
