import type { Schedule } from '../../schema/generated/resolved.js';

/** Everything that the learning rate depends on apart from the step. */
export interface LearningRate extends Schedule {
  /** Peak learning rate. */
  readonly base: number;
  /** Batches of an epoch. */
  readonly batches: number;
  readonly epochs: number;
  /** Epochs of the shorter training that this one goes on from. */
  readonly continues?: number | undefined;
}

/**
 * The learning rate of a step, counted from 0: linear warm-up to `base` over W steps, base (t + 1) / W, then a half
 * cosine, base / 2 (1 + cos(π (t - W) / (S - W))), S = batches × epochs (arXiv 1608.03983 without restarts).
 *
 * With `step_origin: study`, t = step + batches, as the study's loop counted: the first epoch's worth of the schedule
 * is never seen, and in the last epoch t runs past S, where the cosine rises again from 0.
 *
 * A training that goes on from a shorter one (`continues` epochs) starts from the rate at which that ended and rises in
 * a straight line to the rate of a training of all `epochs`: over W steps, or over one epoch where W is 0.
 *
 * Where the warm-up is exactly as long as the training, the study's formula divides 0 by 0 at t = S (its program
 * stopped there); here the rate is then 0, the value at the end of every other schedule.
 */
export function learningRate(schedule: LearningRate, step: number): number {
  const { batches, continues: shorter, warmup_steps: warmup } = schedule;
  const whole = scheduledRate(schedule, step);
  if (shorter === undefined) return whole;
  const joint = batches * shorter;
  const before = scheduledRate({ ...schedule, epochs: shorter }, joint);
  const share = Math.min(1, (step - joint + 1) / (warmup > 0 ? warmup : batches));
  return before + (whole - before) * share;
}

function scheduledRate(schedule: LearningRate, step: number): number {
  const { base, batches, epochs, warmup_steps: warmup, step_origin: origin } = schedule;
  const t = origin === 'study' ? step + batches : step;
  const total = batches * epochs;
  if (t < warmup) return (base * (t + 1)) / warmup;
  if (warmup === total) return 0;
  return 0.5 * (1 + Math.cos((Math.PI * (t - warmup)) / (total - warmup))) * base;
}
