import type { MakeConductor } from '../../runtime/execute/conductor.js';
import { execute, type ExecuteOptions } from '../../runtime/execute/run.js';
import type { SlurmOptions } from '../../runtime/execute/slurm/slurm-run.js';
import { readDone } from '../../runtime/store/stage-folder.js';
import { stagesOfRun } from '../../runtime/execute/selection.js';
import { exitCodeOf } from '../../runtime/execute/summary.js';
import { startTracking } from '../../runtime/tracking/start.js';
import { planText } from '../../compiler/emit/plan-text.js';
import { extendPlan } from '../../compiler/plan/extend.js';
import { narrowed } from '../../compiler/plan/narrow.js';
import { selectStages } from '../../compiler/plan/select.js';
import type { Plan, Stage } from '../../schema/plan.js';
import type { RunOptions } from '../commands/run.js';
import { exitCode, UsageError } from '../exit.js';
import { experimentFiles } from '../experiments.js';
import { failedValues } from '../failed-stages.js';
import { tellFailure } from '../failure.js';
import { loadAllOrExplain, show, type Planned } from '../load.js';
import { pastStages } from '../past.js';
import { noticesOf, tell, worthTelling } from '../notices.js';
import { standingIn } from '../standing.js';
import { print, printError } from '../terminal.js';

/** Carries out experiments, one after the other; nothing is begun while one of them is wrong. */
export async function run(paths: readonly string[], options: RunOptions): Promise<number> {
  const { set, outputs, dryRun, failFast } = options;
  if (options.detach === true && options.launcher !== 'slurm')
    throw new UsageError('`--detach` leaves jobs in a queue', 'give `--launcher slurm` with it');
  const files = experimentFiles(paths);
  const loaded = loadAllOrExplain(files, { set, missingFiles: dryRun === true ? 'warning' : 'error' });
  if (loaded.length < files.length) return exitCode.wrong;
  const compiled = options.extend === true ? loaded.map((one) => extended(one, outputs)) : loaded;
  const experiments = compiled.map(({ plan, document, resolve }) => ({
    plan,
    document,
    resolve,
    only: options.only === undefined ? undefined : chosen(plan, options.only, outputs),
  }));
  if (dryRun === true && options.launcher === 'local') {
    const shown = compiled.map((one, i) => asFarAs(one, experiments[i]!.only, outputs));
    print(planText(shown, { standingOf: standingIn(outputs) }));
    return exitCode.fine;
  }
  let code = 0;
  for (const experiment of experiments) {
    code = Math.max(code, await runOne(experiment, options));
    if (code === exitCode.interrupted || (code !== 0 && failFast === true)) break;
  }
  return code;
}

/** The part of an experiment that a run of some stages has to do with. */
function asFarAs(compiled: Planned, only: readonly string[] | undefined, outputs: string): Planned {
  if (only === undefined) return compiled;
  const isDone = (stage: Stage) => readDone(outputs, stage) !== null;
  const stages = stagesOfRun(compiled.plan, only, isDone).map(({ key }) => key);
  return narrowed(compiled, only, new Set(stages));
}

interface Chosen extends Pick<Planned, 'plan' | 'document' | 'resolve'> {
  /** Keys of the stages asked for; undefined for all. */
  readonly only: readonly string[] | undefined;
}

async function runOne(chosen: Chosen, options: RunOptions): Promise<number> {
  const { plan, document, only } = chosen;
  const { outputs, dryRun } = options;
  try {
    if (dryRun === true) {
      const { slurmScripts } = await import('../../runtime/execute/slurm/dry-run.js');
      print(slurmScripts(plan, slurmOptions(plan, options), { outputs, only }));
      return exitCode.fine;
    }
    const summary = await tracked(plan, outputs, async () =>
      execute(plan, await executeOptions(plan, options, only)),
    );
    if (summary.counts.submitted === 0) await drawFigures(plan, outputs, only !== undefined);
    show(failedValues(summary, chosen));
    return exitCodeOf(summary);
  } catch (error) {
    return tellFailure(error, document);
  }
}

/** Carries out while trackers follow; what they could not do is told when the view is gone. */
async function tracked<T>(plan: Plan, outputs: string, carryOut: () => Promise<T>): Promise<T> {
  const warnings = new Set<string>();
  const tracking = startTracking(plan, outputs, { warn: (message) => warnings.add(message) });
  try {
    return await carryOut();
  } finally {
    await tracking.finish();
    printError([...warnings].map((message) => `warning: ${message}\n`).join(''));
  }
}

/** The same with a plan whose pre-trainings go on from shorter ones that are done. */
function extended<C extends { readonly plan: Plan }>(compiled: C, outputs: string): C {
  const { plan, extensions } = extendPlan(compiled.plan, pastStages(outputs));
  for (const { stage, from, epochs } of extensions)
    print(`${stage.id} goes on from ${from}, after its ${epochs} epochs\n`);
  if (extensions.length === 0) print('no pre-training is to be done that a shorter one is there for\n');
  return { ...compiled, plan };
}

async function executeOptions(
  plan: Plan,
  options: RunOptions,
  only: readonly string[] | undefined,
): Promise<ExecuteOptions> {
  const { outputs, jobs, threads, device, order, failFast, retries, plain, set, launcher } = options;
  return {
    outputs,
    jobs,
    threads,
    devices: device,
    waitForGpus: options.waitForGpus,
    order,
    failFast,
    retries,
    only,
    overrides: set,
    view: plain === true ? 'plain' : 'auto',
    conductor: launcher === 'slurm' ? await slurm(plan, options) : undefined,
  };
}

async function slurm(plan: Plan, options: RunOptions): Promise<MakeConductor> {
  const { slurmConductor } = await import('../../runtime/execute/slurm/slurm-run.js');
  return slurmConductor(slurmOptions(plan, options));
}

function slurmOptions({ execution }: Plan, { jobs, threads, detach }: RunOptions): SlurmOptions {
  return {
    settings: execution.slurm,
    atOnce: jobs ?? execution.jobs,
    threads: threads ?? execution.threads,
    detach,
  };
}

function chosen(plan: Plan, only: readonly string[], outputs: string): readonly string[] {
  const { stages, unknown } = selectStages(plan, only, standingIn(outputs));
  if (unknown !== null)
    throw new UsageError(
      `\`--only ${unknown}\` names nothing in \`${plan.experiment}\``,
      '`expc help run` says what it takes',
    );
  return stages;
}

async function drawFigures(plan: Plan, outputs: string, isPart: boolean): Promise<void> {
  // Loaded when there is something to draw: stages begin sooner without.
  const { makeFigures } = await import('../../report/make-figures.js');
  const made = await makeFigures(plan, outputs);
  for (const { text } of made.figures) if (text !== undefined) print(`\n${text}`);
  tell(isPart ? worthTelling(made) : noticesOf(made));
  const files = made.figures.flatMap((figure) => figure.files.slice(0, 1));
  if (files.length > 0) print(`\n${files.map((path) => `figure: ${path}\n`).join('')}`);
}
