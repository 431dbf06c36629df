import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { recordJob, removeBatch, scriptFile, writeBatch, type KnownBatch } from './batch-folder.js';
import type { BatchPlan } from './batches.js';
import type { Slurm } from './commands.js';
import { refusedJob, unreachableController } from './failure.js';
import { storeName } from './name.js';
import { prepareBatch, type JobOptions, type Prepared } from './prepare.js';
import { essenceOfWords } from './refusal.js';

export interface SubmitOptions extends JobOptions {
  readonly slurm: Slurm;
  readonly labels: ReadonlyMap<string, string>;
  /** Wait before an unanswered submission is tried again, doubled each time. */
  readonly patienceSeconds: number;
}

export interface Submitted {
  readonly batches: readonly KnownBatch[];
  /** Slurm takes no more jobs now: its words. */
  readonly full: string | null;
}

/**
 * Submits batches in their order. What Slurm refuses is a mistake to mend: the jobs that this call submitted are
 * cancelled again, so that nothing half-begun stays in the queue.
 *
 * @param jobOf the job of a stage that is in the queue; null when it has none
 * @throws {SlurmFailure} when a job is refused, or nobody answers
 */
export async function submitBatches(
  plans: readonly BatchPlan[],
  jobOf: (key: string) => string | null,
  options: SubmitOptions,
): Promise<Submitted> {
  const { outputs, slurm } = options;
  const store = storeName(outputs);
  const batches: KnownBatch[] = [];
  const fresh = new Map<string, string>();
  for (const plan of plans) {
    const after = plan.after.map((key) => fresh.get(key) ?? jobOf(key));
    if (after.includes(null)) continue; // What it waits for could not be submitted either.
    const prepared = prepareBatch(plan, after as string[], store, options);
    let job: string | { full: string };
    try {
      job = await submitOne(prepared, options);
    } catch (error) {
      await slurm.cancel(batches.map((batch) => batch.job!)).catch(() => null);
      throw error;
    }
    if (typeof job !== 'string') return { batches, full: job.full };
    batches.push({ ...prepared.batch, job });
    plan.elements.forEach(({ stage, observers }, index) => {
      for (const { key } of [stage, ...observers])
        fresh.set(key, prepared.batch.isArray ? `${job}_${index}` : job);
    });
  }
  return { batches, full: null };
}

const tries = 5;

/** The record is written first: whatever happens after sbatch was called, the job is found by its name. */
async function submitOne(
  { batch, tasks, script }: Prepared,
  { outputs, slurm, labels, patienceSeconds }: SubmitOptions,
): Promise<string | { full: string }> {
  const folder = writeBatch(outputs, batch, tasks, script);
  for (let i = 0; ; i++) {
    const said = await slurm.submit(join(folder, scriptFile)).catch((error: unknown) => {
      removeBatch(outputs, batch.id);
      throw error;
    });
    const job = typeof said === 'string' ? said : await adopt(batch, slurm);
    if (job !== null) {
      recordJob(outputs, batch.id, job);
      return job;
    }
    const { refusal, words } = said as Exclude<typeof said, string>;
    if (refusal === 'unreachable' && i + 1 < tries) {
      await sleep(patienceSeconds * 1000 * 2 ** i);
      continue;
    }
    // Of a call that nobody answered the record stays: the job may be there all the same.
    if (refusal === 'unreachable') throw unreachableController(words);
    removeBatch(outputs, batch.id);
    if (refusal === 'full') return { full: essenceOfWords(words) };
    const { key, kind } = tasks[0]!.stage;
    throw refusedJob({ label: labels.get(key) ?? batch.id, kind }, words, await slurm.partitions());
  }
}

/** A job of that name that is there although sbatch did not say so: its answer was lost. */
async function adopt({ name, uid }: Prepared['batch'], slurm: Slurm): Promise<string | null> {
  const queue = await slurm.queue([uid]);
  if ('refusal' in queue) return null;
  return queue.find((entry) => entry.name === name && entry.reason !== 'BadConstraints')?.job ?? null;
}
