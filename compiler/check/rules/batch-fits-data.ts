import { problem } from '../../diagnostics/problem.js';
import type { Rule } from './rule.js';

/** A batch of cleaning is not larger than the cleaning set: the incomplete batch at the end of an epoch is dropped. */
export const batchFitsData: Rule = {
  name: 'batchFitsData',
  reads: ['clean.batch_size', 'clean.data.size'],
  check: ({ clean }, locate) => {
    if (clean === undefined || clean.batch_size <= clean.data.size) return [];
    return [
      problem(
        'EXPC402',
        `a batch of ${clean.batch_size} pairs is larger than the cleaning set of ${clean.data.size}`,
        {
          origin: locate(['clean', 'batch_size']),
          label: 'no batch would ever be complete',
          related: [
            { message: 'the cleaning set is given here', place: locate(['clean', 'data', 'size']).place },
          ],
        },
      ),
    ];
  },
};
