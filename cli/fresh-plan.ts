import { statSync } from 'node:fs';
import type { Compiled } from '../compiler/index.js';
import { hasErrors } from '../compiler/diagnostics/collect.js';
import type { Plan } from '../schema/plan.js';
import { compileFile, show } from './load.js';

/**
 * The plan of an experiment as its files say now: compiled again when one of them has changed. While they have an
 * error, which is told once, the plan is the last good one.
 */
export function freshPlan(compiled: Compiled & { plan: Plan }, set?: readonly string[]): () => Plan {
  let { plan, files } = compiled as { plan: Plan; files: readonly string[] };
  let trace = traceOf(files);
  return () => {
    if (traceOf(files) === trace) return plan;
    const again = compileFile(compiled.file, { set });
    files = again.files.length > 0 ? again.files : files;
    trace = traceOf(files);
    if (again.plan === null || hasErrors(again.diagnostics)) show(again.diagnostics);
    else plan = again.plan;
    return plan;
  };
}

function traceOf(files: readonly string[]): string {
  return files
    .map((file) => {
      const stat = statSync(file, { throwIfNoEntry: false });
      return `${file} ${stat?.size} ${stat?.mtimeMs}`;
    })
    .join('\n');
}
