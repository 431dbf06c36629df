import { suggest } from '../compiler/diagnostics/suggest.js';
import type { Plan, Run } from '../schema/plan.js';
import { UsageError } from './exit.js';

/** The run of this name, or the first whose name contains it. */
export function runNamed(plan: Plan, name: string): Run {
  const run = plan.runs.find((one) => one.name === name) ?? plan.runs.find((one) => one.name.includes(name));
  if (run !== undefined) return run;
  const near = suggest(
    name,
    plan.runs.map((one) => one.name),
  );
  throw new UsageError(
    `\`${plan.experiment}\` has no run \`${name}\``,
    near === undefined ? `its first run is \`${plan.runs[0]?.name ?? ''}\`` : `did you mean \`${near}\`?`,
  );
}
