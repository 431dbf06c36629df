import { join } from 'node:path';
import type { Plan, Stage, StageKind } from '../../schema/plan.js';
import { lastBeat } from '../store/attempt.js';
import { readSessions, type Session } from '../store/sessions.js';
import { logFile, stageFolder } from '../store/stage-folder.js';
import { readProgress, readStageState, type StageState } from '../store/stage-state.js';
import type { Progress } from './context.js';
import { stageLabels } from './labels.js';
import { stagesToDo } from './selection.js';
import type { QueueReport } from './slurm/queue-report.js';

/**
 * How a stage of a plan stands.
 * - `waiting`: not begun; `waitsFor` says for what, empty when only a run is missing
 * - `blocked`: something it needs failed; `unneeded`: not there, but all that is made of it is
 */
export type Standing = StageState['status'] | 'waiting' | 'blocked' | 'unneeded';

export interface StageReport {
  readonly key: string;
  readonly id: string;
  readonly kind: StageKind;
  readonly label: string;
  readonly status: Exclude<Standing, 'new'>;
  /** Of a running stage, since when; of a finished or failed one, when it ended. ISO 8601. */
  readonly time: string | null;
  /** Time at work; of a done stage. */
  readonly seconds: number | null;
  /** Attempts so far. */
  readonly attempts: number;
  /** Where it runs, or ran last. */
  readonly host: string | null;
  readonly pid: number | null;
  /** `cpu`, or the GPU; of a stage that runs or is done. */
  readonly device: string | null;
  /** What a stage that runs, or was stopped, told last. */
  readonly progress: Progress | null;
  /** Seconds since a running stage was last heard of by a heartbeat. */
  readonly silent: number | null;
  /** Why it failed. */
  readonly message: string | null;
  readonly hint: string | null;
  /** Labels of the inputs that are not done, or failed. */
  readonly waitsFor: readonly string[];
  readonly log: string;
}

export interface Status {
  readonly experiment: string;
  readonly stages: readonly StageReport[];
  readonly counts: Readonly<Record<StageReport['status'], number>>;
  /** Runs of this experiment that go on now. */
  readonly sessions: readonly Session[];
  /** The jobs of its stages on a cluster; only where there ever were any. */
  readonly queue?: QueueReport;
}

/** How the stages of a plan stand, by the store alone: right whoever does the work, and after any crash. */
export function readStatus(plan: Plan, outputs: string): Status {
  const labels = stageLabels(plan);
  // Of ten thousand stages only what is told is kept, not all that their records hold.
  const found = plan.stages.map((stage) => {
    const state = readStageState(outputs, stage);
    return { stage, status: state.status, description: describe(stage, state, outputs) };
  });
  const done = new Set(found.filter(({ status }) => status === 'done').map(({ stage }) => stage.key));
  const toDo = stagesToDo(plan.stages, done);
  const reports = new Map<string, StageReport>();
  for (const { stage, status, description } of found) {
    const inputs = Object.values<string>(stage.inputs).map((key) => reports.get(key)!);
    const label = labels.get(stage.key)!;
    reports.set(stage.key, { ...description, ...standingOf(stage, status, inputs, toDo), label });
  }
  const stages = [...reports.values()];
  const sessions = readSessions(outputs).filter((session) => session.experiment === plan.experiment);
  return { experiment: plan.experiment, stages, counts: count(stages), sessions };
}

function standingOf(
  { key }: Stage,
  status: StageState['status'],
  inputs: readonly StageReport[],
  toDo: ReadonlySet<string>,
): Pick<StageReport, 'status' | 'waitsFor'> {
  if (status !== 'new' && status !== 'interrupted') return { status, waitsFor: [] };
  if (!toDo.has(key)) return { status: 'unneeded', waitsFor: [] };
  const failed = inputs.filter((input) => input.status === 'failed' || input.status === 'blocked');
  if (failed.length > 0) return { status: 'blocked', waitsFor: failed.map(({ label }) => label) };
  const missing = inputs.filter((input) => input.status !== 'done').map(({ label }) => label);
  return { status: status === 'new' ? 'waiting' : status, waitsFor: missing };
}

function describe(
  stage: Stage,
  state: StageState,
  outputs: string,
): Omit<StageReport, 'status' | 'label' | 'waitsFor'> {
  const { key, id, kind } = stage;
  const attempt = 'attempt' in state ? state.attempt : null;
  const isRunning = state.status === 'running';
  const dir = stageFolder(outputs, id);
  const beat = isRunning ? lastBeat(dir, state.attempt.attempt) : null;
  return {
    key,
    id,
    kind,
    time:
      state.status === 'done'
        ? state.marker.finished
        : isRunning
          ? state.attempt.since
          : (attempt?.end?.at ?? null),
    seconds: state.status === 'done' ? state.marker.seconds : null,
    attempts: state.status === 'done' ? state.marker.attempts : (attempt?.attempt ?? 0),
    host: state.status === 'done' ? state.marker.provenance.host : (attempt?.host ?? null),
    pid: isRunning ? state.attempt.pid : null,
    device: state.status === 'done' ? state.marker.provenance.device : (attempt?.device ?? null),
    progress:
      state.status === 'done' || state.status === 'new'
        ? null
        : (readProgress(outputs, id) as Progress | null),
    silent: beat === null ? null : Math.max(0, (Date.now() - beat) / 1000),
    message: state.status === 'failed' ? state.message : null,
    hint: state.status === 'failed' ? state.hint : null,
    log: join(dir, logFile),
  };
}

function count(stages: readonly StageReport[]): Status['counts'] {
  const counts = { done: 0, running: 0, failed: 0, interrupted: 0, waiting: 0, blocked: 0, unneeded: 0 };
  for (const { status } of stages) counts[status] += 1;
  return counts;
}
