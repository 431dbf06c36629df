import type { KnownBatch } from '../../../../runtime/execute/slurm/batch-folder.js';
import type { Refused, Slurm } from '../../../../runtime/execute/slurm/commands.js';
import type { QueueEntry } from '../../../../runtime/execute/slurm/queue.js';
import { thisProcess } from '../../../../runtime/store/owner.js';

export function batchOf(id: string, stages: readonly string[], change: Partial<KnownBatch> = {}): KnownBatch {
  return {
    version: 1,
    id,
    name: `expc:aa:${id}`,
    experiment: 'toy',
    kind: 'clean',
    elements: stages.map((stage) => [{ id: stage, key: `key of ${stage}` }]),
    isArray: stages.length > 1,
    requeue: true,
    made: '2026-01-01T00:00:00.000Z',
    by: thisProcess(),
    uid: 0,
    job: '7',
    ...change,
  };
}

export function entry(name: string, change: Partial<QueueEntry> = {}): QueueEntry {
  return { job: '7', index: null, state: 'RUNNING', reason: 'None', node: 'n1', name, ...change };
}

export const down: Refused = {
  refusal: 'unreachable',
  words: 'squeue: error: Unable to contact slurm controller (connect failure)',
};

const idOf = ({ job, index }: QueueEntry) => (index === null ? job : `${job}_${index}`);

/** A queue in memory, that the test moves on; it notes what it is asked. */
export class FakeSlurm implements Slurm {
  readonly jobs: QueueEntry[] = [];
  readonly cancelled: string[] = [];
  readonly released: string[] = [];
  readonly scripts: string[] = [];
  readonly calls: string[] = [];
  /** Answers to the next submissions, before jobs are taken; null: it is taken. */
  refusals: (Refused | null)[] = [];
  isDown = false;
  past: QueueEntry[] | null = null;

  constructor(private readonly readScript: (path: string) => string) {}

  submit(path: string): Promise<string | Refused> {
    this.calls.push('submit');
    const refused = this.refusals.shift() ?? null;
    if (refused !== null) return Promise.resolve(refused);
    const script = this.readScript(path);
    this.scripts.push(script);
    const job = String(100 + this.scripts.length);
    const name = /--job-name=(\S+)/.exec(script)![1]!;
    const size = /--array=0-(\d+)/.exec(script)?.[1];
    const indices =
      size === undefined ? [null] : Array.from({ length: Number(size) + 1 }, (_, index) => index);
    for (const index of indices)
      this.jobs.push(entry(name, { job, index, state: 'PENDING', reason: 'Priority', node: '' }));
    return Promise.resolve(job);
  }

  queue(): Promise<readonly QueueEntry[] | Refused> {
    this.calls.push('queue');
    return Promise.resolve(this.isDown ? down : [...this.jobs]);
  }

  accounting(jobs: readonly string[]): Promise<readonly QueueEntry[] | null> {
    if (jobs.length > 0) this.calls.push('accounting');
    return Promise.resolve(this.past);
  }

  cancel(jobs: readonly string[]): Promise<null> {
    this.cancelled.push(...jobs);
    for (const id of jobs) this.move(id, { state: 'CANCELLED', reason: 'None' });
    return Promise.resolve(null);
  }

  release(jobs: readonly string[]): Promise<void> {
    this.released.push(...jobs);
    for (const id of jobs) this.move(id, { reason: 'Priority' });
    return Promise.resolve();
  }

  partitions(): Promise<readonly string[]> {
    return Promise.resolve(['main', 'urgent']);
  }

  /** Starts every job whose turn it is, and ends it as `carryOut` says, until none is left that can start. */
  async advance(
    carryOut: (folder: string, index: number) => Promise<number>,
    isTurn: (job: QueueEntry) => boolean = () => true,
  ): Promise<void> {
    for (;;) {
      const next = this.jobs.find((job) => {
        const isStuck = job.reason === 'DependencyNeverSatisfied' || this.dependency(job) === 'open';
        return job.state === 'PENDING' && !isStuck && isTurn(job);
      });
      if (next === undefined) return;
      const id = idOf(next);
      if (this.dependency(next) === 'never') {
        const isCancelled = this.scriptOf(next).includes('--kill-on-invalid-dep=yes');
        const state = isCancelled ? 'CANCELLED' : 'PENDING';
        this.move(id, { state, reason: 'DependencyNeverSatisfied' });
        continue;
      }
      this.move(id, { state: 'RUNNING', node: 'n1' });
      const folder = /--output=(\S+)\/[^/]+\.log/.exec(this.scriptOf(next))![1]!;
      const code = await carryOut(folder, next.index ?? 0);
      this.move(id, code === 0 ? { state: 'COMPLETED' } : { state: 'FAILED', reason: 'NonZeroExitCode' });
    }
  }

  private scriptOf({ job }: QueueEntry): string {
    return this.scripts[Number(job) - 101]!;
  }

  /** Whether the jobs that one waits for have ended well; an unknown number counts as one that has, as in Slurm. */
  private dependency(job: QueueEntry): 'met' | 'never' | 'open' {
    const after = /--dependency=afterok:(\S+)/.exec(this.scriptOf(job))?.[1]?.split(':') ?? [];
    const states = after.map((id) => this.jobs.find((other) => idOf(other) === id)?.state ?? 'COMPLETED');
    if (states.some((state) => state === 'FAILED' || state === 'CANCELLED')) return 'never';
    return states.every((state) => state === 'COMPLETED') ? 'met' : 'open';
  }

  /** Changes a job, by its number or `number_place`. */
  move(id: string, change: Partial<QueueEntry>): void {
    this.jobs.forEach((job, at) => {
      if (idOf(job) === id) this.jobs[at] = { ...job, ...change };
    });
  }
}
