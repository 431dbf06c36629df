import { problem } from '../../diagnostics/problem.js';
import type { Rule } from './rule.js';

/** The warm-up of a cleaning ends before the cleaning does. (How long pre-training is, only its data tell.) */
export const warmupFitsTraining: Rule = {
  name: 'warmupFitsTraining',
  reads: ['clean.schedule.warmup_steps', 'clean.batch_size', 'clean.data.size', 'clean.epochs'],
  check: ({ clean }, locate) => {
    if (clean === undefined) return [];
    const steps = Math.floor(clean.data.size / clean.batch_size) * clean.epochs;
    const warmup = clean.schedule.warmup_steps;
    if (warmup === 0 || steps === 0 || warmup < steps) return [];
    return [
      problem('EXPC408', `the warm-up of ${warmup} steps is not over when cleaning ends after ${steps}`, {
        origin: locate(['clean', 'schedule', 'warmup_steps']),
        label: 'the peak learning rate is never reached',
        hint: `cleaning has ${clean.data.size} / ${clean.batch_size} steps an epoch, ${clean.epochs} epochs`,
      }),
    ];
  },
};
