import { problem } from '../../diagnostics/problem.js';
import type { Rule } from './rule.js';

/** The classes that are kept in any case are not more than the classes kept. */
export const classesFit: Rule = {
  name: 'classesFit',
  reads: ['datasets'],
  check: ({ datasets }, locate) =>
    Object.entries(datasets).flatMap(([name, dataset]) => {
      const classes = 'classes' in dataset ? dataset.classes : undefined;
      if (classes === undefined || classes.include.length <= classes.count) return [];
      const path = ['datasets', name, 'classes'];
      return problem('EXPC414', `${classes.include.length} classes are to be among ${classes.count}`, {
        origin: locate([...path, 'include']),
        related: [{ message: 'the number kept is given here', place: locate([...path, 'count']).place }],
      });
    }),
};
