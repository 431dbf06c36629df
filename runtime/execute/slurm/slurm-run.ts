import type { Slurm as Settings } from '../../../schema/generated/resolved.js';
import { leaseSeconds } from '../../store/attempt.js';
import { isAlive } from '../../store/owner.js';
import type { Conductor, MakeConductor } from '../conductor.js';
import type { ScheduleOptions } from '../schedule.js';
import type { StageResult } from '../summary.js';
import { readBatches, type KnownBatch } from './batch-folder.js';
import { planBatches } from './batches.js';
import { slurmCommands, type Slurm } from './commands.js';
import { unreachableController } from './failure.js';
import { isLive, stageJobs, type StageJob } from './jobs.js';
import { submitBatches } from './submit.js';
import { essenceOfWords } from './refusal.js';
import { StageWatch } from './stage-watch.js';
import { Pause } from './pause.js';
import { prune } from './prune.js';

export interface SlurmOptions {
  readonly settings: Settings;
  /** End as soon as all jobs are submitted. */
  readonly detach?: boolean | undefined;
  /** Elements of one array at the same time. */
  readonly atOnce?: number | undefined;
  readonly threads?: number | undefined;
  readonly slurm?: Slurm | undefined;
  /** Entry of a job's process, for tests. */
  readonly entry?: string | undefined;
  /** How long a job that has ended may owe its done marker, on a shared folder; default 30. */
  readonly settleSeconds?: number | undefined;
  /** Wait before an unanswered submission is tried again; default 3. */
  readonly patienceSeconds?: number | undefined;
}

/** Carries stages out as jobs of Slurm. */
export function slurmConductor(options: SlurmOptions): MakeConductor {
  return Object.assign((schedule: ScheduleOptions) => new SlurmRun(schedule, options), {
    how: 'as jobs of Slurm',
  });
}

/** Asks of a stopped queue so often before a run that shall not wait gives up. */
const detachedTries = 5;

/**
 * Submits what has no job, and looks until all have ended. It holds nothing that matters: the store tells what is done,
 * the queue which jobs live. Killed at any moment, the next one goes on from there.
 */
class SlurmRun implements Conductor {
  private readonly slurm: Slurm;
  private readonly watch: StageWatch;
  private readonly pause = new Pause();
  private readonly isSilent = { now: false };
  private isLeft = false;
  private stopping: string | null = null;
  private isStopTold = false;
  private isFull = false;
  private isPruned = false;
  /** What Slurm said when it did not answer. */
  private words = '';

  constructor(
    private readonly schedule: ScheduleOptions,
    private readonly options: SlurmOptions,
  ) {
    this.slurm = options.slurm ?? slurmCommands();
    this.watch = new StageWatch(schedule, (options.settleSeconds ?? 30) * 1000);
  }

  async run(): Promise<StageResult[]> {
    for (let misses = 0; this.watch.isOpen && !this.isLeft;) {
      const jobs = await this.look();
      if (jobs === null) misses += 1;
      else {
        misses = 0;
        await this.turn(jobs);
        if (this.options.detach === true && !this.watch.isUnsure(jobs)) break;
      }
      if (this.options.detach === true && misses >= detachedTries) throw unreachableController(this.words);
      if (!this.watch.isOpen || this.isLeft) break;
      await this.pause.for(this.options.settings.poll_seconds * 1000 * Math.min(4, 1 + misses));
    }
    return this.watch.results();
  }

  stop(why: string): void {
    this.stopping ??= why;
    this.pause.end();
  }

  /** Jobs do not need this process, so all that ends at once is the waiting for them. */
  kill(): void {
    this.leave();
  }

  readonly leave = (): void => {
    this.isLeft = true;
    const { view } = this.schedule;
    view.notice(
      'the jobs stay in the queue: `expc stop` cancels them, the same command waits for them again',
    );
    this.pause.end();
  };

