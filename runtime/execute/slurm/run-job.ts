import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeJsonAtomic } from '../../store/atomic.js';
import { jobOf } from '../../store/owner.js';
import { readDone, stageFolder } from '../../store/stage-folder.js';
import { carryOut } from '../carry-out.js';
import { stageLog } from '../log.js';
import { loadRunner } from '../runners.js';
import { exitCodes, type Outcome, type StageTask } from '../task.js';
import { endFile, readBatchOf, taskFile, type JobEnd } from './batch-folder.js';
import { recordFailure, timeHint } from './death.js';
import { footprint, requeue } from './requeue.js';

/** What a job was asked by signals. */
export interface Asked {
  readonly stop: string | null;
  /** The time limit is near. */
  readonly warned: boolean;
}

/** The inputs are not there: nothing was begun. EX_UNAVAILABLE of sysexits.h. */
const noInputs = 69;
/** On a shared folder a done marker may show late. */
const inputPatienceMs = 60_000;
const inputLookMs = 500;
const heldLookMs = 5000;

/** Carries out one job of a batch; the exit code. */
export async function runJob(folder: string, index: number, asked: Asked): Promise<number> {
  const task = JSON.parse(readFileSync(taskFile(folder, index), 'utf8')) as StageTask;
  const log = stageLog(stageFolder(task.outputs, task.stage.id));
  const end = (status: JobEnd['status'], message: string | null = null) => {
    const at = new Date().toISOString();
    const { id = '' } = jobOf(process.env) ?? {};
    writeJsonAtomic(endFile(folder, index), { at, job: id, status, message } satisfies JobEnd);
  };
  // A job whose process saved and ended well is started again all the same when it was preempted just then.
  if (readDone(task.outputs, task.stage) === null && !(await inputsAreThere(task, asked))) {
    log(`an input is not done: ${missingInputs(task).join(', ')}`);
    end('no-inputs', `its inputs were not done: ${missingInputs(task).join(', ')}`);
    return noInputs;
  }
  const before = footprint(task);
  const outcome = await untilFree(task, asked);
  const isStopped = outcome.status === 'interrupted' || outcome.status === 'held';
  if (isStopped && asked.warned && readBatchOf(folder).requeue) {
    if (outcome.status === 'interrupted' && footprint(task) === before) return giveUp(task, log, end);
    end('requeued');
    log('its time limit is near: it goes back into the queue');
    const trouble = await requeue(process.env);
    if (trouble !== null) {
      log(`it could not go back into the queue: ${trouble}`);
      end('interrupted', `it could not go back into the queue: ${trouble}`);
    }
  } else end(outcome.status, outcome.status === 'failed' ? outcome.message : null);
  return exitCodes[outcome.status];
}

/** Waits while another process has the stage. */
async function untilFree(task: StageTask, asked: Asked): Promise<Outcome> {
  for (;;) {
    const outcome = await carryOut(withPossibleObservers(task), {
      stopReason: () => asked.stop,
      tell() {},
      runnerOf: ({ stage, runners }) => loadRunner(stage, runners),
    });
    if (outcome.status !== 'held' || asked.stop !== null) return outcome;
    await sleep(heldLookMs);
  }
}

/** What has got nowhere would get nowhere again, for as long as nobody looks. */
function giveUp(
  { outputs, stage }: StageTask,
  log: (line: string) => void,
  end: (status: JobEnd['status'], message: string) => void,
): number {
  const message = 'nothing was saved between its start and the warning before its time limit';
  log(`${message}: it does not go back into the queue`);
  recordFailure(outputs, stage, ({ pid }) => pid === process.pid, { message, hint: timeHint(stage.kind) });
  end('failed', message);
  return exitCodes.failed;
}

function missingInputs({ outputs, inputs }: StageTask): string[] {
  return Object.values(inputs)
    .filter((input) => readDone(outputs, input) === null)
    .map(({ id }) => id);
}

async function inputsAreThere(task: StageTask, asked: Asked): Promise<boolean> {
  const patience = performance.now() + inputPatienceMs;
  while (missingInputs(task).length > 0) {
    if (asked.stop !== null || performance.now() > patience) return false;
    await sleep(inputLookMs);
  }
  return true;
}

/** A measurement whose data are not there is left for a run to come, rather than the training. */
function withPossibleObservers(task: StageTask): StageTask {
  const observers = task.observers.filter(({ inputs }) =>
    Object.entries(inputs).every(
      ([role, input]) => role === 'model' || readDone(task.outputs, input) !== null,
    ),
  );
  return { ...task, observers };
}
