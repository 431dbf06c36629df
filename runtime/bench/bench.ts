import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Slots } from '../execute/slots.js';
import { partSize, withPart } from './case.js';
import { keepMeasurement } from './kept.js';
import { firstPart, secondPart } from './ladder.js';
import type { Machine } from './machine.js';
import { median } from './median.js';
import type { Measurement, Settings } from './measurement.js';
import { NotMeasured, type MeasureWith } from './process.js';
import type { Measured } from './request.js';
import { caseReport, type CaseReport, type Failure, type Trial } from './report.js';
import type { NamedCase } from './standard.js';
import { standInData } from './stand-in.js';

export interface BenchOptions {
  readonly machine: Machine;
  /** GPUs as CUDA_VISIBLE_DEVICES names them; none for the processor. */
  readonly gpus: readonly string[];
  /** Threads of a process that has the machine for itself; default: all cores. */
  readonly threads?: number | undefined;
  /** Stages at a time that the person means to run; tried beside what is tried anyway. */
  readonly jobs?: number | undefined;
  /** Time for the steps of each measurement, in seconds. */
  readonly seconds: number;
  readonly measure: MeasureWith;
  /** Told what is being measured. */
  readonly tell?: (line: string) => void;
}

/**
 * Measures cases one after the other; every measurement is kept. A case that cannot be measured says why, the others go on.
 *
 * @throws what the abort signal of `measure` was given as its reason
 */
export async function bench(cases: readonly NamedCase[], options: BenchOptions): Promise<CaseReport[]> {
  const folder = mkdtempSync(join(tmpdir(), 'expc-bench-'));
  try {
    const reports: CaseReport[] = [];
    for (const one of cases) reports.push(await new CaseBench(one, options, folder).run());
    return reports;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Longest step of a model that is small: several at a time, each with fewer threads, may then do more together. */
const smallStep = 0.5;

class CaseBench {
  readonly #found: Measurement[] = [];

  constructor(
    private readonly named: NamedCase,
    private readonly options: BenchOptions,
    private readonly folder: string,
  ) {}

  async run(): Promise<CaseReport> {
    const { machine, gpus } = this.options;
    const memory =
      gpus.length > 0 ? (machine.gpus[0]?.memory_bytes ?? machine.memory_bytes) : machine.memory_bytes;
    let failure: Failure | null = null;
    let trials: Trial[] = [];
    try {
      trials = await this.#measureAll(memory);
    } catch (error) {
      if (!(error instanceof NotMeasured)) throw error;
      failure = { message: error.message, hint: error.hint };
    }
    return caseReport(this.named, this.#found, { memory, trials, failure });
  }

  async #measureAll(memory: number): Promise<Trial[]> {
    const { case: one } = this.named;
    const alone = this.#alone();
    const first = firstPart(one);
    const low = await this.#measure(first, alone);
    const second = secondPart(one, { part: first, ...low }, memory);
    const top = second === null ? low : await this.#measure(second, alone);
    return this.#try(second ?? first, top, memory);
  }

  #alone(): Settings {
    const { machine, threads, gpus } = this.options;
    return { threads: threads ?? machine.cores, jobs: 1, device: gpus.length > 0 ? gpuName(machine) : 'cpu' };
  }

  /** Settings that may help, at a number of pairs at once that was measured. What fails there is no failure of the case. */
  async #try(part: number, base: Measurement, memory: number): Promise<Trial[]> {
    const { machine, gpus } = this.options;
    const trials: Trial[] = [];
    const add = async (setting: string, measure: () => Promise<Measurement>) => {
      const measurement = await measure().catch((error: unknown) => {
        if (error instanceof NotMeasured) return null;
        throw error;
      });
      if (measurement !== null) trials.push({ setting, base, measurement });
    };
    if (this.named.case.precision === undefined && (machine.bf16 || gpus.length > 0))
      await add('precision: bf16', () => this.#measure(part, base.settings, 'bf16'));
    for (const jobs of this.#jobsToTry(base, memory)) {
      const threads = Math.max(1, Math.floor(machine.cores / jobs));
      const settings = { ...base.settings, jobs, threads };
      await add(`jobs: ${jobs}, threads: ${threads}`, () => this.#measure(part, settings));
    }
    return trials;
  }

  #jobsToTry({ step_seconds, memory_bytes }: Measurement, memory: number): number[] {
    const { machine, gpus, jobs: meant = 1 } = this.options;
    const usual = gpus.length === 0 && step_seconds < smallStep ? [2, 4] : [];
    return [...new Set([...usual, meant])]
      .filter((jobs) => jobs > 1 && jobs <= machine.cores && jobs * memory_bytes < memory)
      .sort((a, b) => a - b);
  }

  async #measure(part: number, settings: Settings, precision?: 'bf16'): Promise<Measurement> {
    const { name, case: full, data, evaluation } = this.named;
    const { machine, gpus, seconds, measure, tell } = this.options;
    const sized = part === partSize(full) ? full : withPart(full, part);
    const one = precision === undefined ? sized : { ...sized, precision };
    const how = [precision, settings.jobs > 1 ? `${settings.jobs} at a time` : undefined];
    tell?.([`${name}: ${part} pairs at once`, ...how.filter((each) => each !== undefined)].join(', '));
    const request = {
      case: one,
      data: data ?? standInData(one, this.folder),
      evaluation: Math.min(evaluation, part),
      seconds,
    };
    const slots = new Slots({ cores: machine.cores, gpus, jobs: settings.jobs, threads: settings.threads });
    const answers = await Promise.all(
      Array.from({ length: settings.jobs }, () => measure(request, slots.take('pretrain')!.environment)),
    );
    const measurement: Measurement = {
      version: 1,
      case: one,
      settings,
      data: data === null ? 'noise' : 'own',
      at: new Date().toISOString(),
      ...together(answers),
    };
    keepMeasurement(machine, measurement);
    this.#found.push(measurement);
    return measurement;
  }
}

function gpuName({ gpus }: Machine): string {
  return gpus[0]?.name ?? 'gpu';
}

/** Medians over processes. */
function together(all: readonly Measured[]): Measured {
  const middle = (of: (one: Measured) => number) => median(all.map(of));
  return {
    step_seconds: middle((one) => one.step_seconds),
    wait_seconds: middle((one) => one.wait_seconds),
    steps: all.reduce((sum, { steps }) => sum + steps, 0),
    begin_seconds: middle((one) => one.begin_seconds),
    memory_bytes: middle((one) => one.memory_bytes),
    picture_seconds: middle((one) => one.picture_seconds),
    caption_seconds: middle((one) => one.caption_seconds),
    versions: all[0]!.versions,
  };
}
