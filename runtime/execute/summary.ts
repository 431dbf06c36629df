import type { StageKind } from '../../schema/plan.js';

/**
 * What became of a stage in a run.
 * - `unneeded`: not done, but all that is made of it is
 * - `cached`: it was done already; `done`: now, here; `done-elsewhere`: meanwhile, by another process
 * - `blocked`: something it needs failed
 * - `interrupted`: stopped after a checkpoint; `waiting`: not begun when the run stopped
 * - `submitted`: in a cluster's queue, or running there, when the run left it
 */
export type ResultStatus =
  | 'unneeded'
  | 'cached'
  | 'done'
  | 'done-elsewhere'
  | 'failed'
  | 'blocked'
  | 'interrupted'
  | 'waiting'
  | 'submitted';

export interface StageResult {
  readonly key: string;
  readonly id: string;
  readonly kind: StageKind;
  readonly label: string;
  readonly status: ResultStatus;
  /** Time at work in this run; 0 for what was not begun. */
  readonly seconds: number;
  /** Attempts in this run. */
  readonly attempts: number;
  /** Why it failed, or what it is blocked by. */
  readonly message: string | null;
  readonly hint: string | null;
  /** Its log file. */
  readonly log: string;
}

/** The same error, and all the stages that it struck. */
export interface Failure {
  readonly message: string;
  readonly hint: string | null;
  readonly stages: readonly StageResult[];
}

export interface RunSummary {
  /** In the order of the plan. */
  readonly stages: readonly StageResult[];
  readonly counts: Readonly<Record<ResultStatus, number>>;
  readonly failures: readonly Failure[];
  /** A person, or the job system, stopped the run. */
  readonly interrupted: boolean;
  readonly seconds: number;
}

export function summarise(stages: readonly StageResult[], interrupted: boolean, seconds: number): RunSummary {
  const counts: Record<ResultStatus, number> = {
    unneeded: 0,
    cached: 0,
    done: 0,
    'done-elsewhere': 0,
    failed: 0,
    blocked: 0,
    interrupted: 0,
    waiting: 0,
    submitted: 0,
  };
  for (const { status } of stages) counts[status] += 1;
  return { stages, counts, failures: groupFailures(stages), interrupted, seconds };
}

/** Exit code of a run: 0 all done or submitted, 1 something failed or is not done, 130 interrupted. */
export function exitCodeOf({ interrupted, counts }: RunSummary): 0 | 1 | 130 {
  if (interrupted) return 130;
  return counts.failed + counts.blocked + counts.interrupted + counts.waiting > 0 ? 1 : 0;
}

function groupFailures(stages: readonly StageResult[]): Failure[] {
  const groups = new Map<string, StageResult[]>();
  for (const stage of stages) {
    if (stage.status !== 'failed') continue;
    const key = ownErrorOf(stage);
    groups.set(key, [...(groups.get(key) ?? []), stage]);
  }
  return [...groups.values()].map((struck) => ({
    message: struck[0]!.message ?? 'failed',
    hint: struck[0]!.hint,
    stages: struck,
  }));
}

/** The message without the stage's own name, so that equal errors of many stages are one. */
function ownErrorOf({ id, message }: StageResult): string {
  return (message ?? '').replaceAll(id, '…');
}
