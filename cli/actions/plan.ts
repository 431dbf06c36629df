import { relative } from 'node:path';
import process from 'node:process';
import { planJson } from '../../compiler/emit/plan-json.js';
import { planText } from '../../compiler/emit/plan-text.js';
import { columns, count } from '../../compiler/emit/columns.js';
import { thisMachine } from '../../runtime/bench/machine.js';
import { plannedLists, type PlannedList } from '../../runtime/data/url-list/list/of-plan.js';
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
    const stages = compiled.flatMap((one) => one.plan.stages);
    const downloads = await plannedLists({ stages }, (stage) => standingOf(stage).status === 'done');
    if (json === true)
      printJson({
        ...planJson(compiled, standingOf),
        ...(downloads.length === 0 ? {} : { downloads }),
        ...(estimates === null ? {} : { estimates }),
      });
    else if (compiled.length > 0) {
      print(planText(compiled, { standingOf, ...(all === true ? {} : { limit: shownRuns }) }));
      print(downloads.map(downloadText).join(''));
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

function downloadText({ path, root, rows }: PlannedList): string {
  const size = rows === null ? 'which cannot be read' : count(rows, 'row');
  return `to download: the pictures of ${shortPath(path)}, ${size}, to ${shortPath(root)}\n`;
}

const shortPath = (path: string) => relative(process.cwd(), path) || '.';

function estimateText(one: Estimate, experiments: number): string {
  const head = experiments > 1 ? `${one.experiment}, on this machine:` : 'on this machine:';
  const table = one.stages.length === 0 ? '' : columns(estimateRows(one), '  ');
  return `${head}\n${table}${totalLines(one).join('\n')}\n`;
}
