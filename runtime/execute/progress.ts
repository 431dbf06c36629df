import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryName } from '../store/atomic.js';
import { progressFile } from '../store/stage-folder.js';
import type { Progress } from './context.js';

/** At most this often is anybody told, whatever the pace of the steps. */
const tellMs = 200;
const writeMs = 1000;

/** Tells the scheduler and, for other processes that look, writes progress.json. A new epoch is told and written at once. */
export function throttledProgress(
  dir: string,
  tell: (progress: Progress) => void,
): (progress: Progress) => void {
  let told = -Infinity;
  let written = -Infinity;
  let epoch: number | undefined;
  return (progress) => {
    const now = performance.now();
    if (progress.epoch === epoch && now - told < tellMs && progress.fraction < 1) return;
    const isNew = progress.epoch !== epoch;
    epoch = progress.epoch;
    told = now;
    tell(progress);
    if (!isNew && now - written < writeMs) return;
    written = now;
    write(join(dir, progressFile), progress);
  };
}

function write(path: string, progress: Progress): void {
  try {
    const temporary = temporaryName(path);
    writeFileSync(temporary, JSON.stringify({ at: new Date().toISOString(), ...progress }));
    renameSync(temporary, path);
  } catch {
    // Progress is not a result: a disk that is full shows where results are written.
  }
}
