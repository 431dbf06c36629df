import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isTemporary, readJson } from './atomic.js';
import { codeOf } from './files.js';
import { isAlive, type Owner } from './owner.js';

/** How an attempt ended. */
export interface AttemptEnd {
  readonly at: string;
  /** `superseded`: it saw a newer attempt and stopped. */
  readonly outcome: 'done' | 'failed' | 'interrupted' | 'superseded';
  /** The essence, for people. */
  readonly message?: string;
  /** What to do about it. */
  readonly hint?: string;
}

/** One attempt at a stage: while it has no end, the claim of the process that carries the stage out. */
export interface Attempt extends Owner {
  readonly version: 1;
  readonly attempt: number;
  /** Unique. */
  readonly token: string;
  readonly since: string;
  /** The process that started it and waits for it. */
  readonly scheduler: Owner | null;
  /** `cpu`, or the GPU as CUDA_VISIBLE_DEVICES names it. */
  readonly device?: string;
  readonly end: AttemptEnd | null;
}

/** Whether a claim still holds. `silent`: its process is on another machine and has not been heard of for long. */
export type Life = 'alive' | 'dead' | 'silent';

export const heartbeatSeconds = 10;
/** Without a heartbeat for this long, a process on another machine is taken to be gone. */
export const leaseSeconds = 120;

export const attemptsFolder = 'attempts';

export function attemptPath(stageDir: string, attempt: number): string {
  return join(stageDir, attemptsFolder, `${String(attempt).padStart(4, '0')}.json`);
}

/** Number of the newest attempt; 0 when there was none. */
export function newestAttempt(stageDir: string): number {
  let names: string[];
  try {
    names = readdirSync(join(stageDir, attemptsFolder));
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return 0;
    throw error;
  }
  const numbers = names.filter((name) => !isTemporary(name)).map((name) => Number.parseInt(name, 10));
  return Math.max(0, ...numbers.filter(Number.isInteger));
}

/** Every attempt, oldest first. Those whose record is unreadable are left out. */
export function readAttempts(stageDir: string): Attempt[] {
  const newest = newestAttempt(stageDir);
  return Array.from({ length: newest }, (_, index) => readAttempt(stageDir, index + 1)).filter(
    (attempt) => attempt !== null,
  );
}

/** An attempt's record; null when it is missing or damaged. */
export function readAttempt(stageDir: string, attempt: number): Attempt | null {
  try {
    const value = readJson(attemptPath(stageDir, attempt)) as Partial<Attempt> | null | undefined;
    return value?.version === 1 && typeof value.pid === 'number' ? (value as Attempt) : null;
  } catch {
    return null;
  }
}

/**
 * Whether the process of an attempt is still at work.
 *
 * @param now milliseconds of the clock that stamps the folder's files
 */
export function lifeOf(stageDir: string, attempt: Attempt | null, number: number, now = Date.now()): Life {
  if (attempt !== null && attempt.end !== null) return 'dead';
  const alive = attempt === null ? null : isAlive(attempt);
  if (alive !== null) return alive ? 'alive' : 'dead';
  const beat = lastBeat(stageDir, number);
  return beat !== null && now - beat < leaseSeconds * 1000 ? 'alive' : 'silent';
}

/** When an attempt was last heard of, in milliseconds of the file system's clock. */
export function lastBeat(stageDir: string, attempt: number): number | null {
  try {
    return statSync(attemptPath(stageDir, attempt)).mtimeMs;
  } catch {
    return null;
  }
}
