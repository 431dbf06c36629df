import type { Slot } from './slots.js';
import type { Message, Outcome, StageTask } from './task.js';

/** Where stages are carried out: in processes of this machine, or as jobs of a cluster. */
export interface Launcher {
  /** Starts a stage. `tell` is called with all that its process says but its outcome. */
  launch(task: StageTask, slot: Slot, tell: (message: Message) => void): Launched;
}

/** A stage that was started. */
export interface Launched {
  /** Never rejects: that a process could not be started, or died, is an outcome too. */
  readonly outcome: Promise<Outcome>;
  /** Asks it to write a checkpoint and stop. */
  stop(why: string): void;
  /** Ends it at once. */
  kill(): void;
}
