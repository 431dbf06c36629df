import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Plan, Stage } from '../../schema/plan.js';
import { gitState } from '../store/git.js';
import { thisProcess } from '../store/owner.js';
import type { Origin } from '../store/provenance.js';
import { openSession, type OpenSession } from '../store/sessions.js';
import { epochsToAdd, readDone } from '../store/stage-folder.js';
import { AlertingView } from './alerts/alerting-view.js';
import { alertSettings } from './alerts/settings.js';
import { watchIdleGpus } from './alerts/watch.js';
import type { Conductor, MakeConductor } from './conductor.js';
import { StageFailure } from './context.js';
import { essenceOf } from './essence.js';
import { stageLabels } from './labels.js';
import type { Launcher } from './launcher.js';
import { localLauncher } from './local.js';
import { chooseGpus, listGpus } from './devices.js';
import { FreeGpus } from './free-gpus.js';
import { coreCount, memoryBytes } from './machine.js';
import { ranksOf, type Order } from './order.js';
import { checkDevices } from './own-devices.js';
import { writePlanLock } from './plan-lock.js';
import { Schedule } from './schedule.js';
import { stagesOfRun, stagesToDo } from './selection.js';
import { onStopSignals } from './signals.js';
import { Slots } from './slots.js';
import { summarise, type RunSummary, type StageResult } from './summary.js';
import { taskMaker } from './task-maker.js';
import { chooseView, type ViewChoice } from './view/choose.js';
import type { View } from './view/view.js';

export interface ExecuteOptions {
  /** The store: `outputs/`. Made when missing. */
  readonly outputs: string;
  /** Stages at the same time; default: the plan's, else what fits the machine. */
  readonly jobs?: number | undefined;
  /** GPUs that stages are spread over, by name or number; `cpu` for none. Default: the plan's, else all. */
  readonly devices?: readonly string[] | undefined;
  /** Give stages only GPUs that nobody else computes on; default: where the plan says so. */
  readonly waitForGpus?: boolean | undefined;
  /** Which of the stages that could start does; default: the plan's. */
  readonly order?: Order | undefined;
  /** Threads of one stage; default: the plan's, else the jobs' share of the cores. */
  readonly threads?: number | undefined;
  /** Default `auto`: live on a terminal, plain lines elsewhere. */
  readonly view?: ViewChoice | undefined;
  /** Ids or keys of the stages to do, with their inputs; default all. */
  readonly only?: readonly string[] | undefined;
  /** Start nothing more once a stage has failed. */
  readonly failFast?: boolean | undefined;
  /** Further tries of a stage whose process died or that met an unforeseen error; default: the plan's, else 0. */
  readonly retries?: number | undefined;
  /** Wait before the first retry, doubled for each one after; default: the plan's, else 5. */
  readonly retrySeconds?: number | undefined;
  /** Between two looks at a stage that another process has; default 1. */
  readonly pollSeconds?: number | undefined;
  /** `--set` arguments, recorded in the lock. */
  readonly overrides?: readonly string[] | undefined;
  /** Stops the run as Ctrl-C does. */
  readonly signal?: AbortSignal | undefined;
  /** Module whose `runners` carry out the stages instead of the program's own: a URL. */
  readonly runners?: string | undefined;
  readonly launcher?: Launcher | undefined;
  /** What brings the stages to their ends; default: slots of this machine. */
  readonly conductor?: MakeConductor | undefined;
}

/**
 * Does what a plan asks for and the store lacks. What fails, is interrupted or is blocked is told by the summary;
 * `exitCodeOf` gives its exit code. With nothing to do it returns at once.
 *
 * @throws {StageFailure} when the store itself cannot be used
 */
export async function execute(plan: Plan, options: ExecuteOptions): Promise<RunSummary> {
  const begun = performance.now();
  const outputs = resolve(options.outputs);
  const work = survey(plan, outputs, options);
  const { stages, settled, toDo, labels } = work;
  const alerts = toDo.size === 0 ? null : alertSettings(plan);
  const own = await chooseView(options.view ?? 'auto');
  const view = alerts === null ? own : new AlertingView(own, alerts);
  const slots = await slotsFor(plan, work, options);
  const freeGpus = await freeGpusFor(plan, slots, view);
  const shown = stages
    .filter(({ key }) => toDo.has(key))
    .map(({ id, key }) => ({ id, label: labels.get(key) ?? id }));
  const { jobs, threads } = slots;
  const ranks = ranksOf(plan, options.order ?? plan.execution.order, jobs);
  const conduct = options.conductor ?? localConductor;
  view.begin({
    experiment: plan.experiment,
    done: settled.size,
    stages: shown,
    jobs,
    threads,
    ...(conduct.how === undefined ? {} : { how: conduct.how }),
  });
  for (const line of additionsTo(work, outputs)) view.notice(line);
  const schedule = conduct({
    ...work,
    ranks,
    outputs,
    done: settled,
    slots,
    freeGpus,
    view,
    launcher: options.launcher ?? localLauncher(),
    taskOf: taskMaker(stages, {
      outputs,
      runners: options.runners ?? null,
      scheduler: thisProcess(),
      origin: await originOf(plan, work),
    }),
    failFast: options.failFast ?? false,
    retries: options.retries ?? plan.execution.retries ?? 0,
    retrySeconds: options.retrySeconds ?? plan.execution.retry_seconds ?? 5,
    pollSeconds: options.pollSeconds ?? 1,
  });
  const session = toDo.size === 0 ? null : openSession(outputs, plan.experiment);
  const stopWatching = view instanceof AlertingView ? watchIdleGpus(plan.experiment, slots, view) : undefined;
  const { results, interrupted } = await runUntilStopped(schedule, view, session, options.signal)
    .catch(async (error: unknown) => {
      await view.close?.();
      throw error;
    })
    .finally(() => {
      stopWatching?.();
      session?.close();
    });
  const summary = summarise(results, interrupted, (performance.now() - begun) / 1000);
  await view.end(summary);
  return summary;
}

