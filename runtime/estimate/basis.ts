import type { Stage } from '../../schema/plan.js';
import type { EvaluateStage, EvaluationConfig } from '../../schema/stages/evaluation.js';
import type { CleanStage, PretrainStage } from '../../schema/stages/training.js';
import { devicesOf } from '../execute/own-devices.js';
import { stepCase } from '../bench/case.js';
import { predictStep, type Measurement, type PredictedStep } from '../bench/measurement.js';
import { median } from '../bench/median.js';
import { isTraining, workOf, type PastStage } from './history.js';
import type { Pairs } from './pairs.js';

/**
 * What an estimate rests on.
 * - `progress`: what a stage that runs tells of its speed
 * - `like-stages`: finished stages of the same kind of work, `exactly` so with as many threads
 * - `bench`: a measurement of `expc bench`, `exactly` so at this batch and with as many stages at a time
 * - `inside`: a measurement that another stage carries out while it trains
 */
export type Basis =
  | { readonly kind: 'progress' }
  | { readonly kind: 'like-stages'; readonly stages: number; readonly exactly: boolean }
  | { readonly kind: 'bench'; readonly at: string; readonly exactly: boolean }
  | { readonly kind: 'inside' };

/** What a stage takes, if it is done from its beginning. */
export interface Cost {
  readonly seconds: number;
  readonly basis: Basis;
}

/** All that is known of how long things take here. */
export interface Known {
  readonly past: readonly PastStage[];
  readonly measurements: readonly Measurement[];
  readonly pairs: Pairs;
  /** How stages are going to be carried out. */
  readonly jobs: number;
  readonly threads: number;
  /** `cpu` or `gpu`. */
  readonly device: string;
  readonly cpu: string;
}

interface MeasuredStep extends PredictedStep {
  readonly exactly: boolean;
}

/** Equal for stages that take equally long for equal amounts. */
function likeName(work: string, devices: number): string {
  return `${work} on ${devices}`;
}

/** The costs of a plan's stages. */
export class Costs {
  readonly #past = new Map<string, readonly PastStage[]>();
  readonly #steps = new Map<string, MeasuredStep | null>();
  readonly #observers = new Map<string, EvaluateStage[]>();

  constructor(
    private readonly known: Known,
    stages: readonly Stage[],
  ) {
    const { cpu, device } = known;
    const here = known.past.filter((one) => one.cpu === cpu && one.device === device);
    for (const one of here) {
      const like = likeName(one.work, one.devices);
      this.#past.set(like, [...(this.#past.get(like) ?? []), one]);
    }
    for (const stage of stages) {
      if (stage.kind !== 'evaluate') continue;
      const { model } = stage.inputs;
      this.#observers.set(model, [...(this.#observers.get(model) ?? []), stage]);
    }
  }

  /** The cost of a stage, or why there is none to be told. */
  of(stage: Stage): Cost | string {
    const amount = this.#amountOf(stage);
    const work = workOf(stage);
    return this.#fromLikeStages(stage, work, amount) ?? this.#fromBench(stage, work, amount);
  }

