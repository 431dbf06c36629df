/** A job, or an element of an array of jobs, as squeue lists it. */
export interface QueueEntry {
  /** Of an array, the number that all its elements share. */
  readonly job: string;
  /** Place in the array; null for a job that is none. */
  readonly index: number | null;
  /** `PENDING`, `RUNNING`, ... */
  readonly state: string;
  /** Why it waits, or how it ended. */
  readonly reason: string;
  /** Where it runs, or ran; empty before. */
  readonly node: string;
  readonly name: string;
}

/**
 * Job, place, state, reason, nodes and name. The layout of `squeue --json` changes from release to release; these
 * letters do not. The name is last: it may hold the separator.
 */
export const queueFormat = '%F|%K|%T|%r|%N|%j';

const fields = 6;

/** Entries of `squeue -h -r -o` with `queueFormat`; lines that are none are left out. */
export function parseQueue(text: string): QueueEntry[] {
  return text.split('\n').flatMap((line) => {
    const parts = line.trim().split('|');
    if (parts.length < fields) return [];
    const [job, place, state, reason, node] = parts as [string, string, string, string, string];
    if (!/^\d+$/.test(job)) return [];
    const index = /^\d+$/.test(place) ? Number(place) : null;
    return [{ job, index, state, reason, node, name: parts.slice(fields - 1).join('|') }];
  });
}
