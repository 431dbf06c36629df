import { fork, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeJsonAtomic } from '../store/atomic.js';
import { attemptPath, newestAttempt, readAttempt } from '../store/attempt.js';
import { logFile, readDone, stageFolder } from '../store/stage-folder.js';
import { essenceOf, memoryHintFor } from './essence.js';
import type { Launched, Launcher } from './launcher.js';
import type { Command, Message, Outcome, StageTask } from './task.js';

/** The stage process's entry; from the sources, that of the build. */
export function childEntry(): string {
  const beside = fileURLToPath(new URL('./child.js', import.meta.url));
  return existsSync(beside)
    ? beside
    : fileURLToPath(new URL('../../dist/runtime/execute/child.js', import.meta.url));
}

/** Carries each stage out in a process of its own on this machine. */
export function localLauncher(entry = childEntry()): Launcher {
  return {
    launch(task, slot, tell) {
      let child: ChildProcess;
      try {
        child = start(entry, task, slot.environment);
      } catch (error) {
        return notStarted(error);
      }
      return watch(child, task, tell);
    },
  };
}

/** The environment of a stage's process: this one's, and what the launcher sets of it. */
export function stageEnvironment(set: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { GLIBC_TUNABLES } = process.env;
  const kept = GLIBC_TUNABLES === undefined ? {} : { GLIBC_TUNABLES }; // A person who set them meant it.
  return { ...process.env, ...set, ...kept };
}

function start(entry: string, task: StageTask, environment: Readonly<Record<string, string>>): ChildProcess {
  const dir = stageFolder(task.outputs, task.stage.id);
  mkdirSync(dir, { recursive: true });
  // Whatever the process prints, also in its last moment, goes to its log without passing through this process.
  const log = openSync(join(dir, logFile), 'a');
  try {
    const child = fork(entry, [], {
      stdio: ['ignore', log, log, 'ipc'],
      env: stageEnvironment(environment),
      execArgv: ['--enable-source-maps'],
    });
    send(child, { type: 'task', task });
    return child;
  } finally {
    closeSync(log);
  }
}

function notStarted(error: unknown): Launched {
  const { message, hint } = essenceOf(error);
  const outcome: Outcome = { status: 'failed', message, hint, mayRetry: true };
  return { outcome: Promise.resolve(outcome), stop() {}, kill() {} };
}

function watch(child: ChildProcess, task: StageTask, tell: (message: Message) => void): Launched {
  let told: Outcome | null = null;
  let killed = false;
  const outcome = new Promise<Outcome>((resolve) => {
    child.on('message', (message: Message) => {
      if (message.type === 'outcome') told = message.outcome;
      else tell(message);
    });
    child.on('error', (error) => resolve(recordDeath(task, child, essenceOf(error))));
    child.on('exit', (code, signal) => {
      if (told !== null) resolve(told.status === 'failed' ? recordDeath(task, child, told) : told);
      else if (killed) resolve({ status: 'interrupted' });
      else resolve(died(task, child, code, signal));
    });
  });
  return {
    outcome,
    stop(why) {
      send(child, { type: 'stop', why });
      child.kill('SIGTERM'); // In case the channel is broken; to be asked twice is the same.
    },
    kill() {
      killed = true;
      child.kill('SIGKILL');
    },
  };
}

function send(child: ChildProcess, command: Command): void {
  if (child.connected) child.send(command, () => {});
}

/** The outcome of a process that ended without a word. */
function died(task: StageTask, child: ChildProcess, code: number | null, signal: string | null): Outcome {
  // It may have died between its done marker and its last word.
  if (readDone(task.outputs, task.stage) !== null) return { status: 'done', observed: [], seconds: 0 };
  const log = join(stageFolder(task.outputs, task.stage.id), logFile);
  if (signal === 'SIGKILL') {
    const message = 'its process was killed (SIGKILL), most likely because memory ran out';
    return recordDeath(task, child, { message, hint: memoryHintFor(task.stage) });
  }
  const how = signal === null ? `ended with exit code ${code}` : `crashed (${signal})`;
  return recordDeath(task, child, { message: `its process ${how}`, hint: `the log may say more: ${log}` });
}

/** Says for a process that could not how its attempt ended, so that the store tells it too. */
function recordDeath(
  { outputs, stage }: StageTask,
  child: ChildProcess,
  failure: { readonly message: string; readonly hint: string | null; readonly mayRetry?: boolean },
): Outcome {
  const { message, hint, mayRetry = true } = failure;
  const dir = stageFolder(outputs, stage.id);
  const number = newestAttempt(dir);
  const attempt = readAttempt(dir, number);
  if (
    attempt !== null &&
    attempt.pid === child.pid &&
    attempt.scheduler?.pid === process.pid &&
    attempt.end === null
  ) {
    const end = {
      at: new Date().toISOString(),
      outcome: 'failed',
      message,
      ...(hint === null ? {} : { hint }),
    };
    try {
      writeJsonAtomic(attemptPath(dir, number), { ...attempt, end });
    } catch {
      // The disk is full, or gone: the outcome is told all the same, and a dead process holds no claim.
    }
  }
  return { status: 'failed', message, hint, mayRetry };
}
