import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { newestAttempt, readAttempt, type Attempt } from '../store/attempt.js';
import { isAlive } from '../store/owner.js';
import { askSessionToStop, readSessions, type Session } from '../store/sessions.js';

/** Who was asked to stop. */
export interface StopRequest {
  readonly runs: readonly Session[];
  /** Stages of this machine whose scheduler is gone. */
  readonly orphans: readonly Attempt[];
}

/** Asks the runs in a store, or those of one experiment, to write checkpoints and stop, as Ctrl-C does. */
export function requestStop(outputs: string, experiment?: string): StopRequest {
  const runs = readSessions(outputs).filter(
    (session) => experiment === undefined || session.experiment === experiment,
  );
  for (const session of runs) askSessionToStop(outputs, session);
  const orphans = experiment === undefined ? orphansIn(outputs) : [];
  for (const { pid } of orphans) terminate(pid);
  return { runs, orphans };
}

/** Whether all who were asked are gone. */
export function isStopped(outputs: string, { runs, orphans }: StopRequest): boolean {
  const left = new Set(readSessions(outputs).map(({ token }) => token));
  return runs.every(({ token }) => !left.has(token)) && orphans.every((orphan) => isAlive(orphan) !== true);
}

function orphansIn(outputs: string): Attempt[] {
  const folder = join(outputs, 'stages');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((id) => {
    const dir = join(folder, id);
    const attempt = readAttempt(dir, newestAttempt(dir));
    if (attempt === null || attempt.end !== null || isAlive(attempt) !== true) return [];
    return attempt.scheduler === null || isAlive(attempt.scheduler) === false ? [attempt] : [];
  });
}

function terminate(pid: number): void {
  try {
    process.kill(pid, 'SIGTERM');
  } catch {
    // It has just ended.
  }
}