  /** One call of squeue, and one of sacct where a job is missing from it; null when nobody answers. */
  private async look(): Promise<Map<string, StageJob> | null> {
    const { outputs, view } = this.schedule;
    const batches = readBatches(outputs);
    const uids = [...new Set([process.getuid?.() ?? 0, ...batches.map(({ uid }) => uid)])];
    const queue = await this.slurm.queue(uids);
    if ('refusal' in queue) {
      this.words = queue.words;
      if (!this.isSilent.now)
        view.notice(`Slurm does not answer (${essenceOfWords(queue.words)}); jobs go on, asking again`);
      this.isSilent.now = true;
      this.watch.look(stageJobs(batches, { queue: null, accounting: null }));
      return null;
    }
    if (this.isSilent.now) view.notice('Slurm answers again');
    this.isSilent.now = false;
    const open = batches.filter((batch) => this.watch.concerns(batch));
    const listed = new Set(queue.map(({ name }) => name));
    const missing = open.filter(({ name, job }) => job !== null && !listed.has(name)).map(({ job }) => job!);
    const accounting = await this.slurm.accounting(missing);
    return stageJobs(batches, { queue, accounting }, isSubmitting);
  }

  /** Takes notice of what has ended, cancels what cannot start, lets go what Slurm holds, submits what has no job. */
  private async turn(jobs: ReadonlyMap<string, StageJob>): Promise<void> {
    this.watch.look(jobs);
    if (!this.isPruned) prune(this.schedule.outputs, jobs);
    this.isPruned = true;
    await this.slurm.cancel(this.watch.hopeless(jobs));
    if (this.stopping === null) await this.slurm.release(this.watch.heldAfterLaunch(jobs));
    if (this.schedule.failFast && this.watch.hasFailed) this.stopping ??= 'a stage failed (fail-fast)';
    if (this.stopping !== null) await this.stopJobs(jobs);
    else await this.submit(jobs);
  }

  private async submit(jobs: ReadonlyMap<string, StageJob>): Promise<void> {
    const { outputs, taskOf, labels, view } = this.schedule;
    const { settings, atOnce, threads, entry, patienceSeconds = 3 } = this.options;
    const missing = this.watch.withoutJob(jobs);
    if (missing.length === 0) return;
    const open = new Set(this.watch.open.map(({ key }) => key));
    const plans = planBatches(missing, { open, size: settings.array_size });
    const idOf = new Map(this.schedule.stages.map(({ key, id }) => [key, id]));
    const jobOf = (key: string) => {
      const job = jobs.get(idOf.get(key)!);
      return job !== undefined && isLive(job) ? job.id : null;
    };
    const { batches, full } = await submitBatches(plans, jobOf, {
      outputs,
      settings,
      taskOf,
      atOnce,
      threads,
      entry,
      slurm: this.slurm,
      labels,
      patienceSeconds,
    });
    this.watch.submitted(batches);
    if (full !== null && !this.isFull) view.notice(`Slurm takes no more jobs now (${full}); ${this.rest()}`);
    this.isFull = full !== null;
  }

  private rest(): string {
    return this.options.detach === true
      ? 'the same command submits the rest later'
      : 'the rest follows as these end';
  }

  /** Waiting jobs first, so that none of them starts when one that it waits for ends. */
  private async stopJobs(jobs: ReadonlyMap<string, StageJob>): Promise<void> {
    const live = this.watch.liveJobs(jobs);
    await this.slurm.cancel(live.filter(({ phase }) => phase === 'pending').map(({ id }) => id!));
    const running = live.filter(({ phase }) => phase === 'running').map(({ id }) => id!);
    if (!this.isStopTold) await this.slurm.cancel(running, 'TERM');
    this.isStopTold = true;
    if (live.length === 0) this.watch.giveUp();
  }
}

/** Whether the job of a batch without a number may still be on its way: an sbatch can outlive who called it. */
function isSubmitting({ by, made }: KnownBatch): boolean {
  const alive = isAlive(by);
  const patienceMs = alive === null ? leaseSeconds * 1000 : 20_000;
  return alive === true || Date.now() - Date.parse(made) < patienceMs;
}
