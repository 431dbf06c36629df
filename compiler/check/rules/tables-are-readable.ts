import type { Diagnostic } from '../../document/diagnostic.js';
import { problem } from '../../diagnostics/problem.js';
import type { Rule } from './rule.js';

/** Columns are named by what there is to name them by; what asks for pictures to be read has them read. */
export const tablesAreReadable: Rule = {
  name: 'tablesAreReadable',
  reads: ['datasets'],
  check: ({ datasets }, locate) =>
    Object.entries(datasets).flatMap(([name, dataset]): Diagnostic[] => {
      const at = (key: string) => locate(['datasets', name, key]);
      const found: Diagnostic[] = [];
      if (dataset.kind === 'csv' && dataset.header === false)
        for (const key of ['image_column', 'caption_column', 'label_column'] as const)
          if (typeof dataset[key] === 'string')
            found.push(
              problem('EXPC429', `without a header there is no column \`${dataset[key]}\``, {
                origin: at(key),
                hint: `give its place: \`${key}: 0\` is the first column`,
              }),
            );
      if (!('unreadable' in dataset) || dataset.unreadable !== 'unchecked') return found;
      const related = [{ message: 'nothing is read here', place: at('unreadable').place }];
      if (dataset.storage === 'decoded' || dataset.storage === 'encoded')
        found.push(
          problem('EXPC430', `pictures that are not looked at cannot be stored \`${dataset.storage}\``, {
            origin: at('storage'),
            hint: 'leave them in their `files`',
            related,
          }),
        );
      if (dataset.filter?.duplicates === 'content')
        found.push(
          problem('EXPC430', 'pictures that are not looked at cannot be compared by `content`', {
            origin: locate(['datasets', name, 'filter', 'duplicates']),
            hint: 'compare them by `picture`, which is their path, or set `unreadable: drop`',
            related,
          }),
        );
      return found;
    }),
};
