import { problem } from '../../diagnostics/problem.js';
import type { Rule } from './rule.js';

/** Cleaning starts from an epoch that the pre-training reaches. */
export const epochExists: Rule = {
  name: 'epochExists',
  reads: ['clean.from', 'pretrain.epochs'],
  check: ({ clean, pretrain }, locate) => {
    if (typeof clean?.from !== 'number' || pretrain === undefined || clean.from <= pretrain.epochs) return [];
    return [
      problem(
        'EXPC412',
        `cleaning starts from epoch ${clean.from}, but pre-training has ${pretrain.epochs}`,
        {
          origin: locate(['clean', 'from']),
          related: [{ message: 'its epochs are given here', place: locate(['pretrain', 'epochs']).place }],
        },
      ),
    ];
  },
};
