import type { Stage } from '../../schema/plan.js';
import type { EvaluateStage } from '../../schema/stages/evaluation.js';

/** What a stage tells while it runs: shown in the live view and by `expc status`. Never part of a result. */
export interface Progress {
  /** Share done, 0..1. */
  readonly fraction: number;
  /** What is going on, when it is not plain training: `rendering 1200 of 4439`. */
  readonly note?: string;
  readonly epoch?: number;
  readonly epochs?: number;
  readonly step?: number;
  readonly steps?: number;
  readonly loss?: number;
  /** Pairs per second. */
  readonly rate?: number;
  /** Share of the last steps' time that went into waiting for data, 0..1. */
  readonly waiting?: number;
  /** Newest evaluation: metric name -> value. */
  readonly metrics?: Readonly<Record<string, number>>;
  readonly seconds_left?: number;
}

/** An evaluate stage that is carried out inside the process of the pre-training it measures. */
export interface Observer {
  readonly stage: EvaluateStage;
  /** The evaluate stage's own folder. */
  readonly dir: string;
  /** Folder of an input of the evaluate stage: `test` is the labelled data set. */
  readonly input: (role: string) => string;
  /** Tells that every epoch is measured and written: only then is the evaluate stage done with the pre-training. */
  finish(): void;
}

/** What a stage's code is given. It writes into `dir` only (and its observers' folders). */
export interface StageContext<S extends Stage = Stage> {
  readonly stage: S;
  /** The stage's own folder; exists; may hold the checkpoints of an earlier attempt. */
  readonly dir: string;
  /** Folder of a finished input stage. */
  input(role: keyof S['inputs'] & string): string;
  readonly observers: readonly Observer[];
  /** A line for the stage's log.txt. */
  log(line: string): void;
  progress(progress: Progress): void;
  /** True once the stage shall checkpoint and stop (SIGINT, SIGTERM, end of a job's time): then throw `StageInterrupted`. */
  stopRequested(): boolean;
}

/** Carries out one kind of stage; resolves when its artifacts are complete and on disk. */
export type StageRunner<S extends Stage = Stage> = (context: StageContext<S>) => Promise<void>;

/** Thrown by a runner that stopped because it was asked to, after it wrote a checkpoint. */
export class StageInterrupted extends Error {
  override readonly name = 'StageInterrupted';
}

/** Keys that lead to a value of an experiment. */
export type ValuePath = readonly string[];

/** A failure that a person can mend: bad data, diverged loss, no memory. Shown without a stack trace. */
export class StageFailure extends Error {
  override readonly name = 'StageFailure';
  constructor(
    message: string,
    /** What to do about it. */
    readonly hint?: string,
    /** The page in docs/errors that tells more: `EXPC601`. */
    readonly code?: string,
    /** Values of the experiment that may be at fault, by path; the first that is written down is. */
    readonly at: readonly ValuePath[] = [],
  ) {
    super(message);
  }
}
