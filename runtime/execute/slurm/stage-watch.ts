import type { Stage } from '../../../schema/plan.js';
import { readProgress, readStageState, type StageState } from '../../store/stage-state.js';
import type { Progress } from '../context.js';
import type { ScheduleOptions } from '../schedule.js';
import type { ResultStatus, StageResult } from '../summary.js';
import { resultOf, Tally } from '../tally.js';
import type { Shown } from '../view/view.js';
import { readEnd, type KnownBatch } from './batch-folder.js';
import { recordFailure } from './death.js';
import { isLive, type StageJob } from './jobs.js';
import { hopelessReason, isHeldAfterLaunch, neverSatisfied } from './state.js';
import { verdictOn, type Verdict } from './verdict.js';

type Jobs = ReadonlyMap<string, StageJob>;

/** So often a job that its node could not start is let go again. */
const releases = 3;

/** How the stages of a run stand, by what the store and the queue say at each look. */
export class StageWatch {
  private readonly stages: ReadonlyMap<string, Stage>;
  private readonly closed = new Map<string, ResultStatus>();
  private readonly tallies = new Map<string, Tally>();
  /** Keys of the stages whose job this run has seen alive, or submitted: only of these does an end mean something. */
  private readonly followed = new Set<string>();
  /** Keys of the stages whose job was alive at the last look. */
  private readonly queued = new Set<string>();
  /** Since when a stage is without a living job and without a verdict. */
  private readonly owing = new Map<string, number>();
  private readonly told = new Set<string>();
  private readonly deaths = new Map<string, number>();
  /** How often each job that its node could not start was let go again, by its number. */
  private readonly released = new Map<string, number>();

  constructor(
    private readonly schedule: ScheduleOptions,
    private readonly settleMs: number,
  ) {
    this.stages = new Map(schedule.stages.map((stage) => [stage.key, stage]));
  }

  get open(): Stage[] {
    const { stages, done } = this.schedule;
    return stages.filter(({ key }) => !done.has(key) && !this.closed.has(key));
  }

  get isOpen(): boolean {
    return this.open.length > 0;
  }

  get hasFailed(): boolean {
    return [...this.closed.values()].includes('failed');
  }

  /** Inputs come before what is made of them, so one look carries a failure to the last that it blocks. */
  look(jobs: Jobs): void {
    for (const stage of this.open) this.lookAt(stage, jobs.get(stage.id));
  }

  private lookAt(stage: Stage, job: StageJob | undefined): void {
    const { key } = stage;
    const state = readStageState(this.schedule.outputs, stage);
    this.queued.delete(key);
    if (state.status === 'done') {
      this.tally(stage).seconds = state.marker.seconds;
      this.close(stage, job !== undefined || this.followed.has(key) ? 'done' : 'done-elsewhere');
    } else if (this.failedInput(stage) !== null) {
      this.tally(stage).message = `${this.label(this.failedInput(stage)!)} failed`;
      this.close(stage, 'blocked');
    } else if (job !== undefined && isLive(job)) this.follow(stage, job, state);
    else if (job !== undefined && this.followed.has(key) && !job.isObserver) this.judge(stage, job, state);
  }

  private follow(stage: Stage, job: StageJob, state: StageState): void {
    const { view, outputs } = this.schedule;
    // One that may never have been submitted is not missed when it turns out not to be there.
    if (job.id !== null) this.followed.add(stage.key);
    this.queued.add(stage.key);
    this.owing.delete(stage.key);
    const why = job.phase === 'pending' && !this.isToRelease(job) ? hopelessReason(job.reason) : null;
    if (why !== null)
      this.tellOnce(`${stage.key} ${job.reason}`, () =>
        view.notice(`${this.label(stage)}: job ${job.id} will not start: ${why} (${job.reason})`),
      );
    if (state.status !== 'running') return;
    const { attempt } = state.attempt;
    this.tellOnce(`${stage.key} ${attempt}`, () => view.started(this.shown(stage), attempt));
    const progress = readProgress(outputs, stage.id) as Progress | null;
    if (progress !== null) view.progress(this.shown(stage), progress);
  }

  private judge(stage: Stage, job: StageJob, state: StageState): void {
    const since = this.owing.get(stage.key) ?? performance.now();
    this.owing.set(stage.key, since);
    const isSettled = performance.now() - since >= this.settleMs;
    const end = readEnd(this.schedule.outputs, job.batch.id, job.index);
    this.apply(stage, job, verdictOn({ job, state, end, isSettled }));
  }

  private apply(stage: Stage, job: StageJob, verdict: Verdict): void {
    if (verdict.status === 'again') {
      // Its inputs are open, or done meanwhile; a failed one would have blocked it.
      if (!this.inputsOf(stage).some(({ key }) => this.owing.has(key))) this.letGo(stage);
    } else if (verdict.status === 'interrupted') this.close(stage, 'interrupted');
    else if (verdict.status !== 'failed') return;
    else if (verdict.isDeath && this.deathsOf(stage) < this.schedule.retries) {
      this.deaths.set(stage.key, this.deathsOf(stage) + 1);
      this.schedule.view.notice(`${this.label(stage)}: ${verdict.message}; it gets another job`);
      this.letGo(stage);
    } else {
      const { message, hint, isDeath } = verdict;
      if (isDeath) recordFailure(this.schedule.outputs, stage, (attempt) => isOf(attempt, job), verdict);
      Object.assign(this.tally(stage), { message, hint });
      this.close(stage, 'failed');
    }
  }

