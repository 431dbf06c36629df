import { describe, expect, it } from 'vitest';
import type { StageReport, Status } from '../../../../runtime/execute/status.js';
import { statusText } from '../../../../runtime/execute/view/status-text.js';
import { sizeText } from '../../../../runtime/execute/view/text.js';

const now = Date.parse('2026-01-02T03:10:00.000Z');

function stage(status: StageReport['status'], change: Partial<StageReport> = {}): StageReport {
  return {
    key: 'k',
    id: 'clean-0123456789ab',
    kind: 'clean',
    label: 'clean · lr 0.1',
    status,
    time: '2026-01-02T03:00:00.000Z',
    seconds: null,
    attempts: 1,
    host: 'big',
    pid: 7,
    device: 'gpu 0',
    progress: null,
    silent: null,
    message: null,
    hint: null,
    waitsFor: [],
    log: 'outputs/stages/clean-0123456789ab/log.txt',
    ...change,
  };
}

function status(stages: readonly StageReport[], change: Partial<Status> = {}): Status {
  const counts = { done: 0, running: 0, failed: 0, interrupted: 0, waiting: 0, blocked: 0, unneeded: 0 };
  for (const each of stages) counts[each.status] += 1;
  return { experiment: 'study', stages, counts, sessions: [], ...change };
}

const lines = (one: Status, limit?: number) =>
  statusText(one, { now, ...(limit === undefined ? {} : { limit }) }).split('\n');

describe('the status as text', () => {
  it('counts, and says that nobody is at work', () => {
    expect(lines(status([stage('done'), stage('waiting'), stage('unneeded')]), 9).slice(0, 2)).toEqual([
      'study: 3 stages: 1 done, 1 waiting, 1 not needed',
      '  no run goes on; `expc run` takes it up',
    ]);
    expect(lines(status([stage('done')]), 9)).toEqual(['study: 1 stage: 1 done', '']);
  });

  it('says of what runs where, since when, how far, how fast, and the time that is left', () => {
    const progress = {
      fraction: 0.5,
      epoch: 2,
      epochs: 4,
      step: 20,
      steps: 40,
      loss: 1.5,
      rate: 80,
      seconds_left: 90,
    };
    const session = {
      token: 't',
      experiment: 'study',
      since: '2026-01-02T02:10:00.000Z',
      host: 'big',
      machine: 'm',
      pid: 3,
      started: null,
    };
    expect(
      lines(status([stage('running', { progress, attempts: 2, silent: 60 })], { sessions: [session] })),
    ).toEqual([
      'study: 1 stage: 1 running',
      '  run by process 3 on big, for 1 h 0 min',
      '',
      'running:',
      '  clean · lr 0.1 (clean-0123456789ab) on big (gpu 0), process 7, for 10 min 0 s, attempt 2',
      '    epoch 2/4, step 20/40, loss 1.500, 80 pictures/s, 1 min 30 s left',
      '    not heard of for 1 min 0 s',
      '',
    ]);
  });

  it('says why what failed did, and what to do', () => {
    const failed = stage('failed', { message: 'the loss is NaN', hint: 'lower optimizer.lr' });
    expect(lines(status([failed])).slice(3, 6)).toEqual([
      '  clean · lr 0.1 (clean-0123456789ab) 10 min 0 s ago: the loss is NaN',
      '    hint: lower optimizer.lr',
      '    log: outputs/stages/clean-0123456789ab/log.txt',
    ]);
  });

  it('says how far what was stopped had come, without a speed', () => {
    const progress = { fraction: 0.5, epoch: 2, epochs: 4, rate: 80, seconds_left: 90 };
    expect(
      lines(status([stage('interrupted', { progress }), stage('interrupted', { time: null })])).slice(4, 6),
    ).toEqual([
      '  clean · lr 0.1 (clean-0123456789ab): stopped 10 min 0 s ago at epoch 2/4',
      '  clean · lr 0.1 (clean-0123456789ab): its process is gone',
    ]);
  });

  it('tells what waits for the same, or is blocked by the same, in one line', () => {
    const waiting = Array.from({ length: 5000 }, () => stage('waiting', { waitsFor: ['pretrain · seed 1'] }));
    const blocked = [stage('blocked', { waitsFor: ['pretrain · seed 2'] })];
    expect(lines(status([...waiting, stage('waiting'), ...blocked]), 3).slice(3)).toEqual([
      'waiting:',
      '  clean · lr 0.1 (clean-0123456789ab) and 4999 other stages, for pretrain · seed 1',
      '  clean · lr 0.1 (clean-0123456789ab), for a free slot or a run',
      '',
      'blocked:',
      '  clean · lr 0.1 (clean-0123456789ab), failed: pretrain · seed 2',
      '',
    ]);
  });

  it('counts what is more than the limit, and lists what is done only without one', () => {
    const many = status(Array.from({ length: 5 }, () => stage('failed')));
    expect(lines(many, 2).at(-2)).toBe('  … and 3 more (--all)');
    const done = status([stage('done', { seconds: 12 })]);
    expect(lines(done, 2)).not.toContain('done:');
    expect(lines(done).slice(1, 4)).toEqual([
      '',
      'done:',
      '  clean · lr 0.1 (clean-0123456789ab): 12 s on big, 2026-01-02T03:00:00.000Z',
    ]);
  });
});

it('sizes have two or three digits', () => {
  expect([0, 999, 1000, 12_345, 999_499, 999_501, 4.2e9, 7e15].map(sizeText)).toEqual([
    '0 B',
    '999 B',
    '1.0 kB',
    '12.3 kB',
    '999 kB',
    '1.0 MB',
    '4.2 GB',
    '7000 TB',
  ]);
});
