import { importNames, readImport, resultsFrom } from '../report/import/imported.js';
import type { Results } from '../report/results/types.js';
import type { Plan } from '../schema/plan.js';
import { UsageError } from './exit.js';

/** `--from NAME`: the results of an import in place of those of an experiment's own runs; undefined without it. */
export function importedResults(plan: Plan, outputs: string, name: string | undefined): Results | undefined {
  if (name === undefined) return undefined;
  const runs = readImport(outputs, name);
  const known = importNames(outputs);
  const hint =
    known.length === 0 ? '`expc help import` tells how to make one' : `there are ${known.join(', ')}`;
  if (runs === null) throw new UsageError(`there is no import \`${name}\` in \`${outputs}\``, hint);
  if (typeof runs === 'string') throw new UsageError(runs);
  const results = resultsFrom(runs, plan.experiment, plan.title);
  if (results.runs.length === 0)
    throw new UsageError(`the import \`${name}\` has no run of the experiment \`${plan.experiment}\``);
  return results;
}
