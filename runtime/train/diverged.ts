import { StageFailure } from '../execute/context.js';
import { allFinite, asFloat32, type NamedArrays } from '../store/array.js';
import type { StepResult } from './engine.js';
import type { Position } from './position.js';

const divergedHint = 'lower optimizer.lr or raise schedule.warmup_steps; the last good checkpoint is kept';

export function checkFinite(result: StepResult, step: number, epoch: number): void {
  if (Number.isFinite(result.loss)) return;
  throw new StageFailure(
    `the loss is ${result.loss} at step ${step} (epoch ${epoch}): the training diverged`,
    divergedHint,
  );
}

/** A gradient may overflow where the loss did not yet: a checkpoint of that would be no good one. */
export function checkWeights(tensors: NamedArrays, { step, epoch }: Position): void {
  for (const [name, array] of tensors) {
    if (array.dtype !== 'F32' || allFinite(asFloat32(array))) continue;
    throw new StageFailure(
      `${name} is no longer finite at step ${step} (after epoch ${epoch}): the training diverged`,
      divergedHint,
    );
  }
}
