import { StageFailure } from './context.js';
import { askNvidiaSmi } from './nvidia-smi.js';

export interface FreeGpusOptions {
  /** Names of the GPUs that stages may get, as CUDA_VISIBLE_DEVICES takes them. */
  readonly gpus: readonly string[];
  /** Memory in use up to which a GPU counts as free, in MiB. */
  readonly usedMib: number;
  /** Longest time between two looks, in seconds. */
  readonly pollSeconds: number;
  /** Told that GPUs are waited for and why, and when one is free. */
  readonly tell: (line: string) => void;
  readonly ask?: typeof askNvidiaSmi;
}

/** What is waited for. */
interface Wait {
  /** GPUs that may become free, as they are at each look. */
  readonly candidates: () => readonly string[];
  readonly found: (free: ReadonlySet<string>) => void;
  readonly since: number;
  /** What was looked at last. */
  seen: readonly string[];
  looks: number;
  timer: NodeJS.Timeout | null;
}

/** Looks for GPUs that nobody else computes on: by the memory in use, as every program takes some. */
export class FreeGpus {
  private current: Wait | null = null;
  /** The wait that has just found GPUs, while they are given away. */
  private ended: Wait | null = null;
  private isCancelled = false;

  constructor(private readonly options: FreeGpusOptions) {}

  /**
   * Makes sure that the memory of every GPU can be told.
   * @throws {StageFailure} where it cannot: stages would wait for ever
   */
  async check(): Promise<void> {
    const { gpus } = this.options;
    const used = await this.used();
    const unknown = gpus.filter((gpu) => used?.get(gpu) === undefined);
    if (unknown.length === 0) return;
    const which = used === null ? 'GPUs' : unknown.join(', ');
    throw new StageFailure(
      `nvidia-smi does not say how much memory of ${which} is in use: nobody can wait until it is free`,
      'leave out `execution.wait_for_gpus` and `--wait-for-gpus`',
    );
  }

  /** Whether a look goes on, or is to come. */
  get isWaiting(): boolean {
    return this.current !== null;
  }

  /** Calls once, with the GPUs that are free of others, as soon as one is. Looks at once where more may be free now. */
  wait(candidates: Wait['candidates'], found: Wait['found']): void {
    if (this.isCancelled) return;
    const { current } = this;
    if (this.ended !== null) this.again({ ...this.ended, candidates, found });
    else if (current === null) {
      this.current = { candidates, found, since: performance.now(), seen: [], looks: 0, timer: null };
      void this.look(this.current);
    } else if (current.timer !== null && candidates().some((gpu) => !current.seen.includes(gpu))) {
      clearTimeout(current.timer);
      void this.look(current);
    }
  }

  /** Looks no more. */
  cancel(): void {
    this.isCancelled = true;
    clearTimeout(this.current?.timer ?? undefined);
    this.current = null;
  }

  private async look(wait: Wait): Promise<void> {
    wait.timer = null;
    const used = await this.used();
    if (this.isCancelled) return;
    const { usedMib, tell } = this.options;
    wait.seen = wait.candidates();
    const free = wait.seen.filter((gpu) => (used?.get(gpu) ?? Infinity) <= usedMib);
    if (free.length > 0) {
      if (wait.looks > 1) tell(`free after ${minutes(wait.since)}: ${free.join(', ')}`);
      this.current = null;
      this.ended = wait;
      wait.found(new Set(free));
      this.ended = null;
      return;
    }
    if (wait.looks === 1)
      tell(`waiting for a GPU with at most ${usedMib} MiB in use: ${usesText(wait.seen, used)}`);
    this.again(wait);
  }

  /** Looks again later; soon at first: what a process held that has just ended is given back a moment later. */
  private again(wait: Wait): void {
    const seconds = Math.min(this.options.pollSeconds, 2 ** wait.looks);
    wait.looks += 1;
    wait.timer = setTimeout(() => void this.look(wait), seconds * 1000);
    this.current = wait;
  }

  /** MiB in use by the name and by the number of each GPU; null where nobody says. */
  private async used(): Promise<ReadonlyMap<string, number> | null> {
    const { ask = askNvidiaSmi } = this.options;
    const listed = await ask(['index', 'uuid', 'memory.used']);
    if (listed === null) return null;
    return new Map(
      listed.flatMap(([index, uuid, memory]) => {
        const mib = Number.parseFloat(memory!);
        return Number.isNaN(mib) ? [] : [[index!, mib] as const, [uuid!, mib] as const];
      }),
    );
  }
}

const minutes = (since: number): string => `${((performance.now() - since) / 60_000).toFixed(1)} minutes`;

function usesText(gpus: readonly string[], used: ReadonlyMap<string, number> | null): string {
  if (used === null) return 'nvidia-smi does not answer';
  return gpus
    .map((gpu) => `${gpu} has ${used.get(gpu)?.toLocaleString('en') ?? 'an unknown number of'}`)
    .join(', ');
}
