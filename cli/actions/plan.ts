import { planJson } from '../../compiler/emit/plan-json.js';
import { planText } from '../../compiler/emit/plan-text.js';
import { columns } from '../../compiler/emit/columns.js';
import { thisMachine } from '../../runtime/bench/machine.js';
import { estimatePlan, type Estimate } from '../../runtime/estimate/estimate.js';
import { estimateRows, totalLines } from '../../runtime/estimate/text.js';
import { chooseGpus, listGpus } from '../../runtime/execute/devices.js';
import type { PlanOptions } from '../commands/plan.js';
import { exitCode } from '../exit.js';
import { experimentFiles } from '../experiments.js';
import { tellFailure } from '../failure.js';
import { loadAllOrExplain, type Planned } from '../load.js';
import { printJson } from '../print-json.js';
import { standingIn } from '../standing.js';
import { print } from '../terminal.js';

const shownRuns = 200;

export async function plan(paths: readonly string[], options: PlanOptions): Promise<number> {
  const { json, all, set, outputs } = options;
  const files = experimentFiles(paths);
  const compiled = loadAllOrExplain(files, { set });
  const standingOf = standingIn(outputs);
  try {
    const estimates = options.estimate === true ? await estimate(compiled, options) : null;
    if (json === true)
      printJson({ ...planJson(compiled, standingOf), ...(estimates === null ? {} : { estimates }) });
    else if (compiled.length > 0) {
      print(planText(compiled, { standingOf, ...(all === true ? {} : { limit: shownRuns }) }));
      for (const one of estimates ?? []) print(`\n${estimateText(one, compiled.length)}`);
    }
  } catch (error) {
    return tellFailure(error);
  }
  return compiled.length < files.length ? exitCode.wrong : exitCode.fine;
}

async function estimate(
  compiled: readonly Planned[],
  { outputs, jobs, threads, device }: PlanOptions,
): Promise<Estimate[]> {
  const [machine, there] = await Promise.all([thisMachine(), listGpus()]);
  return compiled.map(({ plan: one }) =>
    estimatePlan(one, {
      outputs,
      machine,
      gpus: chooseGpus(device ?? one.execution.devices, there),
      jobs,
      threads,
    }),
  );
}

function estimateText(one: Estimate, experiments: number): string {
  const head = experiments > 1 ? `${one.experiment}, on this machine:` : 'on this machine:';
  const table = one.stages.length === 0 ? '' : columns(estimateRows(one), '  ');
  return `${head}\n${table}${totalLines(one).join('\n')}\n`;
}
