import { resolve } from 'node:path';
import type { Plan, Stage } from '../../schema/plan.js';
import { keptMeasurements } from '../bench/kept.js';
import type { Machine } from '../bench/machine.js';
import type { Progress } from '../execute/context.js';
import { stageLabels } from '../execute/labels.js';
import { ranksOf } from '../execute/order.js';
import { devicesOf } from '../execute/own-devices.js';
import { stagesToDo } from '../execute/selection.js';
import { Slots } from '../execute/slots.js';
import { readProgress, readStageState, type StageStatus } from '../store/stage-state.js';
import { Costs, type Basis } from './basis.js';
import { pastStages } from './history.js';
import { makespan } from './makespan.js';
import { Pairs } from './pairs.js';

/** What a stage that is not done is going to take on this machine. */
export interface StageEstimate {
  readonly id: string;
  readonly kind: Stage['kind'];
  readonly label: string;
  /** Of what is left of it; null where nothing tells. */
  readonly seconds: number | null;
  /** What that rests on; null where there is nothing. */
  readonly basis: Basis | null;
  /** Why there is no estimate. */
  readonly why: string | null;
}

export interface Estimate {
  readonly experiment: string;
  /** Stages at a time, and threads of each. */
  readonly jobs: number;
  readonly threads: number;
  /** `cpu` or `gpu`. */
  readonly device: string;
  /** Every stage that is to do, in the order of the plan. */
  readonly stages: readonly StageEstimate[];
  /** Time at work of all stages together, as far as there are estimates. */
  readonly seconds: number;
  /** Time from beginning to end, `jobs` at a time. */
  readonly makespan_seconds: number;
  /** Stages without an estimate: the times are then those of the others. */
  readonly unknown: number;
}

export interface EstimateOptions {
  readonly outputs: string;
  readonly machine: Machine;
  /** GPUs that are used, as CUDA_VISIBLE_DEVICES names them. */
  readonly gpus: readonly string[];
  readonly jobs?: number | undefined;
  readonly threads?: number | undefined;
}

/** What is left of a plan, in hours: by what the store and the measurements of this machine tell. */
export function estimatePlan(plan: Plan, options: EstimateOptions): Estimate {
  const outputs = resolve(options.outputs);
  const { machine, gpus } = options;
  const { cores, cpu } = machine;
  const slots = new Slots({
    cores,
    gpus,
    jobs: options.jobs ?? plan.execution.jobs,
    threads: options.threads ?? plan.execution.threads,
    memory:
      plan.execution.memory_gb === undefined
        ? undefined
        : { there: machine.memory_bytes, stage: plan.execution.memory_gb * 1e9 },
  });
  const { jobs, threads } = slots;
  const device = gpus.length > 0 ? 'gpu' : 'cpu';
  const pairs = new Pairs(plan.stages, outputs);
  const measurements = keptMeasurements(machine);
  const past = pastStages(outputs);
  const costs = new Costs({ past, measurements, pairs, jobs, threads, device, cpu }, plan.stages);
  const state = new Map(plan.stages.map((stage) => [stage.key, readStageState(outputs, stage).status]));
  const finished = plan.stages.map(({ key }) => key).filter((key) => state.get(key) === 'done');
  const toDo = stagesToDo(plan.stages, new Set(finished));
  const labels = stageLabels(plan);
  const left = plan.stages.filter(({ key }) => toDo.has(key));
  const stages = left.map((stage) => {
    const label = labels.get(stage.key) ?? stage.id;
    const { id, kind } = stage;
    return { id, kind, label, ...estimateOf(stage, state.get(stage.key)!, { costs, toDo, outputs }) };
  });
  const seconds = new Map(left.map(({ key }, index) => [key, stages[index]!.seconds ?? 0]));
  const ranks = ranksOf(plan, plan.execution.order, jobs);
  const done = new Set(plan.stages.map(({ key }) => key).filter((key) => !toDo.has(key)));
  const placesOf = (stage: Stage) => (gpus.length > 0 ? Math.min(jobs, devicesOf(stage)) : 1);
  return {
    experiment: plan.experiment,
    jobs,
    threads,
    device,
    stages,
    seconds: [...seconds.values()].reduce((sum, each) => sum + each, 0),
    makespan_seconds: makespan(plan.stages, { done, ranks, seconds, jobs, placesOf }),
    unknown: stages.filter((stage) => stage.seconds === null).length,
  };
}

interface Surroundings {
  readonly costs: Costs;
  readonly toDo: ReadonlySet<string>;
  readonly outputs: string;
}

function estimateOf(
  stage: Stage,
  status: StageStatus,
  { costs, toDo, outputs }: Surroundings,
): Pick<StageEstimate, 'seconds' | 'basis' | 'why'> {
  // A pre-training carries its measurements out while it trains.
  if (stage.kind === 'evaluate' && toDo.has(stage.inputs.model))
    return { seconds: 0, basis: { kind: 'inside' }, why: null };
  const progress = status === 'new' ? null : (readProgress(outputs, stage.id) as Progress | null);
  if (status === 'running' && progress?.seconds_left !== undefined)
    return { seconds: progress.seconds_left, basis: { kind: 'progress' }, why: null };
  const cost = costs.of(stage);
  if (typeof cost === 'string') return { seconds: null, basis: null, why: cost };
  // Where it was stopped it goes on: a training from its last checkpoint, which is not far behind.
  const left = 1 - Math.min(1, progress?.fraction ?? 0);
  return { seconds: cost.seconds * left, basis: cost.basis, why: null };
}
