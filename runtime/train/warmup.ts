import type { TrainingConfig } from '../../schema/stages/training.js';

/**
 * A line for the log where the warm-up is not over when the training ends; null otherwise. Of a cleaning the check of
 * the experiment says it; how many batches a pre-training has, only its data tell.
 *
 * @param batches of an epoch
 */
export function warmupNote({ schedule, epochs }: TrainingConfig, batches: number): string | null {
  const steps = epochs * batches;
  const { warmup_steps: warmup } = schedule;
  if (warmup === 0 || warmup < steps) return null;
  return `warning: EXPC408: the warm-up of ${warmup} steps is not over when the training ends after ${steps}: the peak learning rate is never reached`;
}
