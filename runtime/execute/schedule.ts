import type { Stage } from '../../schema/plan.js';
import type { EvaluateStage } from '../../schema/stages/evaluation.js';
import { readStageState } from '../store/stage-state.js';
import { Board } from './board.js';
import type { Conductor } from './conductor.js';
import type { FreeGpus } from './free-gpus.js';
import type { Launched, Launcher } from './launcher.js';
import { devicesOf } from './own-devices.js';
import type { Slot, Slots } from './slots.js';
import type { StageResult } from './summary.js';
import { resultOf, statusOf, Tally } from './tally.js';
import type { Message, Outcome, StageTask } from './task.js';
import type { Shown, View } from './view/view.js';
import { describeHolder } from './work.js';

export interface ScheduleOptions {
  readonly outputs: string;
  /** All stages of the run; those in `done` are done. */
  readonly stages: readonly Stage[];
  readonly done: ReadonlySet<string>;
  /** Those among them that are not, but that nothing to do depends on. */
  readonly unneeded: ReadonlySet<string>;
  readonly labels: ReadonlyMap<string, string>;
  /** Which of the stages that could start does: see `ranksOf`. */
  readonly ranks: ReadonlyMap<string, number>;
  readonly launcher: Launcher;
  readonly slots: Slots;
  /** Where stages get only GPUs that are free of others. */
  readonly freeGpus?: FreeGpus | undefined;
  readonly view: View;
  readonly taskOf: (stage: Stage, observers: readonly EvaluateStage[]) => StageTask;
  /** Start nothing more once a stage has failed. */
  readonly failFast: boolean;
  /** Further tries of a stage whose process died or that met an unforeseen error. */
  readonly retries: number;
  /** Wait before the first retry; it doubles for each one after. */
  readonly retrySeconds: number;
  /** Between two looks at a stage that another process has. */
  readonly pollSeconds: number;
}

interface Running {
  readonly launched: Launched;
  readonly observers: readonly EvaluateStage[];
}

/** Keeps the slots busy in the order of dependencies until nothing more can be done. */
export class Schedule implements Conductor {
  /** The stages' processes end with this one. */
  readonly leave = null;
  private readonly board: Board;
  private readonly tallies = new Map<string, Tally>();
  private readonly running = new Map<string, Running>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private stopping: string | null = null;
  private finished: (() => void) | null = null;
  private crashed: ((error: unknown) => void) | null = null;

  constructor(private readonly options: ScheduleOptions) {
    this.board = new Board(options.stages, options.done, options.ranks);
  }

  /** Resolves when everything that can be done is done, or, once stopped, when no process is left. */
  run(): Promise<StageResult[]> {
    return new Promise((resolve, reject) => {
      this.finished = () => {
        this.finished = null;
        for (const timer of this.timers) clearTimeout(timer);
        this.options.freeGpus?.cancel();
        resolve(this.results());
      };
      this.crashed = reject;
      this.guard(() => this.turn());
    });
  }

