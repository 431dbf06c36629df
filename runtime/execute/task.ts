import type { Stage } from '../../schema/plan.js';
import type { EvaluateStage } from '../../schema/stages/evaluation.js';
import type { Owner } from '../store/owner.js';
import type { Origin } from '../store/provenance.js';
import type { Progress } from './context.js';

/** What a stage's process is told: all that it needs, as JSON. */
export interface StageTask {
  readonly version: 1;
  /** Absolute path of the store. */
  readonly outputs: string;
  readonly stage: Stage;
  /** The stages that are inputs, by role. */
  readonly inputs: Readonly<Record<string, StageRef>>;
  readonly observers: readonly ObserverTask[];
  /** Module whose `runners` carry out the stages; null for the program's own. */
  readonly runners: string | null;
  readonly origin: Origin;
  readonly scheduler: Owner | null;
}

export interface StageRef {
  readonly id: string;
  readonly key: string;
}

export interface ObserverTask {
  readonly stage: EvaluateStage;
  readonly inputs: Readonly<Record<string, StageRef>>;
}

/** How a stage's process ended. */
export type Outcome =
  | {
      readonly status: 'done';
      /** Ids of the observers that are done with it. */
      readonly observed: readonly string[];
      readonly seconds: number;
    }
  | {
      readonly status: 'failed';
      readonly message: string;
      readonly hint: string | null;
      /** Whether trying again may help: the process died, rather than found something wrong. */
      readonly mayRetry: boolean;
    }
  | { readonly status: 'interrupted' }
  /** Another process has it. `by` says which, for people. */
  | { readonly status: 'held'; readonly by: string };

/** What a stage's process tells the scheduler. */
export type Message =
  | {
      readonly type: 'started';
      readonly attempt: number;
      readonly dir: string;
      readonly observers: readonly string[];
    }
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'outcome'; readonly outcome: Outcome };

/** What the scheduler tells a stage's process. */
export type Command =
  { readonly type: 'task'; readonly task: StageTask } | { readonly type: 'stop'; readonly why: string };

/** Exit codes of a stage's process, for those that only see these. */
export const exitCodes: Readonly<Record<Outcome['status'], number>> = {
  done: 0,
  failed: 1,
  held: 73,
  interrupted: 75,
};
