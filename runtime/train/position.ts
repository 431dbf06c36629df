import { epochName, stepName } from '../store/checkpoint.js';

/** Where a training stands: stored in every checkpoint. Batches are counted within the running epoch. */
export interface Position {
  /** Epochs that are complete. */
  readonly epoch: number;
  /** Batches of the next epoch that are done. */
  readonly batch: number;
  /** Optimizer steps in all. */
  readonly step: number;
}

export const START: Position = { epoch: 0, batch: 0, step: 0 };

/** Name of the checkpoint taken at a position. */
export function checkpointName({ epoch, batch, step }: Position): string {
  return batch === 0 ? epochName(epoch) : stepName(step);
}

/** The position after one more batch of an epoch of `batches`. */
export function advance({ epoch, batch, step }: Position, batches: number): Position {
  return batch + 1 === batches
    ? { epoch: epoch + 1, batch: 0, step: step + 1 }
    : { epoch, batch: batch + 1, step: step + 1 };
}

/** Reads a position from a checkpoint's state; undefined when that is not one. */
export function asPosition(state: unknown): Position | undefined {
  if (typeof state !== 'object' || state === null) return undefined;
  const { epoch, batch, step } = state as Record<string, unknown>;
  const count = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
  return count(epoch) && count(batch) && count(step) ? { epoch, batch, step } : undefined;
}
