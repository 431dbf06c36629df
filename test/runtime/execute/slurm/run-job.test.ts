import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Stage } from '../../../../schema/plan.js';
import type { EvaluateStage } from '../../../../schema/stages/evaluation.js';
import { readEnd, writeBatch, type Batch } from '../../../../runtime/execute/slurm/batch-folder.js';
import { footprint, ownJob, requeue } from '../../../../runtime/execute/slurm/requeue.js';
import { runJob, type Asked } from '../../../../runtime/execute/slurm/run-job.js';
import { taskMaker } from '../../../../runtime/execute/task-maker.js';
import { readStageState } from '../../../../runtime/store/stage-state.js';
import { temporaryFolder } from '../../store/support/folder.js';
import { toyStage, toyStudy } from '../support/plans.js';
import { batchOf } from './support.js';

const runners = pathToFileURL('test/runtime/execute/support/toy-runners.ts').href;
const calm: Asked = { stop: null, warned: false };
const origin = { command: [], experiment: 'toy', file: 'toy.yaml', git: null };

/** A scontrol that notes how it was called, and fails so many times first. */
function scontrol(failures = 0): { said: () => string[] } {
  const folder = temporaryFolder();
  const log = join(folder, 'calls');
  const path = join(folder, 'scontrol');
  writeFileSync(
    path,
    `#!/bin/bash\necho "$*" >>'${log}'\n[ $(wc -l <'${log}') -gt ${failures} ] || { echo 'Job is busy' >&2; exit 1; }\n`,
  );
  chmodSync(path, 0o755);
  process.env.PATH = `${folder}:${process.env.PATH}`;
  return { said: () => (existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : []) };
}

const { PATH } = process.env;
beforeEach(() => {
  process.env['SLURM_JOB_ID'] = '12';
});
afterEach(() => {
  process.env.PATH = PATH;
  delete process.env['SLURM_JOB_ID'];
});

function site(all: readonly Stage[]) {
  const outputs = temporaryFolder();
  const taskOf = taskMaker(all, { outputs, runners, scheduler: null, origin });
  let count = 0;
  const job = (
    stage: Stage,
    asked = calm,
    observers: readonly EvaluateStage[] = [],
    change: Partial<Batch> = {},
  ) => {
    const batch = batchOf(`${stage.id}.${count++}`, [stage.id]);
    const folder = writeBatch(outputs, { ...batch, ...change }, [taskOf(stage, observers)], '');
    const ended = runJob(folder, 0, asked);
    return ended.then((code) => ({ code, end: readEnd(outputs, batch.id, 0) }));
  };
  return { outputs, job };
}

