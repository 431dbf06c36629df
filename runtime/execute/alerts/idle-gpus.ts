import { askNvidiaSmi } from '../nvidia-smi.js';

/** Percent of the last moments in which a GPU may have computed and still counts as idle. */
const idlePercent = 5;

/** A GPU that computes nothing though there is work for it. */
export interface IdleGpu {
  readonly gpu: string;
  readonly minutes: number;
  /** Of this run, on this GPU. */
  readonly stages: number;
  /** MiB in use, by whomever. */
  readonly memory: number | null;
}

export interface IdleGpusOptions {
  /** The GPUs of a run with the number of its stages on each. */
  readonly uses: () => ReadonlyMap<string, number>;
  /** Whether stages wait that could use a GPU. */
  readonly isWorkWaiting: () => boolean;
  readonly minutes: number;
  /** Told once for each time that a GPU is idle. */
  readonly found: (idle: IdleGpu) => void;
  readonly ask?: typeof askNvidiaSmi;
  /** Milliseconds of a clock that only goes forward. */
  readonly now?: () => number;
}

/** Watches the GPUs of a run, and finds those that have been idle for long while there was work for them. */
export class IdleGpus {
  private readonly idleSince = new Map<string, number>();
  private readonly told = new Set<string>();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly options: IdleGpusOptions) {}

  /** Looks several times in the time that a GPU may idle, but not more often than twice a second. */
  start(): void {
    const seconds = Math.max(0.5, Math.min(60, (this.options.minutes * 60) / 5));
    this.timer = setInterval(() => void this.look(), seconds * 1000);
    this.timer.unref();
  }

  stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
  }

  /** One look. Where nothing is known of a GPU, it is not idle. */
  async look(): Promise<void> {
    const { ask = askNvidiaSmi, now = () => performance.now(), uses, isWorkWaiting, minutes } = this.options;
    const listed = (await ask(['index', 'uuid', 'utilization.gpu', 'memory.used'])) ?? [];
    for (const [gpu, stages] of uses()) {
      const [, , percent = '', memory = ''] =
        listed.find(([index, uuid]) => [index, uuid].includes(gpu)) ?? [];
      const isIdle = Number.parseFloat(percent) <= idlePercent && (stages > 0 || isWorkWaiting());
      if (!isIdle) {
        this.idleSince.delete(gpu);
        this.told.delete(gpu);
        continue;
      }
      const since = this.idleSince.get(gpu) ?? now();
      this.idleSince.set(gpu, since);
      const idle = (now() - since) / 60_000;
      if (idle < minutes || this.told.has(gpu)) continue;
      this.told.add(gpu);
      const used = Number.parseFloat(memory);
      this.options.found({ gpu, minutes: idle, stages, memory: Number.isNaN(used) ? null : used });
    }
  }
}

/** `GPU 0 has computed nothing for 10 minutes: 2 stages wait for it (31,000 MiB of it are in use)`. */
export function idleText({ gpu, minutes, stages, memory }: IdleGpu): string {
  const why = stages > 0 ? 'a stage is on it' : 'stages wait, and none is on it';
  const used = memory === null ? '' : `; ${memory.toLocaleString('en')} MiB of its memory are in use`;
  return `GPU ${gpu} has computed nothing for ${Math.round(minutes * 10) / 10} minutes: ${why}${used}`;
}