  /** An error here is the scheduler's own, or the store cannot be read: no stage may be left behind. */
  private guard(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.stop('the scheduler failed');
      this.crashed?.(error);
    }
  }

  /** Starts nothing more and asks what runs to write a checkpoint and stop. */
  stop(why: string): void {
    this.stopping ??= why;
    for (const { launched } of this.running.values()) launched.stop(why);
    if (this.running.size === 0) this.finished?.();
  }

  /** Ends what runs at once. */
  kill(): void {
    this.stopping ??= 'killed';
    for (const { launched } of this.running.values()) launched.kill();
  }

  private turn(): void {
    const { slots, freeGpus } = this.options;
    while (this.stopping === null && !slots.isFull) {
      const stage = this.board.next(slots.fitting());
      if (stage === null) break;
      this.begin(stage);
    }
    if (this.stopping === null && !slots.isFull && this.board.next() !== null) this.lookForGpu();
    const others = this.timers.size + (freeGpus?.isWaiting === true ? 1 : 0); // Elsewhere, to be retried, busy GPUs.
    const waiting = this.stopping === null ? others : 0;
    if (this.running.size === 0 && waiting === 0) this.finished?.();
  }

  /** What could begin lacks a GPU that others leave free. */
  private lookForGpu(): void {
    const { slots, freeGpus } = this.options;
    freeGpus?.wait(
      () => slots.unused,
      (free) => this.guard(() => slots.whileFree(free, () => this.turn())),
    );
  }

  /** Starts a stage, unless the store says that there is no need or that another process has it. */
  private begin(stage: Stage): void {
    const state = readStageState(this.options.outputs, stage);
    if (state.status === 'done') {
      this.tally(stage).elsewhere = true;
      this.complete(stage);
    } else if (state.status === 'running') this.waitForOther(stage, describeHolder(state.attempt));
    else this.launch(stage);
  }

  private launch(stage: Stage): void {
    const { slots, launcher, taskOf } = this.options;
    const slot = slots.take(stage.kind, devicesOf(stage))!;
    const observers = this.board.observersOf(stage.key).filter((observer) => this.isFree(observer));
    this.board.started(stage.key);
    for (const observer of observers) this.board.started(observer.key);
    this.tally(stage).begin();
    const launched = launcher.launch(taskOf(stage, observers), slot, (message) =>
      this.guard(() => this.heard(stage, message)),
    );
    this.running.set(stage.key, { launched, observers });
    void launched.outcome.then((outcome) => this.guard(() => this.ended(stage, slot, outcome)));
  }

  private isFree(stage: Stage): boolean {
    const { status } = readStageState(this.options.outputs, stage);
    return status !== 'done' && status !== 'running';
  }

  private heard(stage: Stage, message: Message): void {
    const { view } = this.options;
    if (message.type === 'started') {
      view.started(this.shown(stage), message.attempt);
      for (const id of message.observers) {
        const observer = this.running.get(stage.key)?.observers.find((each) => each.id === id);
        if (observer !== undefined) view.started(this.shown(observer), message.attempt);
      }
    } else if (message.type === 'progress') view.progress(this.shown(stage), message.progress);
  }

  private ended(stage: Stage, slot: Slot, outcome: Outcome): void {
    const { observers } = this.running.get(stage.key)!;
    this.running.delete(stage.key);
    this.options.slots.give(slot);
    this.tally(stage).end();
    const observed = observers.filter((observer) => this.isDone(observer));
    for (const observer of observers) {
      if (observed.includes(observer)) this.complete(observer);
      else this.board.aside(observer.key, 'waiting');
    }
    this.settle(stage, outcome);
    this.turn();
  }

  private settle(stage: Stage, outcome: Outcome): void {
    const isStopping = this.stopping !== null;
    if (outcome.status === 'done') this.complete(stage);
    else if (outcome.status === 'held') this.waitForOther(stage, outcome.by);
    else if (outcome.status === 'failed') {
      const mayRetry = outcome.mayRetry && !isStopping && this.tally(stage).attempts <= this.options.retries;
      if (mayRetry) this.tryAgain(stage, outcome.message);
      else this.fail(stage, outcome.message, outcome.hint);
    } else if (!isStopping && this.isTakenOver(stage)) this.lookAgain(stage);
    else {
      this.board.aside(stage.key, 'interrupted');
      this.tellEnd(stage);
    }
  }

  private complete(stage: Stage): void {
    this.board.done(stage.key);
    this.tellEnd(stage);
  }

  private fail(stage: Stage, message: string, hint: string | null): void {
    Object.assign(this.tally(stage), { message, hint });
    const blocked = this.board.failed(stage.key);
    this.tellEnd(stage);
    for (const each of blocked) {
      this.tally(each).message = `${this.label(stage)} failed`;
      this.tellEnd(each);
    }
    if (this.options.failFast && this.stopping === null) this.stop(`${this.label(stage)} failed (fail-fast)`);
  }

  private tryAgain(stage: Stage, message: string): void {
    const { retrySeconds, retries, view } = this.options;
    const { attempts } = this.tally(stage);
    const wait = retrySeconds * 2 ** (attempts - 1);
    view.notice(`${this.label(stage)}: ${message}; retry ${attempts} of ${retries} in ${wait} s`);
    this.board.aside(stage.key, 'resting');
    this.later(wait, () => this.board.again(stage.key));
  }

  /** Another process has the stage: looks again until it is done, or free. */
  private waitForOther(stage: Stage, by: string): void {
    const tally = this.tally(stage);
    if (!tally.elsewhere) {
      this.options.view.notice(`${this.label(stage)} is being done by ${by}; waiting for it`);
    }
    tally.elsewhere = true;
    this.board.aside(stage.key, 'elsewhere');
    this.later(this.options.pollSeconds, () => this.lookAgain(stage));
  }

  private lookAgain(stage: Stage): void {
    const state = readStageState(this.options.outputs, stage);
    if (state.status === 'done') this.complete(stage);
    else if (state.status === 'running') this.waitForOther(stage, describeHolder(state.attempt));
    else if (state.status === 'failed') this.fail(stage, state.message, state.hint);
    else {
      this.tally(stage).elsewhere = false;
      this.board.again(stage.key);
    }
  }

  private later(seconds: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.guard(() => {
        act();
        this.turn();
      });
    }, seconds * 1000);
    this.timers.add(timer);
  }

  /** Whether a newer attempt, of another scheduler, has what an attempt of this one gave up. */
  private isTakenOver(stage: Stage): boolean {
    const { status } = readStageState(this.options.outputs, stage);
    return status === 'running' || status === 'done';
  }

  private isDone(stage: Stage): boolean {
    return readStageState(this.options.outputs, stage).status === 'done';
  }

  private tellEnd(stage: Stage): void {
    this.options.view.ended(this.shown(stage), this.resultOf(stage));
  }

  private results(): StageResult[] {
    return this.options.stages.map((stage) => this.resultOf(stage));
  }

  private resultOf(stage: Stage): StageResult {
    const { outputs, done, unneeded } = this.options;
    const tally = this.tallies.get(stage.key) ?? new Tally();
    const before = unneeded.has(stage.key) ? 'unneeded' : 'cached';
    const status = done.has(stage.key) ? before : statusOf(this.board.standing(stage.key), tally);
    return resultOf(stage, tally, { outputs, label: this.label(stage), status });
  }

  private tally(stage: Stage): Tally {
    const tally = this.tallies.get(stage.key) ?? new Tally();
    this.tallies.set(stage.key, tally);
    return tally;
  }

  private shown(stage: Stage): Shown {
    return { id: stage.id, label: this.label(stage) };
  }

  private label(stage: Stage): string {
    return this.options.labels.get(stage.key) ?? stage.id;
  }
}
