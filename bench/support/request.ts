import type { Model } from '../../schema/generated/resolved.js';

/** What the benchmarks ask either side, see bench/peer/clip.py. */
export type StepRequest = TrainRequest | EmbedRequest;

interface Asked {
  readonly model: Model;
  /** Pairs of a step, or pictures embedded at once. */
  readonly batch: number;
  readonly precision: 'fp32' | 'bf16';
  /** Only PyTorch looks at it: torch.compile. */
  readonly compile: boolean;
  readonly steps: number;
}

export interface TrainRequest extends Asked {
  readonly kind: 'train';
  readonly mmcl: boolean;
  readonly ssl: boolean;
}

export interface EmbedRequest extends Asked {
  readonly kind: 'embed';
}

export interface StepAnswer {
  /** Of each step: on the clock, and of all processors together. */
  readonly seconds: readonly number[];
  readonly cpu_seconds: readonly number[];
  /** Largest resident memory of the process so far. */
  readonly peak_bytes: number;
  /** Of what it runs on. */
  readonly version: string;
}
