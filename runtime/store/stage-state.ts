import { join } from 'node:path';
import { readJson } from './atomic.js';
import { lifeOf, newestAttempt, readAttempt, type Attempt } from './attempt.js';
import { progressFile, readDone, stageFolder, type DoneMarker, type Sought } from './stage-folder.js';

/**
 * How a stage stands, by what is in the store and nothing else.
 * - `new`: never begun
 * - `running`: a process has it now
 * - `interrupted`: begun and stopped, or its process is gone; it goes on from its last checkpoint
 * - `failed`: its last attempt failed
 * - `done`
 */
export type StageState =
  | { readonly status: 'new' }
  | { readonly status: 'running'; readonly attempt: Attempt }
  | { readonly status: 'interrupted'; readonly attempt: Attempt | null }
  | {
      readonly status: 'failed';
      readonly attempt: Attempt;
      readonly message: string;
      readonly hint: string | null;
    }
  | { readonly status: 'done'; readonly marker: DoneMarker };

export type StageStatus = StageState['status'];

export function readStageState(outputs: string, stage: Sought): StageState {
  const marker = readDone(outputs, stage);
  if (marker !== null) return { status: 'done', marker };
  const dir = stageFolder(outputs, stage.id);
  const newest = newestAttempt(dir);
  if (newest === 0) return { status: 'new' };
  const attempt = readAttempt(dir, newest);
  if (attempt?.end?.outcome === 'failed') {
    const { message = 'failed', hint = null } = attempt.end;
    return { status: 'failed', attempt, message, hint };
  }
  const alive = lifeOf(dir, attempt, newest) === 'alive';
  return alive && attempt !== null ? { status: 'running', attempt } : { status: 'interrupted', attempt };
}

/** What a running stage last told of itself; null when it told nothing yet. */
export function readProgress(outputs: string, id: string): unknown {
  try {
    return readJson(join(stageFolder(outputs, id), progressFile)) ?? null;
  } catch {
    return null; // Never part of a result: half a file is no progress.
  }
}
