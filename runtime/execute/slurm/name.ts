import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeQuietly, temporaryName, writeSynced } from '../../store/atomic.js';
import { codeOf, disk } from '../../store/files.js';

/** What expc knows of its jobs: `outputs/slurm`. */
export function slurmFolder(outputs: string): string {
  return join(outputs, 'slurm');
}

/**
 * The name of a store in the names of its jobs: eight hexadecimal digits, made with the first job, so that jobs of two
 * stores are told apart, and found again when the store has moved.
 */
export function storeName(outputs: string): string {
  const folder = slurmFolder(outputs);
  const path = join(folder, 'store');
  const known = readStoreName(outputs);
  if (known !== null) return known;
  mkdirSync(folder, { recursive: true });
  const temporary = temporaryName(path);
  try {
    writeSynced(temporary, [Buffer.from(randomBytes(4).toString('hex'))]);
    disk.link(temporary, path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') disk.rename(temporary, path); // A file system without links.
  } finally {
    removeQuietly(temporary, disk);
  }
  return readFileSync(path, 'utf8');
}

/** Null when no job was ever submitted from the store. */
export function readStoreName(outputs: string): string | null {
  try {
    return readFileSync(join(slurmFolder(outputs), 'store'), 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
    throw error;
  }
}

/** Name of a job: by it alone a job is found again, whatever was or was not written down after it was submitted. */
export function jobName(store: string, batch: string): string {
  return `expc:${store}:${batch}`;
}

/** A new name for a batch that begins with a stage. */
export function newBatchId(stageId: string): string {
  return `${stageId}.${randomBytes(2).toString('hex')}`;
}