describe('the process of a job', () => {
  it('carries its stage out, and says so', async () => {
    const { all, data } = toyStudy();
    const { outputs, job } = site(all);
    const { code, end } = await job(data);
    expect(code).toBe(0);
    expect(end).toMatchObject({ status: 'done', job: '12' });
    expect(readStageState(outputs, data).status).toBe('done');
  });

  it('does nothing when its stage is done: Slurm may start it again after it had ended well', async () => {
    const { all, data } = toyStudy();
    const { outputs, job } = site(all);
    await job(data);
    const before = readFileSync(join(outputs, 'stages', data.id, 'state.json'), 'utf8');
    expect((await job(data)).code).toBe(0);
    expect(readFileSync(join(outputs, 'stages', data.id, 'state.json'), 'utf8')).toBe(before);
  });

  it('begins nothing without its inputs, whatever Slurm believes of the jobs that it waited for', async () => {
    const { all, poison } = toyStudy();
    const { outputs, job } = site(all);
    const asked = { stop: null as string | null, warned: false };
    setTimeout(() => (asked.stop = 'SIGTERM'), 700);
    const { code, end } = await job(poison, asked);
    expect(code).toBe(69);
    expect(end).toMatchObject({
      status: 'no-inputs',
      message: expect.stringContaining('dataset-') as string,
    });
    expect(readStageState(outputs, poison).status).toBe('new');
  });

  it('waits for an input whose marker is late to show', async () => {
    const { all, data, poison } = toyStudy();
    const { job } = site(all);
    const waiting = job(poison);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await job(data);
    expect((await waiting).code).toBe(0);
  });

  it('leaves a measurement whose data are not there, rather than the training', async () => {
    const { all, data, poison, pretrain, evaluate } = toyStudy();
    const { outputs, job } = site(all);
    await job(data);
    await job(poison);
    expect((await job(pretrain, calm, [evaluate as EvaluateStage])).code).toBe(0);
    expect(readStageState(outputs, evaluate).status).toBe('new');
  });

  it('fails with what its stage fails of', async () => {
    const bad = toyStage('dataset', { trouble: 'failure' });
    const { outputs, job } = site([bad]);
    const { code, end } = await job(bad);
    expect(code).toBe(1);
    expect(end).toMatchObject({ status: 'failed', message: 'the loss is not a number at step 7' });
    expect(readStageState(outputs, bad).status).toBe('failed');
  });

  it('goes back into the queue when it is warned, after it has saved', async () => {
    const calls = scontrol();
    const stage = toyStage('pretrain', { steps: 5, ms: 1 });
    const { outputs, job } = site([stage]);
    const { code, end } = await job(stage, { stop: 'its time limit is near', warned: true });
    expect(code).toBe(75);
    expect(end!.status).toBe('requeued');
    expect(calls.said()).toEqual(['requeue 12']);
    expect(readStageState(outputs, stage).status).toBe('interrupted');
    expect((await job(stage)).code).toBe(0);
  });

  it('only saves when it is told to end, for Slurm decides where it goes on, or where it shall not go back', async () => {
    const calls = scontrol();
    const stage = toyStage('pretrain', { steps: 5, ms: 1 });
    const { job } = site([stage]);
    expect((await job(stage, { stop: 'SIGTERM', warned: false })).end!.status).toBe('interrupted');
    const warned = { stop: 'its time limit is near', warned: true };
    expect((await job(stage, warned, [], { requeue: false })).end!.status).toBe('interrupted');
    expect(calls.said()).toEqual([]);
  });

  it('does not go round for ever: what has saved nothing since its start has failed', async () => {
    const calls = scontrol();
    const stage = toyStage('pretrain', { steps: 5, ms: 1 });
    const { outputs, job } = site([stage]);
    // A runner that stops before it has saved anything.
    const stuck = pathToFileURL(join(temporaryFolder(), 'stuck.mjs')).href;
    const context = pathToFileURL('runtime/execute/context.ts').href;
    writeFileSync(
      new URL(stuck),
      `import { StageInterrupted } from '${context}';
       export const runners = { pretrain: async () => async () => { throw new StageInterrupted(); } };`,
    );
    mkdirSync(join(outputs, 'stages', stage.id), { recursive: true });
    const taskOf = taskMaker([stage], { outputs, runners: stuck, scheduler: null, origin });
    const folder = writeBatch(outputs, batchOf('stuck', [stage.id]), [taskOf(stage, [])], '');
    expect(await runJob(folder, 0, { stop: 'its time limit is near', warned: true })).toBe(1);
    expect(calls.said()).toEqual([]);
    expect(readStageState(outputs, stage)).toMatchObject({
      status: 'failed',
      message: expect.stringContaining('nothing was saved') as string,
      hint: expect.stringContaining('execution.slurm.stages.pretrain.time') as string,
    });
    expect((await job(stage)).code).toBe(0); // With more time it goes on.
  });
});

describe('going back into the queue', () => {
  it('takes an element of an array by the number of the array', () => {
    expect(ownJob({ SLURM_JOB_ID: '12' })).toBe('12');
    expect(ownJob({ SLURM_JOB_ID: '15', SLURM_ARRAY_JOB_ID: '12', SLURM_ARRAY_TASK_ID: '3' })).toBe('12_3');
  });

  it('is tried again when Slurm is busy, and gives up with its words', async () => {
    const calls = scontrol(2);
    expect(await requeue(process.env, 1)).toBeNull();
    expect(calls.said()).toHaveLength(3);
    scontrol(99);
    expect(await requeue(process.env, 1)).toBe('Job is busy');
  });

  it('says that there is no scontrol', async () => {
    const nowhere = temporaryFolder();
    expect(await requeue({ ...process.env, PATH: nowhere }, 1)).toMatch(/scontrol/);
  });
});

describe('the footprint of a stage', () => {
  it('is what it has written, without its log and its attempts', () => {
    const stage = toyStage('dataset');
    const outputs = temporaryFolder();
    const dir = join(outputs, 'stages', stage.id);
    mkdirSync(dir, { recursive: true });
    const task = taskMaker([stage], { outputs, runners: null, scheduler: null, origin })(stage, []);
    const empty = footprint(task);
    writeFileSync(join(dir, 'log.txt'), 'a line');
    expect(footprint(task)).toBe(empty);
    writeFileSync(join(dir, 'data.bin'), 'ab');
    expect(footprint(task)).not.toBe(empty);
  });
});
