import { lockedExperiments, readPlanLock } from '../runtime/execute/plan-lock.js';
import type { Plan } from '../schema/plan.js';
import { UsageError } from './exit.js';
import { experimentFiles } from './experiments.js';
import { loadAllOrExplain } from './load.js';

export interface PlansOptions {
  readonly outputs: string;
  readonly set?: readonly string[];
}

/**
 * The plans that are meant: of experiment files as they are now, or, where none are named, of all experiments that
 * were run in the store, as they were run. Null when a file has errors, which are then printed.
 *
 * @throws {UsageError} when nothing was run yet
 */
export function plansOf(files: readonly string[], { outputs, set }: PlansOptions): Plan[] | null {
  if (files.length === 0) return plansRun(outputs);
  const meant = experimentFiles(files);
  const loaded = loadAllOrExplain(meant, { set });
  return loaded.length < meant.length ? null : loaded.map(({ plan }) => plan);
}

function plansRun(outputs: string): Plan[] {
  const plans = lockedExperiments(outputs).map((name) => planRun(outputs, name));
  if (plans.length > 0) return plans;
  throw new UsageError(
    `no experiment was run in \`${outputs}\``,
    'name an experiment, or another folder with --outputs',
  );
}

function planRun(outputs: string, name: string): Plan {
  try {
    return readPlanLock(outputs, name)!.plan;
  } catch {
    throw new UsageError(
      `the plan that was last run as \`${name}\` cannot be read`,
      'run the experiment again, or name its file',
    );
  }
}
