import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { listFiles } from '../../store/digest.js';
import { bookkeeping, stageFolder } from '../../store/stage-folder.js';
import type { StageTask } from '../task.js';
import { essenceOfWords } from './refusal.js';

/** Name and size of all that a stage has written: when a start changed nothing, the next one would not either. */
export function footprint({ outputs, stage }: StageTask): string {
  const dir = stageFolder(outputs, stage.id);
  const files = listFiles(dir, bookkeeping);
  return files.map((path) => `${path} ${statSync(join(dir, path)).size}`).join('\n');
}

/** Name of this process's job for scontrol: an element of an array by the array's number and its place. */
export function ownJob(environment: NodeJS.ProcessEnv): string {
  const { SLURM_ARRAY_JOB_ID: array, SLURM_ARRAY_TASK_ID: place, SLURM_JOB_ID: job = '' } = environment;
  return array === undefined || place === undefined ? job : `${array}_${place}`;
}

const tries = 5;

/** Sends this process's own job back into the queue, under the same number; what Slurm says when it does not want to. */
export async function requeue(environment: NodeJS.ProcessEnv, waitMs = 2000): Promise<string | null> {
  const { execa } = await import('execa'); // Most jobs end without ever needing it.
  let words = '';
  for (let i = 0; i < tries; i++) {
    const { exitCode, stderr, message } = await execa('scontrol', ['requeue', ownJob(environment)], {
      reject: false,
      stdin: 'ignore',
      env: environment,
    });
    if (exitCode === 0) return null;
    words = essenceOfWords(stderr === undefined || stderr === '' ? (message ?? '') : stderr);
    if (i + 1 < tries) await sleep(waitMs * (i + 1));
  }
  return words;
}
