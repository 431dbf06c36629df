import { statSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
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
export async function requeue(environment: NodeJS.ProcessEnv): Promise<string | null> {
  let words = '';
  for (let i = 0; i < tries; i++) {
    const { exitCode, stderr, message } = await execa('scontrol', ['requeue', ownJob(environment)], {
      reject: false,
      stdin: 'ignore',
    });
    if (exitCode === 0) return null;
    words = essenceOfWords(stderr === undefined || stderr === '' ? (message ?? '') : stderr);
    await new Promise((resolve) => setTimeout(resolve, 2000 * (i + 1)));
  }
  return words;
}
