import { join } from 'node:path';
import type { Stage } from '../../schema/plan.js';
import { logFile, stageFolder } from '../store/stage-folder.js';
import type { Standing } from './board.js';
import type { ResultStatus, StageResult } from './summary.js';

/** What happened to one stage in this run. */
export class Tally {
  attempts = 0;
  seconds = 0;
  /** Another process has it, or has done it. */
  elsewhere = false;
  message: string | null = null;
  hint: string | null = null;
  private since: number | null = null;

  begin(): void {
    this.attempts += 1;
    this.since = performance.now();
  }

  end(): void {
    if (this.since !== null) this.seconds += (performance.now() - this.since) / 1000;
    this.since = null;
  }
}

interface Place {
  readonly outputs: string;
  readonly label: string;
  readonly status: ResultStatus;
}

/** A stage's part in the summary. */
export function resultOf(
  { key, id, kind }: Stage,
  tally: Tally,
  { outputs, label, status }: Place,
): StageResult {
  const { attempts, seconds, message, hint } = tally;
  const log = join(stageFolder(outputs, id), logFile);
  return { key, id, kind, label, status, seconds, attempts, message, hint, log };
}

/** What a stage's standing at the end of a run comes to. */
export function statusOf(standing: Standing, { elsewhere }: Tally): ResultStatus {
  switch (standing) {
    case 'done':
      return elsewhere ? 'done-elsewhere' : 'done';
    case 'failed':
    case 'blocked':
    case 'interrupted':
      return standing;
    case 'waiting':
    case 'ready':
    case 'running':
    case 'elsewhere':
    case 'resting':
      return 'waiting';
  }
}
