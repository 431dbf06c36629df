import type { StageKind } from '../../schema/plan.js';

/** Room for one stage: what it may use, decided before its process starts. */
export interface Slot {
  readonly number: number;
  readonly environment: Readonly<Record<string, string>>;
  /** For people: `cpu`, or the GPU's name. */
  readonly device: string;
}

export interface SlotOptions {
  readonly cores: number;
  readonly gpus: readonly string[];
  /** Stages at the same time. */
  readonly jobs?: number | undefined;
  /** Threads of one stage. */
  readonly threads?: number | undefined;
  /** Memory there is, and what one stage may need of it; in bytes. Bounds the stages at a time. */
  readonly memory?: { readonly there: number; readonly stage: number } | undefined;
  /** Give a GPU only after it was seen to be free of others: see FreeGpus. */
  readonly onlyFree?: boolean | undefined;
}

/** Kinds that compute with TensorFlow; the others get no GPU. */
const computing: ReadonlySet<StageKind> = new Set<StageKind>(['label', 'pretrain', 'evaluate', 'clean']);

/** Cores that one training keeps busy well enough; with fewer, two at a time are slower than one after the other. */
const coresPerStage = 4;

/** Hands out room for stages: with GPUs one stage each unless more jobs are asked for, else a share of the cores. */
export class Slots {
  readonly jobs: number;
  readonly threads: number;
  private readonly gpus: readonly string[];
  private readonly loads: number[];
  private readonly free: number[];
  readonly onlyFree: boolean;
  /** Names of the GPUs that others leave free at this moment. */
  private seenFree: ReadonlySet<string> = new Set();

  constructor({ cores, gpus, jobs, threads, memory, onlyFree = false }: SlotOptions) {
    const wanted = jobs ?? (gpus.length > 0 ? gpus.length : Math.max(1, Math.floor(cores / coresPerStage)));
    const fitting = memory === undefined ? Infinity : Math.max(1, Math.floor(memory.there / memory.stage));
    this.jobs = Math.min(wanted, fitting);
    this.threads = threads ?? Math.max(1, Math.floor(cores / this.jobs));
    this.gpus = gpus;
    this.loads = gpus.map(() => 0);
    this.free = Array.from({ length: this.jobs }, (_, index) => index);
    this.onlyFree = onlyFree;
  }

  get isFull(): boolean {
    return this.free.length === 0;
  }

  /** Whether a stage of this kind can have what it needs now. */
  fits(kind: StageKind): boolean {
    return !this.isFull && (!this.needsGpu(kind) || this.leastLoaded() !== null);
  }

  /** GPUs that hold no stage of this run. */
  get unused(): string[] {
    return this.gpus.filter((_, gpu) => this.loads[gpu] === 0);
  }

  /** Gives these GPUs away while `act` runs: a moment later others may be there. */
  whileFree(free: ReadonlySet<string>, act: () => void): void {
    this.seenFree = free;
    act();
    this.seenFree = new Set();
  }

  /** Names of the GPUs with the number of stages on each. */
  get uses(): ReadonlyMap<string, number> {
    return new Map(this.gpus.map((name, gpu) => [name, this.loads[gpu]!]));
  }

  /** A slot for a stage; null when none is free. */
  take(kind: StageKind): Slot | null {
    if (!this.fits(kind)) return null;
    const number = this.free.shift()!;
    const gpu = this.needsGpu(kind) ? this.leastLoaded() : null;
    if (gpu !== null) this.loads[gpu]! += 1;
    return {
      number,
      device: gpu === null ? 'cpu' : this.gpus[gpu]!,
      environment: {
        TF_NUM_INTRAOP_THREADS: String(this.threads),
        OMP_NUM_THREADS: String(this.threads),
        // Huge pages: training allocates and frees buffers of many megabytes at every step.
        GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1',
        CUDA_VISIBLE_DEVICES: gpu === null ? '' : this.gpus[gpu]!,
        ...(this.jobs > this.gpus.length ? { TF_FORCE_GPU_ALLOW_GROWTH: 'true' } : {}),
      },
    };
  }

  give(slot: Slot): void {
    const gpu = this.gpus.indexOf(slot.device);
    if (gpu >= 0) this.loads[gpu]! -= 1;
    this.free.push(slot.number);
    this.free.sort((a, b) => a - b);
  }

  private needsGpu(kind: StageKind): boolean {
    return computing.has(kind) && this.gpus.length > 0;
  }

  /** The GPU with the fewest stages among those that may be given; null where others have all of them. */
  private leastLoaded(): number | null {
    const given = this.gpus.map((_, gpu) => gpu).filter((gpu) => !this.onlyFree || this.isOurs(gpu));
    if (given.length === 0) return null;
    return given.reduce((best, gpu) => (this.loads[gpu]! < this.loads[best]! ? gpu : best));
  }

  /** Free, or held by this run with room for one more of its stages. */
  private isOurs(gpu: number): boolean {
    const most = Math.ceil(this.jobs / this.gpus.length);
    const load = this.loads[gpu]!;
    return load < most && (load > 0 || this.seenFree.has(this.gpus[gpu]!));
  }
}
