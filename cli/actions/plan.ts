import { planJson } from '../../compiler/emit/plan-json.js';
import { planText } from '../../compiler/emit/plan-text.js';
import type { PlanOptions } from '../commands/plan.js';
import { exitCode } from '../exit.js';
import { experimentFiles } from '../experiments.js';
import { loadAllOrExplain } from '../load.js';
import { printJson } from '../print-json.js';
import { standingIn } from '../standing.js';
import { print } from '../terminal.js';

const shownRuns = 200;

export function plan(paths: readonly string[], { json, all, set, outputs }: PlanOptions): number {
  const files = experimentFiles(paths);
  const compiled = loadAllOrExplain(files, { set });
  const standingOf = standingIn(outputs);
  if (json === true) printJson(planJson(compiled, standingOf));
  else if (compiled.length > 0)
    print(planText(compiled, { standingOf, ...(all === true ? {} : { limit: shownRuns }) }));
  return compiled.length < files.length ? exitCode.wrong : exitCode.fine;
}
