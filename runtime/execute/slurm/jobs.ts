import type { KnownBatch } from './batch-folder.js';
import type { QueueEntry } from './queue.js';
import { phaseOf, type Phase } from './state.js';

/** A stage's job, by what expc wrote down and what Slurm says. */
export interface StageJob {
  readonly batch: KnownBatch;
  readonly index: number;
  /** The stage whose job it is; an observer's is that of the pre-training that it measures. */
  readonly isObserver: boolean;
  /** As commands of Slurm name it: `12`, `12_3`; null while that is not known. */
  readonly id: string | null;
  /**
   * - `gone`: Slurm answered and knows nothing of it
   * - `unknown`: nobody answered, or it may be on its way into the queue
   */
  readonly phase: Phase | 'gone' | 'unknown';
  readonly state: string;
  readonly reason: string;
  readonly node: string;
}

/** What Slurm says: null for a part that did not answer. */
export interface Answers {
  readonly queue: readonly QueueEntry[] | null;
  /** Of the jobs that the queue does not list; null where there is no accounting. */
  readonly accounting: readonly QueueEntry[] | null;
}

/**
 * The job of each stage that ever had one, by the stage's id: of several the one that lives, else the newest. A job is
 * recognised by its name: the number may never have been written down, and numbers are given again by a new cluster.
 *
 * @param isSubmitting whether the process that wrote a batch down is still about to submit it
 */
export function stageJobs(
  batches: readonly KnownBatch[],
  { queue, accounting }: Answers,
  isSubmitting: (batch: KnownBatch) => boolean = () => false,
): Map<string, StageJob> {
  const listed = byName([...(accounting ?? []), ...(queue ?? [])]);
  const jobs = new Map<string, StageJob>();
  for (const batch of batches) {
    const entries = listed.get(batch.name) ?? new Map<number, QueueEntry>();
    const silent = queue === null || (entries.size === 0 && batch.job === null && isSubmitting(batch));
    batch.elements.forEach((stages, index) => {
      const entry = entries.get(batch.isArray ? index : single);
      const job = describe(batch, index, entry, silent ? 'unknown' : 'gone');
      stages.forEach(({ id }, place) => {
        const before = jobs.get(id);
        if (before === undefined || !isLive(before) || isLive(job))
          jobs.set(id, { ...job, isObserver: place > 0 });
      });
    });
  }
  return jobs;
}

/** Whether a job may still do something. */
export function isLive({ phase }: Pick<StageJob, 'phase'>): boolean {
  return phase === 'pending' || phase === 'running' || phase === 'unknown';
}

const single = -1;

/** Later entries replace earlier ones of the same place: what the queue says goes before the accounting. */
function byName(entries: readonly QueueEntry[]): Map<string, Map<number, QueueEntry>> {
  const names = new Map<string, Map<number, QueueEntry>>();
  for (const entry of entries) {
    const places = names.get(entry.name) ?? new Map<number, QueueEntry>();
    const place = entry.index ?? single;
    const before = places.get(place);
    // Of two submissions under one name the later has the greater number.
    if (before === undefined || Number(entry.job) >= Number(before.job)) places.set(place, entry);
    names.set(entry.name, places);
  }
  return names;
}

function describe(
  batch: KnownBatch,
  index: number,
  entry: QueueEntry | undefined,
  otherwise: 'gone' | 'unknown',
): Omit<StageJob, 'isObserver'> {
  const job = entry?.job ?? batch.job;
  return {
    batch,
    index,
    id: job === null ? null : batch.isArray ? `${job}_${index}` : job,
    phase: entry === undefined ? otherwise : phaseOf(entry.state),
    state: entry?.state ?? '',
    reason: entry?.reason === 'None' ? '' : (entry?.reason ?? ''),
    node: entry?.node ?? '',
  };
}
