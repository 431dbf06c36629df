import type { Stage } from '../../schema/plan.js';
import type { EvaluateStage } from '../../schema/stages/evaluation.js';
import { ranksOf } from './order.js';

/**
 * How a stage stands in this run.
 * - `waiting`: for its inputs; `ready`: for a slot; `resting`: for another try
 * - `elsewhere`: another process has it
 * - `blocked`: something it needs failed; `interrupted`: stopped before it was done
 */
export type Standing =
  'waiting' | 'ready' | 'running' | 'elsewhere' | 'resting' | 'done' | 'failed' | 'blocked' | 'interrupted';

interface Entry {
  readonly stage: Stage;
  readonly rank: number;
  readonly inputs: Entry[];
  readonly dependants: Entry[];
  standing: Standing;
  /** Inputs that are not done. */
  missing: number;
}

const isOnItsWay: ReadonlySet<Standing> = new Set<Standing>([
  'waiting',
  'ready',
  'running',
  'elsewhere',
  'resting',
]);

/** Who waits for whom: the stages of a plan, and which may start next. Knows nothing of processes or disks. */
export class Board {
  private readonly entries = new Map<string, Entry>();
  private readonly ready: Entry[] = [];

  /**
   * @param done keys of the stages that are done already
   * @param ranks by key: of those that could start, the one with the lowest rank does
   */
  constructor(
    stages: readonly Stage[],
    done: ReadonlySet<string>,
    ranks: ReadonlyMap<string, number> = ranksOf({ stages, runs: [] }),
  ) {
    stages.forEach((stage, index) => {
      const rank = ranks.get(stage.key) ?? index;
      this.entries.set(stage.key, {
        stage,
        rank,
        inputs: [],
        dependants: [],
        standing: 'waiting',
        missing: 0,
      });
    });
    for (const entry of this.entries.values()) {
      if (done.has(entry.stage.key)) entry.standing = 'done';
    }
    for (const entry of this.entries.values()) this.connect(entry);
  }

  private connect(entry: Entry): void {
    for (const input of this.inputsOf(entry)) {
      entry.inputs.push(input);
      input.dependants.push(entry);
      if (input.standing !== 'done') entry.missing += 1;
    }
    if (entry.standing === 'waiting' && entry.missing === 0) this.makeReady(entry);
  }

  private inputsOf({ stage }: Entry): Entry[] {
    return [...new Set(Object.values<string>(stage.inputs))].map((key) => {
      const input = this.entries.get(key);
      if (input === undefined) throw new Error(`${stage.id} has an input that the plan lacks: ${key}`);
      return input;
    });
  }

  standing(key: string): Standing {
    return this.entry(key).standing;
  }

  count(...standings: readonly Standing[]): number {
    let count = 0;
    for (const { standing } of this.entries.values()) if (standings.includes(standing)) count += 1;
    return count;
  }

  /**
   * The next stage to start: the first that is ready, but for a pre-training whose measurement still waits for data
   * that are on their way: the measurement can only be made while it trains.
   *
   * @param fits whether there is room for a stage now
   */
  next(fits: (stage: Stage) => boolean = () => true): Stage | null {
    const fitting = this.ready.filter(({ stage }) => fits(stage));
    const free = fitting.find((entry) => !this.awaitsObserver(entry));
    if (free !== undefined) return free.stage;
    // Nothing that it could wait for moves: better measured later than never trained.
    const isStill = this.count('running', 'elsewhere', 'resting') === 0;
    return isStill ? (fitting[0]?.stage ?? null) : null;
  }

  /** The measurements that can be made inside a pre-training that starts now. */
  observersOf(key: string): EvaluateStage[] {
    return this.measurementsOf(this.entry(key))
      .filter((entry) => entry.standing === 'waiting' && entry.missing === 1)
      .map((entry) => entry.stage as EvaluateStage);
  }

  private awaitsObserver(entry: Entry): boolean {
    return this.measurementsOf(entry).some(
      ({ standing, inputs }) =>
        standing === 'waiting' && inputs.some((input) => input !== entry && isOnItsWay.has(input.standing)),
    );
  }

  private measurementsOf({ stage, dependants }: Entry): Entry[] {
    if (stage.kind !== 'pretrain') return [];
    return dependants.filter((entry) => entry.stage.kind === 'evaluate');
  }

  started(key: string): void {
    const entry = this.entry(key);
    this.unready(entry);
    entry.standing = 'running';
  }

  /** What was running, or elsewhere, is done: by whomever. */
  done(key: string): void {
    const entry = this.entry(key);
    if (entry.standing === 'done') return;
    this.unready(entry);
    entry.standing = 'done';
    for (const dependant of entry.dependants) {
      dependant.missing -= 1;
      if (dependant.missing === 0 && dependant.standing === 'waiting') this.makeReady(dependant);
    }
  }

  /** Blocks what depends on it, however far; returns the blocked stages. */
  failed(key: string): Stage[] {
    const entry = this.entry(key);
    this.unready(entry);
    entry.standing = 'failed';
    const blocked: Stage[] = [];
    const block = (dependants: readonly Entry[]) => {
      for (const dependant of dependants) {
        if (dependant.standing !== 'waiting') continue;
        dependant.standing = 'blocked';
        blocked.push(dependant.stage);
        block(dependant.dependants);
      }
    };
    block(entry.dependants);
    return blocked;
  }

  /** Sets a stage aside: `elsewhere`, `resting`, `interrupted`, or back to `waiting` (an observer's). */
  aside(key: string, standing: 'elsewhere' | 'resting' | 'interrupted' | 'waiting'): void {
    const entry = this.entry(key);
    this.unready(entry);
    entry.standing = standing;
  }

  /** Takes a stage that was set aside up again. */
  again(key: string): void {
    const entry = this.entry(key);
    if (entry.missing === 0) this.makeReady(entry);
    else entry.standing = 'waiting';
  }

  private makeReady(entry: Entry): void {
    if (entry.standing === 'ready') return;
    entry.standing = 'ready';
    let low = 0;
    let high = this.ready.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.ready[middle]!.rank < entry.rank) low = middle + 1;
      else high = middle;
    }
    this.ready.splice(low, 0, entry);
  }

  private unready(entry: Entry): void {
    if (entry.standing === 'ready') this.ready.splice(this.ready.indexOf(entry), 1);
  }

  private entry(key: string): Entry {
    const entry = this.entries.get(key);
    if (entry === undefined) throw new Error(`the plan has no stage ${key}`);
    return entry;
  }
}
