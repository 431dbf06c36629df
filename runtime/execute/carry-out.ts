import { heartbeatSeconds } from '../store/attempt.js';
import { disk, type FileLayer } from '../store/files.js';
import { readDone, stageFolder } from '../store/stage-folder.js';
import { StageFailure, StageInterrupted, type Observer, type Progress, type StageRunner } from './context.js';
import { essenceOf } from './essence.js';
import { keepFirstDevice } from './own-devices.js';
import { throttledProgress } from './progress.js';
import { publish, release } from './publish.js';
import type { Message, ObserverTask, Outcome, StageRef, StageTask } from './task.js';
import { begin, type Work } from './work.js';

/** What carrying out a stage needs of the process it happens in. */
export interface Surroundings {
  /** Why the stage shall stop; null while it shall go on. */
  readonly stopReason: () => string | null;
  readonly tell: (message: Message) => void;
  readonly runnerOf: (task: StageTask) => Promise<StageRunner>;
  readonly files?: FileLayer;
}

/** Carries out a stage from claim to done marker. Never throws: whatever goes wrong is an outcome. */
export async function carryOut(task: StageTask, surroundings: Surroundings): Promise<Outcome> {
  const { files = disk } = surroundings;
  try {
    const work = await begin(task, task, files);
    return 'status' in work ? work : await runClaimed(task, work, surroundings);
  } catch (error) {
    const { message, hint } = essenceOf(error);
    return { status: 'failed', message, hint, mayRetry: false };
  }
}

async function runClaimed(task: StageTask, work: Work, surroundings: Surroundings): Promise<Outcome> {
  const { files = disk, tell } = surroundings;
  const observers = new Map<string, Work>();
  const measured = new Set<string>();
  let outcome: Outcome;
  try {
    checkInputs(task);
    for (const observer of task.observers) {
      const begun = await begin(task, observer, files);
      if (!('status' in begun)) observers.set(observer.stage.id, begun);
    }
    const { claim, dir } = work;
    tell({ type: 'started', attempt: claim.attempt, dir, observers: [...observers.keys()] });
    work.log(`attempt ${claim.attempt} of ${task.stage.id} by process ${process.pid}`);
    await keepFirstDevice(task.stage);
    const run = await surroundings.runnerOf(task);
    const context = contextOf(task, work, observers, measured, surroundings);
    const beat = setInterval(() => context.stopRequested(), heartbeatSeconds * 1000);
    await run(context).finally(() => clearInterval(beat));
    outcome = publish(task, work, observers, measured, files);
  } catch (error) {
    outcome = outcomeOf(error, work, surroundings);
  }
  release(outcome, work, observers, measured, surroundings.stopReason() !== null);
  return outcome;
}

/** Every input by its own done marker: whoever started this process may have been wrong. */
function checkInputs(task: StageTask): void {
  for (const [role, input] of Object.entries(task.inputs)) {
    if (readDone(task.outputs, input) === null) {
      throw new StageFailure(
        `its input ${role} (${input.id}) is not done`,
        'run the same command again: the input is made first',
      );
    }
  }
}

function contextOf(
  task: StageTask,
  { dir, claim, log }: Work,
  observers: ReadonlyMap<string, Work>,
  measured: Set<string>,
  { stopReason, tell }: Surroundings,
): Parameters<StageRunner>[0] {
  const watched = [claim, ...[...observers.values()].map((work) => work.claim)];
  const progress = throttledProgress(dir, (latest: Progress) => tell({ type: 'progress', progress: latest }));
  return {
    stage: task.stage,
    dir,
    input: (role: string) => inputFolder(task, role),
    observers: task.observers
      .filter(({ stage }) => observers.has(stage.id))
      .map((observer) => observerOf(task, observer, measured)),
    log,
    progress,
    stopRequested() {
      const current = watched.map((each) => each.beat()).every(Boolean);
      return !current || stopReason() !== null;
    },
  };
}

function inputFolder({ inputs, outputs, stage }: StageTask, role: string): string {
  const input: StageRef | undefined = inputs[role];
  if (input === undefined) throw new Error(`${stage.kind} has no input ${role}`);
  return stageFolder(outputs, input.id);
}

function observerOf(task: StageTask, { stage, inputs }: ObserverTask, measured: Set<string>): Observer {
  return {
    stage,
    dir: stageFolder(task.outputs, stage.id),
    input: (role) => stageFolder(task.outputs, inputs[role]!.id),
    finish: () => void measured.add(stage.id),
  };
}

function outcomeOf(error: unknown, { log, task }: Work, { stopReason }: Surroundings): Outcome {
  if (error instanceof StageInterrupted) {
    log(`stopped: ${stopReason() ?? 'a newer attempt took over'}`);
    return { status: 'interrupted' };
  }
  const { message, hint, stack } = essenceOf(error, task.stage);
  log(`failed: ${message}`);
  if (hint !== null) log(`hint: ${hint}`);
  if (stack !== null) log(stack);
  return { status: 'failed', message, hint, mayRetry: stack !== null };
}