  /** Steps of a training, pairs of data, pictures measured; null where that is not known before the data are built. */
  #amountOf(stage: Stage): number | null {
    const { pairs } = this.known;
    if (stage.kind === 'evaluate') return picturesOf(stage.config.evaluation, pairs.of(stage.inputs.test));
    if (!isTraining(stage)) return stage.kind === 'label' ? pairs.of(stage.inputs.data) : pairs.of(stage.key);
    const count = pairs.of(stage.inputs.data);
    return count === null ? null : Math.floor(count / stage.config.batch_size) * epochsOf(stage);
  }

  #fromLikeStages(stage: Stage, work: string, amount: number | null): Cost | null {
    const like = this.#past.get(likeName(work, devicesOf(stage))) ?? [];
    const same = like.filter(({ threads }) => threads === this.known.threads);
    const used = same.length > 0 ? same : like;
    const each = used.flatMap((one) => {
      if (amount === null || one.amount === null) return isTraining(stage) ? [] : [one.seconds];
      return one.amount === 0 ? [] : [(one.seconds * amount) / one.amount];
    });
    if (each.length === 0) return null;
    const exactly = same.length > 0 || !isTraining(stage);
    return { seconds: median(each), basis: { kind: 'like-stages', stages: each.length, exactly } };
  }

  #fromBench(stage: Stage, work: string, amount: number | null): Cost | string {
    if (!isTraining(stage)) return 'nothing like it was done here yet';
    if (amount === null) return 'its data are not built, so its steps cannot be counted';
    const devices = devicesOf(stage);
    if (devices > 1) return `nothing like it on ${devices} devices was done here yet`;
    const step = this.#stepOf(stage, work);
    if (step === null) return 'nothing like it was measured: `expc bench` on the experiment does';
    const { top, exactly } = step;
    const measuring = this.#evaluations(stage, amount).reduce((sum, [evaluation, times]) => {
      return sum + times * this.#evaluationSeconds(evaluation, top);
    }, 0);
    const seconds = top.begin_seconds + amount * step.seconds + measuring;
    return { seconds, basis: { kind: 'bench', at: top.at, exactly } };
  }

  #stepOf(stage: PretrainStage | CleanStage, work: string): MeasuredStep | null {
    const known = this.#steps.get(work);
    if (known !== undefined) return known;
    const one = stepCase(stage.config);
    let found: MeasuredStep | null = null;
    for (const { measurements, exactly } of this.#bySettings()) {
      const step = predictStep(one, measurements);
      if (step === null) continue;
      found = { ...step, exactly: exactly && step.measured };
      break;
    }
    this.#steps.set(work, found);
    return found;
  }

  /** Measurements at the settings that stages are going to have, then those of as many threads, then any of the device. */
  #bySettings() {
    const { measurements, jobs, threads, device } = this.known;
    const here = measurements.filter(({ settings }) => (settings.device === 'cpu') === (device === 'cpu'));
    const alone = here.filter(({ settings }) => settings.jobs === 1);
    return [
      {
        measurements: here.filter(({ settings }) => settings.jobs === jobs && settings.threads === threads),
        exactly: true,
      },
      { measurements: alone.filter(({ settings }) => settings.threads === threads), exactly: false },
      { measurements: alone, exactly: false },
    ];
  }

  /** The stages whose measurements a training makes, and how often: before the first epoch, after each, and inside. */
  #evaluations(
    stage: PretrainStage | CleanStage,
    steps: number,
  ): (readonly [EvaluateStage | CleanStage, number])[] {
    const measuring = stage.kind === 'clean' ? [stage] : (this.#observers.get(stage.key) ?? []);
    return measuring.map((one) => {
      const every = one.config.evaluation.every_steps;
      return [one, 1 + epochsOf(stage) + (every === undefined ? 0 : Math.floor(steps / every))] as const;
    });
  }

  /** One evaluation: pictures, and the prompts of every class. */
  #evaluationSeconds({ config, inputs }: EvaluateStage | CleanStage, measured: Measurement): number {
    const { pairs } = this.known;
    const pictures = picturesOf(config.evaluation, pairs.of(inputs.test)) ?? 0;
    const prompts = (pairs.classes(inputs.test) ?? 0) * config.evaluation.templates.length;
    return pictures * measured.picture_seconds + prompts * measured.caption_seconds;
  }
}

/** Epochs that a training trains. */
function epochsOf({ config }: PretrainStage | CleanStage): number {
  return 'continues' in config && config.continues === true
    ? config.epochs - Number(config.from)
    : config.epochs;
}

/** Pictures of one evaluation: the clean ones, and the triggered copies of each attack. */
function picturesOf({ asr }: EvaluationConfig, test: number | null): number | null {
  if (test === null) return null;
  const attacks = asr === null ? 0 : 1 + (asr.others?.length ?? 0);
  return test * (1 + attacks * (asr?.copies ?? 0));
}
