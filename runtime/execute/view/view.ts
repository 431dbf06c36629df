import type { Progress } from '../context.js';
import type { RunSummary, StageResult } from '../summary.js';

/** A stage as it is shown. */
export interface Shown {
  readonly id: string;
  readonly label: string;
}

/** What is known when a run begins. */
export interface Beginning {
  readonly experiment: string;
  /** Stages that are done already. */
  readonly done: number;
  /** Stages to do, in the order of the plan. */
  readonly stages: readonly Shown[];
  readonly jobs: number;
  readonly threads: number;
  /** How they are carried out, where it is not so many jobs at a time on this machine. */
  readonly how?: string;
}

/** Shows a run while it goes on. */
export interface View {
  begin(beginning: Beginning): void;
  started(stage: Shown, attempt: number): void;
  progress(stage: Shown, progress: Progress): void;
  /** Also of a stage that another process has done. */
  ended(stage: Shown, result: StageResult): void;
  /** A line between the stages: who holds one, a retry, a stop. */
  notice(line: string): void;
  /** Stops showing anything: the run failed as a whole. */
  close?(): Promise<void>;
  /** Resolves when all is written. */
  end(summary: RunSummary): Promise<void>;
}

/** Shows nothing. */
export const silentView: View = {
  begin() {},
  started() {},
  progress() {},
  ended() {},
  notice() {},
  end: () => Promise.resolve(),
};
