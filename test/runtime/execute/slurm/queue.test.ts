import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAccounting } from '../../../../runtime/execute/slurm/accounting.js';
import { parseQueue } from '../../../../runtime/execute/slurm/queue.js';
import { hopelessReason, phaseOf } from '../../../../runtime/execute/slurm/state.js';

const recorded = (name: string) => readFileSync(`test/fixtures/slurm/${name}`, 'utf8');

describe('what squeue printed', () => {
  const queue = parseQueue(recorded('squeue.txt'));

  it('is read line by line', () => {
    expect(queue).toHaveLength(13);
    expect(queue[1]).toEqual({
      job: '1',
      index: null,
      state: 'COMPLETED',
      reason: 'None',
      node: 'n1',
      name: 'expc:aa:ok',
    });
  });

  it('tells the elements of an array apart', () => {
    const array = queue.filter(({ name }) => name === 'expc:aa:arr');
    expect(array.map(({ index, state }) => [index, state])).toEqual([
      [2, 'PENDING'],
      [3, 'PENDING'],
      [0, 'RUNNING'],
      [1, 'RUNNING'],
    ]);
  });

  it('may hold names with the separator in them', () => {
    expect(queue.map(({ name }) => name)).toContain('x|y z');
  });

  it('gives each job its phase', () => {
    const phases = Object.fromEntries(
      queue.map(({ name, state }) => [name.replace('expc:aa:', ''), phaseOf(state)]),
    );
    expect(phases).toEqual({
      ok: 'ended',
      fail: 'ended',
      kid: 'ended',
      wrap: 'ended',
      arr: 'running',
      child: 'pending',
      el: 'pending',
      hold: 'pending',
      'x|y z': 'pending',
    });
  });

  it('shows which jobs will not start by themselves', () => {
    const stuck = queue.filter(({ reason }) => hopelessReason(reason) !== null).map(({ job }) => job);
    expect(stuck).toEqual(['9', '7', '8']);
  });

  it('is never taken for more than it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const { job, index } of parseQueue(text)) {
          expect(job).toMatch(/^\d+$/);
          expect(index === null || Number.isInteger(index)).toBe(true);
        }
      }),
    );
    expect(parseQueue('')).toEqual([]);
    expect(parseQueue('slurm_load_jobs error: Unable to contact slurm controller\n')).toEqual([]);
  });
});

describe('what sacct printed', () => {
  const entries = parseAccounting(recorded('sacct.txt'));

  it('is read as the queue is', () => {
    expect(entries.every(({ job, name }) => /^\d+$/.test(job) && name !== '')).toBe(true);
    expect(entries.find(({ name }) => name === 'expc:aa:ok')).toMatchObject({
      index: null,
      state: 'COMPLETED',
      node: 'n1',
    });
    expect(entries.filter(({ name }) => name === 'expc:aa:arr').map(({ index }) => index)).toEqual([
      0, 1, 2, 3,
    ]);
  });

  it('says of a cancelled job who did that, which is left out', () => {
    expect(entries.filter(({ state }) => state.includes(' '))).toEqual([]);
    expect(entries.map(({ state }) => state)).toContain('CANCELLED');
  });

  it('may hold an array in parts that wait, which is no element', () => {
    expect(parseAccounting('12_[3-7]|PENDING|None assigned|a\n')).toEqual([]);
    expect(parseAccounting('12_3|CANCELLED by 1000|n1|a|b\n')).toEqual([
      { job: '12', index: 3, state: 'CANCELLED', reason: '', node: 'n1', name: 'a|b' },
    ]);
  });
});

describe('a state', () => {
  it.each([
    ['PENDING', 'pending'],
    ['REQUEUED', 'pending'],
    ['REQUEUE_HOLD', 'pending'],
    ['RUNNING', 'running'],
    ['CONFIGURING', 'running'],
    ['COMPLETING', 'running'],
    ['SUSPENDED', 'running'],
    ['STAGE_OUT', 'running'],
    ['COMPLETED', 'ended'],
    ['CANCELLED by 1000', 'ended'],
    ['CANCELLED+', 'ended'],
    ['TIMEOUT', 'ended'],
    ['OUT_OF_MEMORY', 'ended'],
    ['NODE_FAIL', 'ended'],
    ['PREEMPTED', 'ended'],
    ['DEADLINE', 'ended'],
    ['BOOT_FAIL', 'ended'],
  ])('%s is %s', (state, phase) => {
    expect(phaseOf(state)).toBe(phase);
  });

  it('of a newer Slurm is taken for one of a living job', () => {
    expect(phaseOf('HIBERNATING')).toBe('running');
  });
});

describe('a reason', () => {
  it('of a job that waits its turn is no trouble', () => {
    for (const reason of [
      'Priority',
      'Resources',
      'Dependency',
      'BeginTime',
      'JobArrayTaskLimit',
      'None',
      '',
    ])
      expect(hopelessReason(reason), reason).toBeNull();
  });

  it('of a job that Slurm put aside is told', () => {
    expect(hopelessReason('launch failed requeued held')).toMatch(/could not start/);
    expect(hopelessReason('PartitionConfig')).toMatch(/any node of its partition/);
  });
});
