import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { StageKind } from '../../../schema/plan.js';
import { readJson, writeFileAtomic, writeJsonAtomic } from '../../store/atomic.js';
import type { Owner } from '../../store/owner.js';
import { logFile, stageFolder } from '../../store/stage-folder.js';
import type { StageRef, StageTask } from '../task.js';
import { slurmFolder } from './name.js';

/** What is written down of jobs before they are submitted, in `outputs/slurm/<id>/batch.json`. */
export interface Batch {
  readonly version: 1;
  readonly id: string;
  /** Name of the job. */
  readonly name: string;
  readonly experiment: string;
  readonly kind: StageKind;
  /** The stage and its observers of each job, by place. */
  readonly elements: readonly (readonly StageRef[])[];
  readonly isArray: boolean;
  readonly requeue: boolean;
  readonly made: string;
  /** The process that submits it. */
  readonly by: Owner;
  readonly uid: number;
}

/** A batch as it is on disk, with the number that Slurm gave it, unless nobody came to write that down. */
export interface KnownBatch extends Batch {
  readonly job: string | null;
}

/** How a job ended, in its own words: `outputs/slurm/<batch>/<place>.end.json`. */
export interface JobEnd {
  readonly at: string;
  readonly job: string;
  readonly status: 'done' | 'failed' | 'interrupted' | 'held' | 'requeued' | 'no-inputs';
  readonly message: string | null;
}

const batchFile = 'batch.json';
const jobFile = 'job.json';
export const scriptFile = 'job.sh';

export const batchFolder = (outputs: string, id: string) => join(slurmFolder(outputs), id);
export const taskFile = (folder: string, index: number) => join(folder, `${index}.task.json`);
export const endFile = (folder: string, index: number) => join(folder, `${index}.end.json`);

/** The log of a job: of an array's, with Slurm's pattern for the place. */
export const jobLog = (folder: string, index: number | '%a') => join(folder, `${index}.log`);

/** Writes all that a job needs; its log is the stage's own, under a name that Slurm can form. */
export function writeBatch(
  outputs: string,
  batch: Batch,
  tasks: readonly StageTask[],
  script: string,
): string {
  const folder = batchFolder(outputs, batch.id);
  mkdirSync(folder, { recursive: true });
  tasks.forEach((task, index) => {
    mkdirSync(stageFolder(outputs, task.stage.id), { recursive: true });
    writeJsonAtomic(taskFile(folder, index), task);
    symlinkSync(join('..', '..', 'stages', task.stage.id, logFile), jobLog(folder, index));
  });
  writeFileAtomic(join(folder, scriptFile), script);
  writeJsonAtomic(join(folder, batchFile), batch);
  return folder;
}

export function recordJob(outputs: string, id: string, job: string): void {
  writeJsonAtomic(join(batchFolder(outputs, id), jobFile), { job });
}

export function removeBatch(outputs: string, id: string): void {
  rmSync(batchFolder(outputs, id), { recursive: true, force: true });
}

/** Every batch of a store, oldest first. */
export function readBatches(outputs: string): KnownBatch[] {
  const folder = slurmFolder(outputs);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readBatch(join(folder, name)) ?? [])
    .sort((a, b) => a.made.localeCompare(b.made) || a.id.localeCompare(b.id));
}

function readBatch(folder: string): KnownBatch | null {
  try {
    const batch = readJson(join(folder, batchFile)) as Batch | undefined;
    const job = readJson(join(folder, jobFile)) as { job: string } | undefined;
    return batch === undefined ? null : { ...batch, job: job?.job ?? null };
  } catch {
    return null; // Half a record: nothing was submitted by it.
  }
}

export function readBatchOf(folder: string): Batch {
  return readJson(join(folder, batchFile)) as Batch;
}

export function readEnd(outputs: string, batch: string, index: number): JobEnd | null {
  try {
    return (readJson(endFile(batchFolder(outputs, batch), index)) as JobEnd | undefined) ?? null;
  } catch {
    return null;
  }
}
