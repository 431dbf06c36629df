import type { Diagnostic } from '../../document/diagnostic.js';
import { problem } from '../../diagnostics/problem.js';
import { joinCycle, storedResolution } from './joins.js';
import type { Rule } from './rule.js';

/** A join is not made of itself, and its parts store their pictures at one resolution. */
export const joinsFit: Rule = {
  name: 'joinsFit',
  reads: ['datasets'],
  check: ({ datasets }, locate) =>
    Object.entries(datasets).flatMap(([name, dataset]): Diagnostic[] => {
      if (dataset.kind !== 'join') return [];
      const origin = locate(['datasets', name, 'of']);
      const cycle = joinCycle(datasets, name);
      if (cycle !== null) {
        const way = cycle.map((one) => `\`${one}\``).join(' → ');
        return [problem('EXPC425', `the data set \`${name}\` is made of itself`, { origin, hint: way })];
      }
      const sides = dataset.of.map((part) => ({ part, side: storedResolution(datasets, part) }));
      const other = sides.find(({ side }) => side !== undefined && side !== sides[0]!.side);
      if (other === undefined) return [];
      return [
        problem(
          'EXPC426',
          `\`${sides[0]!.part}\` has pictures of ${sides[0]!.side} px and \`${other.part}\` of ${other.side} px`,
          { origin, label: 'one data set has pictures of one size' },
        ),
      ];
    }),
};
