import type { StageStatus } from '../store/stage-state.js';
import type { TrackedRow } from './rows.js';
import type { TrackedTraining } from './trainings.js';

/** A program that people follow experiments with. Every method may throw: the sweep tells it and goes on later. */
export interface Tracker {
  readonly name: string;
  /** Where its results are, for people. */
  readonly place: string;
  /** Takes rows in the order of their steps; once it returns, they are not given again. */
  log(training: TrackedTraining, rows: readonly TrackedRow[], memory: Memory): Promise<void>;
  /** Told whenever the state of a training has changed. */
  state(training: TrackedTraining, status: StageStatus, memory: Memory): Promise<void>;
  flush(): Promise<void>;
}

/** What is remembered of a training between two sweeps, in a file of the tracker's. */
export interface Memory {
  /** Last step that was sent, by the file it comes from: the stage's folder and `train` or `metrics`. */
  readonly sent: Record<string, number>;
  status: StageStatus | null;
  /** The tracker's own name of the run. */
  run: string | null;
}

export function freshMemory(): Memory {
  return { sent: {}, status: null, run: null };
}