  private deathsOf({ key }: Stage): number {
    return this.deaths.get(key) ?? 0;
  }

  private letGo({ key }: Stage): void {
    this.owing.delete(key);
    this.followed.delete(key);
  }

  private close(stage: Stage, status: ResultStatus): void {
    this.owing.delete(stage.key);
    this.closed.set(stage.key, status);
    this.schedule.view.ended(this.shown(stage), this.result(stage));
  }

  /** Stages that need a job. */
  withoutJob(jobs: Jobs): Stage[] {
    return this.open.filter(({ id, key }) => {
      const job = jobs.get(id);
      const isAlive = job !== undefined && isLive(job);
      return !isAlive && !this.owing.has(key);
    });
  }

  submitted(batches: readonly KnownBatch[]): void {
    for (const { key } of batches.flatMap(({ elements }) => elements.flat())) {
      this.followed.add(key);
      this.queued.add(key);
      const stage = this.stages.get(key);
      if (stage !== undefined) this.tally(stage).attempts += 1;
    }
  }

  /** Jobs that wait for what has failed: where Slurm does not cancel them itself they would stay for ever. */
  hopeless(jobs: Jobs): string[] {
    const waiting = this.own(jobs).filter(([, { phase }]) => phase === 'pending');
    return waiting
      .filter(([{ key }, { reason }]) => this.closed.get(key) === 'blocked' || reason === neverSatisfied)
      .flatMap(([, { id }]) => id ?? []);
  }

  /** Jobs that Slurm holds since a node could not start them, to be let go: each a few times at most. */
  heldAfterLaunch(jobs: Jobs): string[] {
    const held = this.own(jobs).filter(([{ key }, job]) => !this.closed.has(key) && this.isToRelease(job));
    return held.map(([stage, { id }]) => {
      const count = this.releasesOf(id!) + 1;
      this.released.set(id!, count);
      const what = `${this.label(stage)}: the node could not start job ${id}; it may try again (${count} of ${releases})`;
      this.schedule.view.notice(what);
      return id!;
    });
  }

  private isToRelease({ id, phase, reason }: StageJob): boolean {
    return id !== null && phase === 'pending' && isHeldAfterLaunch(reason) && this.releasesOf(id) < releases;
  }

  private releasesOf(id: string): number {
    return this.released.get(id) ?? 0;
  }

  /** Jobs of stages that are not done and that can be told to stop. */
  liveJobs(jobs: Jobs): StageJob[] {
    return this.own(jobs)
      .filter(([{ key }, job]) => !this.closed.has(key) && isLive(job) && job.id !== null)
      .map(([, job]) => job);
  }

  /** Whether it is not known yet if some stage has a job. */
  isUnsure(jobs: Jobs): boolean {
    return this.own(jobs).some(([{ key }, { phase }]) => phase === 'unknown' && !this.closed.has(key));
  }

  private own(jobs: Jobs): [Stage, StageJob][] {
    return [...this.stages.values()].flatMap((stage): [Stage, StageJob][] => {
      const job = jobs.get(stage.id);
      return job === undefined || job.isObserver ? [] : [[stage, job]];
    });
  }

  concerns({ elements }: KnownBatch): boolean {
    const { done } = this.schedule;
    return elements.flat().some(({ key }) => this.stages.has(key) && !done.has(key) && !this.closed.has(key));
  }

  /** Stopped: what is open stays undone. */
  giveUp(): void {
    for (const stage of this.open) this.closed.set(stage.key, 'waiting');
  }

  results(): StageResult[] {
    return this.schedule.stages.map((stage) => this.result(stage));
  }

  private result(stage: Stage): StageResult {
    const { outputs, done, unneeded } = this.schedule;
    const before = unneeded.has(stage.key) ? 'unneeded' : 'cached';
    const now = this.closed.get(stage.key) ?? (this.queued.has(stage.key) ? 'submitted' : 'waiting');
    const status = done.has(stage.key) ? before : now;
    return resultOf(stage, this.tally(stage), { outputs, label: this.label(stage), status });
  }

  private inputsOf(stage: Stage): Stage[] {
    return Object.values<string>(stage.inputs).flatMap((key) => this.stages.get(key) ?? []);
  }

  private failedInput(stage: Stage): Stage | null {
    const isBad = ({ key }: Stage) => ['failed', 'blocked'].includes(this.closed.get(key) ?? '');
    return this.inputsOf(stage).find(isBad) ?? null;
  }

  private tellOnce(what: string, tell: () => void): void {
    if (!this.told.has(what)) tell();
    this.told.add(what);
  }

  private tally({ key }: Stage): Tally {
    const tally = this.tallies.get(key) ?? new Tally();
    this.tallies.set(key, tally);
    return tally;
  }

  private shown(stage: Stage): Shown {
    return { id: stage.id, label: this.label(stage) };
  }

  private label({ key, id }: Stage): string {
    return this.schedule.labels.get(key) ?? id;
  }
}

/** Whether an attempt is of this job: its number is the queue's, an array's element has another one to itself. */
function isOf(attempt: { since: string; job?: { id: string } }, { batch }: StageJob): boolean {
  return attempt.job !== undefined && Date.parse(attempt.since) >= Date.parse(batch.made);
}
