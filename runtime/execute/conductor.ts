import type { ScheduleOptions } from './schedule.js';
import type { StageResult } from './summary.js';

/** Brings the stages of a run to their ends: on this machine, or on a cluster. */
export interface Conductor {
  /** Resolves when everything that can be done is done, or, once stopped, when nothing of it runs. */
  run(): Promise<StageResult[]>;
  /** Begins nothing more and asks what runs to write a checkpoint and stop. */
  stop(why: string): void;
  /** Ends what runs at once. */
  kill(): void;
  /** What a signal asks for where the stages do not need this process: it ends, and they go on. Null: to stop. */
  readonly leave: (() => void) | null;
}

export interface MakeConductor {
  (options: ScheduleOptions): Conductor;
  /** For people: `as jobs of Slurm`. */
  readonly how?: string;
}
