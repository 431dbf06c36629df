import type { AttemptEnd } from '../store/attempt.js';
import type { FileLayer } from '../store/files.js';
import type { DoneMarker } from '../store/stage-folder.js';
import { essenceOf } from './essence.js';
import { finishStage } from './finish.js';
import type { Outcome, StageTask } from './task.js';
import type { Work } from './work.js';

/**
 * Writes the done markers, the observers' first: after a crash between them the stage itself is taken up once more
 * and finds nothing left to do, while a measurement could no longer look at checkpoints that are gone.
 */
export function publish(
  task: StageTask,
  work: Work,
  observers: ReadonlyMap<string, Work>,
  measured: ReadonlySet<string>,
  files: FileLayer,
): Outcome {
  if (!work.claim.isNewest()) return { status: 'interrupted' };
  const observed = [...observers.keys()].filter((id) => measured.has(id));
  for (const id of observed) {
    const observer = observers.get(id)!;
    if (observer.claim.isNewest()) publishOne(task, observer, files);
  }
  const { seconds } = publishOne(task, work, files);
  return { status: 'done', observed, seconds };
}

function publishOne(task: StageTask, work: Work, files: FileLayer): DoneMarker {
  const { stage, inputs } = work.task;
  return finishStage({
    outputs: task.outputs,
    stage,
    inputs,
    started: work.started,
    origin: task.origin,
    files,
  });
}

/** Gives the claims up and says how it ended. */
export function release(
  outcome: Outcome,
  work: Work,
  observers: ReadonlyMap<string, Work>,
  measured: ReadonlySet<string>,
  wasStopped: boolean,
): void {
  for (const [id, observer] of observers) {
    const isDone = outcome.status === 'done' && measured.has(id);
    releaseOne(observer, { outcome: isDone ? 'done' : 'interrupted' });
  }
  if (outcome.status === 'failed') {
    const { message, hint } = outcome;
    releaseOne(work, { outcome: 'failed', message, ...(hint === null ? {} : { hint }) });
  } else if (outcome.status === 'interrupted' && !wasStopped && !work.claim.isNewest()) {
    releaseOne(work, { outcome: 'superseded' });
  } else if (outcome.status !== 'held') releaseOne(work, { outcome: outcome.status });
}

/** On a full disk even this fails: then the process's end is what frees the claim. */
function releaseOne({ claim, log }: Work, end: Omit<AttemptEnd, 'at'>): void {
  try {
    claim.release(end);
  } catch (error) {
    log(`the attempt's end could not be recorded: ${essenceOf(error).message}`);
  }
}
