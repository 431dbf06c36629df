import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '../../../../schema/plan.js';
import { newestAttempt, readAttempt } from '../../../../runtime/store/attempt.js';
import { isAlive } from '../../../../runtime/store/owner.js';
import type { Built } from './build.js';

/** A scheduler in a process of its own. */
export interface SchedulerProcess {
  readonly process: ChildProcess;
  /** Resolves at its end with its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  output(): string;
}

let count = 0;

export function startScheduler(
  built: Built,
  plan: Plan,
  outputs: string,
  jobs: number,
  view: 'plain' | 'live' = 'plain',
): SchedulerProcess {
  const file = `${outputs}-options-${count++}.json`;
  const { child, runners } = built;
  writeFileSync(file, JSON.stringify({ plan, outputs, jobs, child, runners, pollSeconds: 0.1, view }));
  const process_ = spawn(process.execPath, [built.scheduler, file], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LISTR_FORCE_TTY: '1' }, // The live view draws into the pipe as into a terminal.
  });
  let text = '';
  for (const stream of [process_.stdout, process_.stderr])
    stream.on('data', (data) => (text += String(data)));
  return {
    process: process_,
    ended: new Promise((resolve) => process_.on('close', (code, signal) => resolve(code ?? signal!))),
    output: () => text,
  };
}

/** Process ids of the stages that are being carried out in a store. */
export function stageProcesses(outputs: string): number[] {
  const stages = join(outputs, 'stages');
  if (!existsSync(stages)) return [];
  return readdirSync(stages).flatMap((id) => {
    const dir = join(stages, id);
    const attempt = readAttempt(dir, newestAttempt(dir));
    return attempt !== null && attempt.end === null && isAlive(attempt) === true ? [attempt.pid] : [];
  });
}

export function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has just ended.
  }
}
