import { slurmCommands, type Slurm } from './commands.js';
import { lookAtJobs } from './look.js';

/** What was done about the jobs of a store. */
export interface StoppedJobs {
  /** Waiting jobs that were taken out of the queue. */
  readonly cancelled: readonly string[];
  /** Running jobs that were asked to write a checkpoint and end. */
  readonly asked: readonly string[];
  /** Why Slurm could not be asked. */
  readonly silence: string | null;
}

/**
 * Takes the waiting jobs of a store, or of one experiment in it, out of the queue, and asks the running ones to write a
 * checkpoint and end. The waiting ones first, so that none of them starts when one that it waits for ends.
 */
export async function stopJobs(
  outputs: string,
  experiment?: string,
  slurm: Slurm = slurmCommands(),
): Promise<StoppedJobs> {
  const look = await lookAtJobs(outputs, slurm);
  if (look === null || look.silence !== null)
    return { cancelled: [], asked: [], silence: look?.silence ?? null };
  const own = [...look.jobs.values()].filter(
    ({ batch, isObserver }) => !isObserver && (experiment === undefined || batch.experiment === experiment),
  );
  const inPhase = (phase: string) => own.filter((job) => job.phase === phase).map(({ id }) => id!);
  const [cancelled, asked] = [inPhase('pending'), inPhase('running')];
  if (cancelled.length > 0) await slurm.cancel(cancelled);
  if (asked.length > 0) await slurm.cancel(asked, 'TERM');
  return { cancelled, asked, silence: null };
}

/** Whether no job of a store, or of one experiment in it, is left; not while nobody answers. */
export async function jobsAreOver(
  outputs: string,
  experiment?: string,
  slurm: Slurm = slurmCommands(),
): Promise<boolean> {
  const look = await lookAtJobs(outputs, slurm);
  if (look === null) return true;
  const own = [...look.jobs.values()].filter(
    ({ batch }) => experiment === undefined || batch.experiment === experiment,
  );
  return own.length === 0;
}
