import { describe, expect, it } from 'vitest';
import type { JobEnd } from '../../../../runtime/execute/slurm/batch-folder.js';
import type { StageJob } from '../../../../runtime/execute/slurm/jobs.js';
import { verdictOn } from '../../../../runtime/execute/slurm/verdict.js';
import type { Attempt } from '../../../../runtime/store/attempt.js';
import { thisProcess } from '../../../../runtime/store/owner.js';
import type { StageState } from '../../../../runtime/store/stage-state.js';
import { batchOf } from './support.js';

const batch = batchOf('a', ['s']);
const ended: StageJob = {
  batch,
  index: 0,
  isObserver: false,
  id: '7',
  phase: 'ended',
  state: 'FAILED',
  reason: 'NonZeroExitCode',
  node: 'n1',
};
const job = (state: string, reason = ''): StageJob => ({ ...ended, state, reason });
const attempt = (since: string): Attempt => ({
  ...thisProcess(),
  version: 1,
  attempt: 1,
  token: 't',
  since,
  scheduler: null,
  end: null,
});
const later = '2026-01-01T00:01:00.000Z';
const earlier = '2025-12-31T00:00:00.000Z';
const begun: StageState = { status: 'interrupted', attempt: attempt(later) };
const failedAt = (since: string): StageState => ({
  status: 'failed',
  attempt: attempt(since),
  message: 'the loss is not a number',
  hint: 'lower it',
});
const end = (status: JobEnd['status']): JobEnd => ({ at: later, job: '7', status, message: null });
const judge = (evidence: Partial<Parameters<typeof verdictOn>[0]>) =>
  verdictOn({ job: ended, state: { status: 'new' }, end: null, isSettled: true, ...evidence });

describe('a job that has ended', () => {
  it('with a failure that the store tells, has failed of that, and at once', () => {
    expect(judge({ state: failedAt(later), isSettled: false })).toEqual({
      status: 'failed',
      message: 'the loss is not a number',
      hint: 'lower it',
      isDeath: false,
    });
  });

  it('has not failed of what an earlier job failed of', () => {
    expect(judge({ state: failedAt(earlier), job: job('PREEMPTED') }).status).toBe('interrupted');
  });

  it('is not judged before a shared folder can have shown its marker', () => {
    for (const state of ['COMPLETED', 'FAILED', 'NODE_FAIL', 'PREEMPTED', 'TIMEOUT'])
      expect(judge({ job: job(state), isSettled: false }).status, state).toBe('wait');
    expect(judge({ job: { ...ended, phase: 'gone' }, isSettled: false }).status).toBe('wait');
  });

  it('stopped, by its own word or by somebody, is interrupted', () => {
    expect(judge({ end: end('interrupted'), isSettled: false }).status).toBe('interrupted');
    expect(judge({ end: end('held'), isSettled: false }).status).toBe('interrupted');
    expect(judge({ job: job('CANCELLED', 'None'), isSettled: false }).status).toBe('interrupted');
    expect(judge({ job: job('NODE_FAIL') }).status).toBe('interrupted');
    expect(judge({ job: { ...ended, phase: 'gone', state: '' } }).status).toBe('interrupted');
  });

  it('that never began because of another gets another', () => {
    expect(judge({ job: job('CANCELLED', 'DependencyNeverSatisfied') }).status).toBe('again');
    expect(judge({ end: end('no-inputs'), isSettled: false }).status).toBe('again');
  });

  it.each([
    ['TIMEOUT', '', /met its time limit on n1/, /stages\.clean\.time/],
    ['OUT_OF_MEMORY', '', /more memory than it may on n1/, /stages\.clean\.memory/],
    ['BOOT_FAIL', '', /could not be started/, /again/],
    ['FAILED', 'NonZeroExitCode', /ended without a word on n1 \(FAILED, NonZeroExitCode\)/, /log/],
    ['FAILED', 'RaisedSignal:11(Segmentation_fault)', /was killed, or crashed/, /log/],
    ['COMPLETED', '', /ended well, but the store does not show its result/, /same folder on every node/],
  ])('%s (%s) is told in words', (state, reason, message, hint) => {
    const verdict = judge({ job: job(state, reason), state: begun });
    expect(verdict).toMatchObject({ status: 'failed', isDeath: true });
    expect((verdict as { message: string }).message).toMatch(message);
    expect((verdict as { hint: string }).hint).toMatch(hint);
  });

  it('could not be started, or was killed: Slurm has one word for both, the store tells which', () => {
    const launch = job('FAILED', 'JobLaunchFailure');
    expect(judge({ job: launch })).toMatchObject({ message: 'its job 7 could not be started on n1' });
    expect(judge({ job: launch, state: begun })).toMatchObject({
      message: 'its job 7 was killed, or crashed on n1',
    });
  });
});
