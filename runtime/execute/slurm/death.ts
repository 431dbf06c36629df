import type { Stage, StageKind } from '../../../schema/plan.js';
import { writeJsonAtomic } from '../../store/atomic.js';
import { attemptPath, newestAttempt, readAttempt, type Attempt } from '../../store/attempt.js';
import { stageFolder } from '../../store/stage-folder.js';
import { memoryHint } from '../essence.js';
import type { StageJob } from './jobs.js';

/** What a person is told of a job that ended badly. */
export interface Death {
  readonly message: string;
  readonly hint: string | null;
}

export function timeHint(kind: StageKind): string {
  return `raise execution.slurm.stages.${kind}.time, or lower execution.slurm.warning_minutes`;
}

/**
 * What a job's end means that its process could say nothing about; null when it was merely stopped.
 *
 * @param hasBegun whether the stage's process left a trace: Slurm has one word for a job that could not be started and
 *   for one that a signal ended (`JobLaunchFailure`)
 */
export function deathOf({ id, state, reason, node, batch }: StageJob, hasBegun: boolean): Death | null {
  const job = `its job ${id ?? batch.name}`;
  const where = node === '' ? '' : ` on ${node}`;
  switch (state.split(/[ +]/)[0]) {
    case 'CANCELLED':
    case 'PREEMPTED':
    case 'NODE_FAIL':
    case 'REVOKED':
      return null;
    case 'TIMEOUT':
    case 'DEADLINE':
      return { message: `${job} met its time limit${where}`, hint: timeHint(batch.kind) };
    case 'OUT_OF_MEMORY':
      return {
        message: `${job} used more memory than it may${where}`,
        hint: `raise execution.slurm.stages.${batch.kind}.memory, or ${memoryHint}`,
      };
    case 'BOOT_FAIL':
    case 'LAUNCH_FAILED':
      return { message: `${job} could not be started${where}`, hint: 'run the same command again' };
  }
  if (reason === 'JobLaunchFailure' && !hasBegun)
    return {
      message: `${job} could not be started${where}`,
      hint: 'the folder of outputs must be there, under the same path, on every node',
    };
  if (reason === 'JobLaunchFailure' || reason.startsWith('RaisedSignal'))
    return {
      message: `${job} was killed, or crashed${where}`,
      hint: `the log may say more; where memory ran out, raise execution.slurm.stages.${batch.kind}.memory`,
    };
  return {
    message: `${job} ended without a word${where} (${[state, reason].filter(Boolean).join(', ')})`,
    hint: 'the log may say more',
  };
}

/** Writes into the store how an attempt ended that could not say so itself. */
export function recordFailure(
  outputs: string,
  stage: Pick<Stage, 'id'>,
  isIt: (attempt: Attempt) => boolean,
  { message, hint }: Death,
): void {
  const dir = stageFolder(outputs, stage.id);
  const number = newestAttempt(dir);
  const attempt = readAttempt(dir, number);
  if (attempt === null || !isIt(attempt)) return;
  const at = new Date().toISOString();
  const end = { at, outcome: 'failed', message, ...(hint === null ? {} : { hint }) } as const;
  try {
    writeJsonAtomic(attemptPath(dir, number), { ...attempt, end });
  } catch {
    // The disk is full, or gone: it is told all the same.
  }
}
