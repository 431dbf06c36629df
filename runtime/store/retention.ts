import { join } from 'node:path';
import { temporaryName } from './atomic.js';
import { isInsideEpoch, listCheckpoints } from './checkpoint.js';
import { disk, type FileLayer } from './files.js';

/** What `prune` leaves. */
export interface Retention {
  /** Newest ends of epochs, and as many checkpoints inside the epoch after them. At least 1. */
  readonly last: number;
  /** Those that other stages read. */
  readonly names?: readonly string[];
  /** Step that the training stands at: what lies beyond it is damaged, or it would go on from there, and is removed. */
  readonly upTo?: number;
}

/**
 * Removes checkpoints that are no longer needed, never the newest (the resume point). A checkpoint inside an epoch is
 * only kept until an epoch's end has passed it, so that what a finished stage holds does not depend on how often it
 * was interrupted.
 */
export function prune(
  dir: string,
  { last, names = [], upTo = Infinity }: Retention,
  files: FileLayer = disk,
): string[] {
  const all = listCheckpoints(dir);
  const entries = all.filter(({ step }) => step <= upTo);
  const ends = entries.filter(({ name }) => !isInsideEpoch(name));
  const newestEnd = ends.at(-1)?.step ?? -1;
  const inside = entries.filter(({ name, step }) => isInsideEpoch(name) && step > newestEnd);
  const reached = new Set(entries.map(({ name }) => name));
  const kept = new Set([
    ...[...ends.slice(-last), ...inside.slice(-last)].map(({ name }) => name),
    ...names.filter((name) => reached.has(name)),
  ]);
  const removed = all.map(({ name }) => name).filter((name) => !kept.has(name));
  for (const name of removed) {
    // The rename makes the removal atomic: what is half removed is no longer a checkpoint.
    const going = temporaryName(join(dir, name));
    files.rename(join(dir, name), going);
    files.remove(going);
  }
  return removed;
}
