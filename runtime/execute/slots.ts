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

  constructor({ cores, gpus, jobs, threads, memory }: SlotOptions) {
    const wanted = jobs ?? (gpus.length > 0 ? gpus.length : Math.max(1, Math.floor(cores / coresPerStage)));
    const fitting = memory === undefined ? Infinity : Math.max(1, Math.floor(memory.there / memory.stage));
    this.jobs = Math.min(wanted, fitting);
    this.threads = threads ?? Math.max(1, Math.floor(cores / this.jobs));
    this.gpus = gpus;
    this.loads = gpus.map(() => 0);
    this.free = Array.from({ length: this.jobs }, (_, index) => index);
  }

  get isFull(): boolean {
    return this.free.length === 0;
  }

  /** A slot for a stage; null when none is free. */
  take(kind: StageKind): Slot | null {
    const number = this.free.shift();
    if (number === undefined) return null;
    const gpu = computing.has(kind) && this.gpus.length > 0 ? this.leastLoaded() : null;
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

  private leastLoaded(): number {
    return this.loads.indexOf(Math.min(...this.loads));
  }
}
