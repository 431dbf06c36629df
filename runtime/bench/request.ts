import type { StepCase } from './case.js';

/** What a measuring process is asked. */
export interface MeasureRequest {
  readonly case: StepCase;
  /** Folder of the data set that batches are made of. */
  readonly data: string;
  /** Pictures, or captions, embedded at once. */
  readonly evaluation: number;
  /** Time for steps; at least a few are measured. */
  readonly seconds: number;
}

/** What a process measured. Times are medians. */
export interface Measured {
  /** One step, its batch at hand. */
  readonly step_seconds: number;
  /** Waiting for a batch, a step. */
  readonly wait_seconds: number;
  /** Steps that were measured. */
  readonly steps: number;
  /** From the process's start to the end of its first step. */
  readonly begin_seconds: number;
  /** Most memory that the process held while it trained: of the GPU where it computes there, else of the machine. */
  readonly memory_bytes: number;
  /** Embedding in evaluation, one picture and one caption. */
  readonly picture_seconds: number;
  readonly caption_seconds: number;
  readonly versions: { readonly tfjs: string | null; readonly tensorflow: string | null };
}

/** What it answers. */
export type MeasureAnswer =
  | { readonly type: 'measured'; readonly measured: Measured }
  | { readonly type: 'failed'; readonly message: string; readonly hint: string | null };
