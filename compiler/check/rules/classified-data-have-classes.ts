import { problem } from '../../diagnostics/problem.js';
import { classesHint, hasClasses } from './labelled.js';
import type { Rule } from './rule.js';

/** Pictures that are classified, or that classes are learned from, have classes. */
export const classifiedDataHaveClasses: Rule = {
  name: 'classifiedDataHaveClasses',
  reads: ['datasets', 'evaluate.dataset', 'evaluate.readouts'],
  check: ({ datasets, evaluate }, locate) => {
    const named = [
      [['evaluate', 'dataset'], evaluate.dataset],
      [['evaluate', 'readouts', 'dataset'], evaluate.readouts?.dataset],
    ] as const;
    return named.flatMap(([path, name]) =>
      name === undefined || hasClasses(datasets, name)
        ? []
        : problem(
            'EXPC434',
            `the pictures of \`${name}\` have no classes, and \`${path.join('.')}\` needs them`,
            {
              origin: locate(path),
              hint: classesHint(datasets, name),
              related: [{ message: 'the data set is here', place: locate(['datasets', name]).place }],
            },
          ),
    );
  },
};
