import type { Stage, StageKind } from '../../schema/plan.js';
import { devicesOf } from './own-devices.js';

/** Room for one stage: what it may use, decided before its process starts. */
export interface Slot {
  readonly number: number;
  readonly environment: Readonly<Record<string, string>>;
  /** Names of its GPUs; none for a stage that computes on processors. */
  readonly gpus: readonly string[];
  /** For people: `cpu`, or the GPUs' names. */
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
  private readonly threadsAreGiven: boolean;
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
    this.threadsAreGiven = threads !== undefined;
    this.gpus = gpus;
    this.loads = gpus.map(() => 0);
    this.free = Array.from({ length: this.jobs }, (_, index) => index);
    this.onlyFree = onlyFree;
  }

  get isFull(): boolean {
    return this.free.length === 0;
  }

  /** Whether a stage of this kind can have what it needs now. */
  fits(kind: StageKind, devices = 1): boolean {
    return !this.isFull && (!this.needsGpu(kind) || this.leastLoaded(devices) !== null);
  }

  /**
   * The same for stages in the order in which they shall start: one that waits for several GPUs is not overtaken by
   * those that need fewer, which could go on for ever.
   */
  fitting(): (stage: Pick<Stage, 'kind' | 'locals'>) => boolean {
    let reserved = false;
    return (stage) => {
      const devices = devicesOf(stage);
      const isFitting = !(reserved && this.needsGpu(stage.kind)) && this.fits(stage.kind, devices);
      reserved ||= devices > 1 && !isFitting;
      return isFitting;
    };
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

  /** A slot for a stage that is spread over so many devices; null when there is no room for it. */
  take(kind: StageKind, devices = 1): Slot | null {
    if (!this.fits(kind, devices)) return null;
    const number = this.free.shift()!;
    const given = this.needsGpu(kind) ? this.leastLoaded(devices)! : [];
    for (const gpu of given) this.loads[gpu]! += 1;
    const gpus = given.map((gpu) => this.gpus[gpu]!);
    // Without GPUs the devices of a stage share its cores.
    const isShared = gpus.length === 0 && !this.threadsAreGiven;
    const threads = String(isShared ? Math.max(1, Math.floor(this.threads / devices)) : this.threads);
    return {
      number,
      gpus,
      device: gpus.length === 0 ? 'cpu' : gpus.join(','),
      environment: {
        TF_NUM_INTRAOP_THREADS: threads,
        OMP_NUM_THREADS: threads,
        // Huge pages: training allocates and frees buffers of many megabytes at every step.
        GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1',
        CUDA_VISIBLE_DEVICES: gpus.join(','),
        ...(this.jobs > this.gpus.length ? { TF_FORCE_GPU_ALLOW_GROWTH: 'true' } : {}),
      },
    };
  }

  give(slot: Slot): void {
    for (const name of slot.gpus) this.loads[this.gpus.indexOf(name)]! -= 1;
    this.free.push(slot.number);
    this.free.sort((a, b) => a - b);
  }

  private needsGpu(kind: StageKind): boolean {
    return computing.has(kind) && this.gpus.length > 0;
  }

  /** So many GPUs with the fewest stages among those that may be given; null where there are fewer. */
  private leastLoaded(devices: number): number[] | null {
    const given = this.gpus.map((_, gpu) => gpu).filter((gpu) => this.isGiven(gpu));
    if (given.length < devices) return null;
    return given.sort((a, b) => this.loads[a]! - this.loads[b]! || a - b).slice(0, devices);
  }

  /** Has room for one more stage, and others leave it free where that is asked for. */
  private isGiven(gpu: number): boolean {
    const load = this.loads[gpu]!;
    const isOurs = !this.onlyFree || load > 0 || this.seenFree.has(this.gpus[gpu]!);
    return load < Math.ceil(this.jobs / this.gpus.length) && isOurs;
  }
}
