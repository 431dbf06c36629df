import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plan, Run } from '../schema/plan.js';
import { UsageError } from './exit.js';
import { readNamed } from './read.js';

interface PastPlan {
  readonly plan: Plan;
  /** The one run that was named; null for all. */
  readonly run: string | null;
}

/** Is this a plan that was written down, not an experiment? */
export function isPastPlan(path: string): boolean {
  return path.endsWith('.json') || existsSync(join(path, 'plan.json'));
}

/**
 * A plan that was written down: an experiment's folder of results or the lock in it (`plan.json`), one of its runs
 * (`runs/<name>.json`), what `expc plan --json` printed, or what `expc compile --target json` did.
 */
export function readPastPlan(path: string): PastPlan {
  const file = path.endsWith('.json') ? path : join(path, 'plan.json');
  const content = readJson(file);
  if (isPlan(content.plan)) return { plan: content.plan, run: null };
  if (isPlan(content)) return { plan: withDefaults(content, file), run: null };
  const lock = join(dirname(file), '..', 'plan.json');
  if (typeof content.name === 'string' && existsSync(lock))
    return { plan: readPastPlan(lock).plan, run: content.name };
  throw new UsageError(
    `\`${file}\` is no plan`,
    'a plan is the lock of a past run (`outputs/experiments/<name>/plan.json`), or what `expc plan --json` prints',
  );
}

function readJson(file: string): Record<string, unknown> {
  const text = readNamed(file);
  try {
    const content: unknown = JSON.parse(text);
    return typeof content === 'object' && content !== null ? { ...content } : {};
  } catch (error) {
    throw new UsageError(
      `\`${file}\` is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function isPlan(value: unknown): value is Plan {
  if (typeof value !== 'object' || value === null) return false;
  const { runs, stages } = value as Partial<Plan>;
  if (!Array.isArray(runs) || !Array.isArray(stages)) return false;
  const known = new Set(stages.map(({ key }: Plan['stages'][number]) => key));
  return runs.every((run: Run) => Object.values(run.stages ?? {}).every((key) => known.has(key)));
}

/** What `expc plan --json` prints says nothing of figures and execution. */
function withDefaults(plan: Plan, file: string): Plan {
  const {
    experiment = '',
    title = null,
    figures = [],
    execution = {} as Plan['execution'],
  } = plan as Partial<Plan>;
  return { version: 1, file, experiment, title, figures, execution, runs: plan.runs, stages: plan.stages };
}
