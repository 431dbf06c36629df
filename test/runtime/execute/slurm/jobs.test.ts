import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLive, stageJobs } from '../../../../runtime/execute/slurm/jobs.js';
import { parseQueue, type QueueEntry } from '../../../../runtime/execute/slurm/queue.js';
import { batchOf, entry } from './support.js';

const answers = (queue: readonly QueueEntry[] | null, accounting: readonly QueueEntry[] | null = null) => ({
  queue,
  accounting,
});

describe('the jobs of stages', () => {
  it('are found by name in what squeue printed', () => {
    const queue = parseQueue(readFileSync('test/fixtures/slurm/squeue.txt', 'utf8'));
    const batches = [
      batchOf('ok', ['a'], { job: '1' }),
      batchOf('arr', ['b', 'c', 'd', 'e'], { job: '3' }),
      batchOf('child', ['f'], { job: '4' }),
      batchOf('kid', ['g'], { job: '5' }),
      batchOf('gone', ['h'], { job: '77' }),
    ];
    const jobs = stageJobs(batches, answers(queue));
    expect([...jobs].map(([stage, { id, phase, reason }]) => [stage, id, phase, reason])).toEqual([
      ['a', '1', 'ended', ''],
      ['b', '3_0', 'running', ''],
      ['c', '3_1', 'running', ''],
      ['d', '3_2', 'pending', 'JobArrayTaskLimit'],
      ['e', '3_3', 'pending', 'JobArrayTaskLimit'],
      ['f', '4', 'pending', 'DependencyNeverSatisfied'],
      ['g', '5', 'ended', 'DependencyNeverSatisfied'],
      ['h', '77', 'gone', ''],
    ]);
  });

  it('are unknown while nobody answers, and never gone', () => {
    const jobs = stageJobs([batchOf('a', ['s'])], answers(null));
    expect(jobs.get('s')).toMatchObject({ phase: 'unknown', id: '7' });
    expect(isLive(jobs.get('s')!)).toBe(true);
  });

  it('get their number from the queue when nobody wrote it down', () => {
    const batch = batchOf('a', ['s'], { job: null });
    expect(stageJobs([batch], answers([entry(batch.name, { job: '99' })])).get('s')).toMatchObject({
      id: '99',
      phase: 'running',
    });
  });

  it('are unknown while their submission may be on its way, and gone when it cannot be', () => {
    const batch = batchOf('a', ['s'], { job: null });
    expect(stageJobs([batch], answers([]), () => true).get('s')!.phase).toBe('unknown');
    expect(stageJobs([batch], answers([]), () => false).get('s')).toMatchObject({ phase: 'gone', id: null });
  });

  it('are not mistaken for a job that a new cluster gave the old number', () => {
    const batch = batchOf('a', ['s'], { job: '7' });
    expect(stageJobs([batch], answers([entry('expc:bb:other', { job: '7' })])).get('s')!.phase).toBe('gone');
  });

  it('are told by the accounting when the queue has forgotten them, and by the queue while it has not', () => {
    const batch = batchOf('a', ['s']);
    const past = [entry(batch.name, { state: 'TIMEOUT', reason: '' })];
    expect(stageJobs([batch], answers([], past)).get('s')).toMatchObject({
      phase: 'ended',
      state: 'TIMEOUT',
    });
    const requeued = [entry(batch.name, { state: 'PENDING' })];
    expect(stageJobs([batch], answers(requeued, past)).get('s')!.phase).toBe('pending');
  });

  it('of a stage with several are the one that lives, else the newest', () => {
    const old = batchOf('old', ['s'], { job: '7' });
    const fresh = batchOf('new', ['s'], { job: '8' });
    const job = (queue: readonly QueueEntry[]) => stageJobs([old, fresh], answers(queue)).get('s')!.id;
    expect(job([entry(old.name), entry(fresh.name, { job: '8', state: 'FAILED' })])).toBe('7');
    expect(job([entry(old.name, { state: 'FAILED' }), entry(fresh.name, { job: '8' })])).toBe('8');
    expect(job([entry(old.name), entry(fresh.name, { job: '8' })])).toBe('8');
    expect(job([])).toBe('8');
  });

  it('of a measurement are those of the pre-training that it is made in', () => {
    const elements = [['p', 'e'].map((id) => ({ id, key: id }))];
    const batch = batchOf('a', ['p'], { elements });
    const jobs = stageJobs([batch], answers([entry(batch.name)]));
    expect(jobs.get('p')).toMatchObject({ isObserver: false, id: '7' });
    expect(jobs.get('e')).toMatchObject({ isObserver: true, id: '7' });
  });

  it('depend on nothing but what is written down and said', () => {
    const states = ['PENDING', 'RUNNING', 'FAILED', 'COMPLETED'];
    const entries = fc.array(
      fc.record({ index: fc.nat(3), state: fc.constantFrom(...states), job: fc.constantFrom('7', '8') }),
    );
    fc.assert(
      fc.property(entries, (some) => {
        const batch = batchOf('arr', ['a', 'b', 'c', 'd']);
        const queue = some.map((each) => entry(batch.name, each));
        const jobs = stageJobs([batch], answers(queue));
        expect([...jobs.keys()]).toEqual(['a', 'b', 'c', 'd']);
        for (const { index, phase } of jobs.values())
          expect(phase === 'gone').toBe(!queue.some((each) => each.index === index));
      }),
    );
  });
});
