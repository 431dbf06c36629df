import { problem } from '../../diagnostics/problem.js';
import type { Rule } from './rule.js';

/** A micro-batch is not larger than the batch that it is a part of. */
export const partsFitBatch: Rule = {
  name: 'partsFitBatch',
  reads: ['pretrain.micro_batch_size', 'pretrain.batch_size', 'clean.micro_batch_size', 'clean.batch_size'],
  check: (experiment, locate) =>
    (['pretrain', 'clean'] as const).flatMap((section) => {
      const training = experiment[section];
      const size = training?.micro_batch_size;
      if (training === undefined || size === undefined || size <= training.batch_size) return [];
      return [
        problem(
          'EXPC422',
          `a micro-batch of ${size} pairs is larger than the batch of ${training.batch_size}`,
          {
            origin: locate([section, 'micro_batch_size']),
            related: [{ message: 'the batch is given here', place: locate([section, 'batch_size']).place }],
          },
        ),
      ];
    }),
};