/** What people are told of trainings that were finished and lack a checkpoint: why they run again, and how much. */
function additionsTo({ stages, toDo, labels }: Survey, outputs: string): string[] {
  return stages.flatMap((stage) => {
    const epochs = toDo.has(stage.key) ? epochsToAdd(outputs, stage) : null;
    if (epochs === null) return [];
    const which = `${epochs.length === 1 ? 'epoch' : 'epochs'} ${epochs.join(', ')}`;
    return [
      `${labels.get(stage.key) ?? stage.id} was finished without keeping ${which}: made again from the checkpoints before`,
    ];
  });
}

/** What there is to do. */
interface Survey {
  readonly stages: readonly Stage[];
  readonly toDo: ReadonlySet<string>;
  /** Done, or not needed. */
  readonly settled: ReadonlySet<string>;
  readonly unneeded: ReadonlySet<string>;
  readonly labels: ReadonlyMap<string, string>;
}

function survey(plan: Plan, outputs: string, { only, overrides = [] }: ExecuteOptions): Survey {
  let stages: readonly Stage[];
  let done: ReadonlySet<string>;
  try {
    mkdirSync(join(outputs, 'stages'), { recursive: true });
    writePlanLock(outputs, plan, overrides);
    const isDone = (stage: Stage) => readDone(outputs, stage) !== null;
    stages = stagesOfRun(plan, only, isDone);
    done = new Set(stages.filter(isDone).map(({ key }) => key));
  } catch (error) {
    const { message, hint } = essenceOf(error);
    throw new StageFailure(message, hint ?? undefined);
  }
  const toDo = stagesToDo(stages, done);
  const settled = new Set(stages.map(({ key }) => key).filter((key) => !toDo.has(key)));
  const unneeded = new Set([...settled].filter((key) => !done.has(key)));
  return { stages, toDo, settled, unneeded, labels: stageLabels(plan) };
}

async function slotsFor(plan: Plan, { stages, toDo }: Survey, options: ExecuteOptions): Promise<Slots> {
  const { jobs, threads, devices, memory_gb: memory } = plan.execution;
  const isHere = options.conductor === undefined && toDo.size > 0;
  const gpus = isHere ? chooseGpus(options.devices ?? devices, await listGpus()) : [];
  checkDevices(
    stages.filter(({ key }) => toDo.has(key)),
    gpus,
  );
  return new Slots({
    cores: coreCount(),
    gpus,
    jobs: options.jobs ?? jobs,
    threads: options.threads ?? threads,
    memory: memory === undefined ? undefined : { there: memoryBytes(), stage: memory * 1e9 },
    onlyFree: options.waitForGpus ?? plan.execution.wait_for_gpus !== undefined,
  });
}

/** @throws {StageFailure} when GPUs shall be free of others, and nobody can tell whether they are */
async function freeGpusFor({ execution }: Plan, slots: Slots, view: View): Promise<FreeGpus | undefined> {
  const gpus = [...slots.uses.keys()];
  if (!slots.onlyFree || gpus.length === 0) return undefined;
  const { used_mib: usedMib = 10, poll_seconds: pollSeconds = 30 } = execution.wait_for_gpus ?? {};
  const tell = (line: string) => view.notice(line);
  const freeGpus = new FreeGpus({ gpus, usedMib, pollSeconds, tell });
  await freeGpus.check();
  return freeGpus;
}

async function originOf({ experiment, file }: Plan, { toDo }: Survey): Promise<Origin> {
  const git = toDo.size === 0 ? null : await gitState(dirname(resolve(file)));
  return { command: process.argv, experiment, file, git };
}

/** How often a run looks whether it was asked to stop through the store. */
const lookMs = 1000;

const localConductor: MakeConductor = (options) => new Schedule(options);

/** Stops the schedule at the first signal, or when asked through the store, and ends it at the second signal. */
async function runUntilStopped(
  schedule: Conductor,
  view: View,
  session: OpenSession | null,
  abort: AbortSignal | undefined,
): Promise<{ results: StageResult[]; interrupted: boolean }> {
  let interrupted = false;
  const stop = (why: string) => {
    interrupted = true;
    view.notice(`${why}: the running stages write a checkpoint and stop; once more ends them at once`);
    schedule.stop(why);
  };
  const leave = () => {
    interrupted = true;
    schedule.leave?.();
  };
  const onSignal = schedule.leave === null ? stop : leave;
  const stopListening = onStopSignals({ stop: onSignal, kill: () => schedule.kill() });
  const onAbort = () => stop('asked to stop');
  const look = setInterval(() => {
    if (session?.stopAsked() === true && !interrupted) onAbort();
  }, lookMs);
  abort?.addEventListener('abort', onAbort, { once: true });
  try {
    return { results: await schedule.run(), interrupted };
  } finally {
    clearInterval(look);
    stopListening();
    abort?.removeEventListener('abort', onAbort);
  }
}
