import type { StageState } from '../../store/stage-state.js';
import type { JobEnd } from './batch-folder.js';
import { deathOf } from './death.js';
import type { StageJob } from './jobs.js';
import { neverSatisfied } from './state.js';

/**
 * What is made of a job that has ended, or is gone, while its stage is not done.
 * - `wait`: a done marker may still come, or the job is on its way back into the queue
 * - `again`: nothing was begun, and what stood in the way may be gone: it gets another job
 */
export type Verdict =
  | { readonly status: 'wait' }
  | { readonly status: 'again' }
  | { readonly status: 'interrupted' }
  | {
      readonly status: 'failed';
      readonly message: string;
      readonly hint: string | null;
      /** Its process did not find something wrong, but died. */
      readonly isDeath: boolean;
    };

interface Evidence {
  readonly job: StageJob;
  readonly state: StageState;
  readonly end: JobEnd | null;
  /** Whether long enough has passed for a shared folder to show what was written on another machine. */
  readonly isSettled: boolean;
}

export function verdictOn({ job, state, end, isSettled }: Evidence): Verdict {
  if (state.status === 'failed' && hasBegun(job, state)) {
    const { message, hint } = state;
    return { status: 'failed', message, hint, isDeath: false };
  }
  const isCancelled = job.state.startsWith('CANCELLED');
  if (isCancelled) return { status: job.reason === neverSatisfied ? 'again' : 'interrupted' };
  if (end?.status === 'interrupted' || end?.status === 'held') return { status: 'interrupted' };
  if (end?.status === 'no-inputs') return { status: 'again' };
  if (!isSettled) return { status: 'wait' };
  if (job.phase === 'gone') return { status: 'interrupted' };
  if (job.state.startsWith('COMPLETED')) {
    const message = 'its job ended well, but the store does not show its result';
    return { status: 'failed', message, hint: 'is outputs/ the same folder on every node?', isDeath: true };
  }
  const death = deathOf(job, hasBegun(job, state));
  return death === null ? { status: 'interrupted' } : { status: 'failed', ...death, isDeath: true };
}

function hasBegun({ batch }: StageJob, state: StageState): boolean {
  const attempt = 'attempt' in state ? state.attempt : null;
  return attempt !== null && Date.parse(attempt.since) >= Date.parse(batch.made);
}
