import type { StageReport, Status } from '../status.js';
import { slurmCommands, type Slurm } from './commands.js';
import { lookAtJobs, type Look } from './look.js';

/** A job of a stage that lives in Slurm's queue, for people. */
export interface QueuedJob {
  readonly id: string | null;
  /** `PENDING`, `RUNNING`; empty while it is not known. */
  readonly state: string;
  /** Why it waits. */
  readonly reason: string;
  readonly node: string;
  readonly stage: string;
  readonly label: string;
}

export interface QueueReport {
  readonly jobs: readonly QueuedJob[];
  /** Why Slurm could not be asked. */
  readonly silence: string | null;
}

/** Adds what Slurm says to what the store says; nothing where no job was submitted. */
export async function withQueue(
  all: readonly Status[],
  outputs: string,
  slurm: Slurm = slurmCommands(),
): Promise<Status[]> {
  const look = await lookAtJobs(outputs, slurm);
  return all.map((status) => (look === null ? status : { ...status, queue: queueOf(status.stages, look) }));
}

function queueOf(stages: readonly StageReport[], { jobs, silence }: Look): QueueReport {
  const queued = stages.flatMap(({ id, label, status }): QueuedJob[] => {
    const job = jobs.get(id);
    // An observer is in the job of its pre-training, and what is done may still be leaving the queue.
    if (job === undefined || job.isObserver || status === 'done') return [];
    return [{ id: job.id, state: job.state, reason: job.reason, node: job.node, stage: id, label }];
  });
  return { jobs: queued, silence };
}

/** Lines of a queue, jobs that wait for the same reason together. */
export function queueLines({ jobs, silence }: QueueReport, limit: number): string[] {
  if (jobs.length === 0) return [];
  const groups = new Map<string, QueuedJob[]>();
  for (const job of jobs) {
    const how = job.state === '' ? 'unknown' : job.reason === '' ? job.state : `${job.state} (${job.reason})`;
    groups.set(how, [...(groups.get(how) ?? []), job]);
  }
  const lines = [
    '',
    silence === null
      ? 'in the queue of Slurm:'
      : `in the queue of Slurm, which cannot be asked (${silence}):`,
  ];
  for (const [how, [first, ...others]] of [...groups].slice(0, limit)) {
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    lines.push(`  ${how}: ${first!.label}, job ${first!.id ?? 'of unknown number'}${more}`);
  }
  return lines;
}
