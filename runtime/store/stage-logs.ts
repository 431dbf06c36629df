import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isTemporary } from './atomic.js';
import { lifeOf, newestAttempt, readAttempt } from './attempt.js';
import { codeOf } from './files.js';
import { logFile, stageFolder } from './stage-folder.js';

/** Ids of the stages in a store that begin with `start`. */
export function stagesNamed(outputs: string, start: string): string[] {
  try {
    return readdirSync(join(outputs, 'stages'))
      .filter((id) => id.startsWith(start) && !isTemporary(id))
      .sort();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** The stages whose logs are of interest when none is named: those at work, else the one that was last. */
export function stagesAtWork(outputs: string): string[] {
  const all = stagesNamed(outputs, '');
  const running = all.filter((id) => isRunning(stageFolder(outputs, id)));
  if (running.length > 0) return running;
  const times = all.map((id) => ({ id, time: changedAt(logPath(outputs, id)) }));
  const last = times.reduce((a, b) => (b.time > a.time ? b : a), { id: '', time: 0 });
  return last.id === '' ? [] : [last.id];
}

function isRunning(dir: string): boolean {
  const newest = newestAttempt(dir);
  return newest > 0 && lifeOf(dir, readAttempt(dir, newest), newest) === 'alive';
}

export function logPath(outputs: string, id: string): string {
  return join(stageFolder(outputs, id), logFile);
}

/** The log of a stage, or its last lines; empty where there is none. */
export function readLog(outputs: string, id: string, lines = Infinity): string {
  const path = logPath(outputs, id);
  const text = changedAt(path) === 0 ? '' : readFileSync(path, 'utf8');
  if (lines === Infinity) return text;
  const all = text.split('\n');
  const end = text.endsWith('\n') ? 1 : 0;
  return all.slice(Math.max(0, all.length - lines - end)).join('\n');
}

function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
