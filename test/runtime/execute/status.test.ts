import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Plan } from '../../../schema/plan.js';
import { localLauncher } from '../../../runtime/execute/local.js';
import { reproduce } from '../../../runtime/execute/reproduce.js';
import { execute } from '../../../runtime/execute/run.js';
import { readStatus } from '../../../runtime/execute/status.js';
import { requestStop } from '../../../runtime/execute/stop.js';
import { readSessions } from '../../../runtime/store/sessions.js';
import { stageFolder } from '../../../runtime/store/stage-folder.js';
import { temporaryFolder } from '../store/support/folder.js';
import { build, type Built } from './support/build.js';
import { toyPlan, toyStage, toyStudy } from './support/plans.js';
import { startScheduler } from './support/process.js';
import { contents, readJournal } from './support/store.js';

// Every stage is a process: on a machine with much else to do that takes its time.
vi.setConfig({ testTimeout: 300_000 });

let built: Built;
beforeAll(() => {
  built = build();
});
afterAll(() => built.remove());

const options = () =>
  ({ view: 'silent', jobs: 2, runners: built.runners, launcher: localLauncher(built.child) }) as const;
const run = (plan: Plan, outputs: string) => execute(plan, { ...options(), outputs });

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(20);
}

describe('the status', () => {
  it('of a plan that was never run says what waits for what', () => {
    const { all, pretrain, test, subset } = toyStudy({}, 1);
    const { stages, counts, sessions } = readStatus(toyPlan(all), temporaryFolder());
    expect(counts).toMatchObject({ waiting: all.length, done: 0 });
    expect(sessions).toEqual([]);
    const clean = stages.find(({ kind }) => kind === 'clean')!;
    expect(clean).toMatchObject({ status: 'waiting', attempts: 0, time: null });
    expect(clean.waitsFor).toEqual([pretrain, subset, test].map(({ kind }) => kind));
    expect(stages[0]!.waitsFor).toEqual([]);
  });

  it('tells done, failed and why, and what that blocks', async () => {
    const outputs = temporaryFolder();
    const { all, pretrain, subset, test } = toyStudy({}, 0);
    const bad = toyStage('clean', { trouble: 'failure', salt: 50 }, { model: pretrain, data: subset, test });
    const after = toyStage('subset', { salt: 51 }, { dataset: bad });
    const plan = toyPlan([...all, bad, after]);
    await run(plan, outputs);
    const { stages, counts } = readStatus(plan, outputs);
    expect(counts).toMatchObject({ done: all.length, failed: 1, blocked: 1 });
    expect(stages.find(({ id }) => id === bad.id)).toMatchObject({
      status: 'failed',
      message: 'the loss is not a number at step 7',
      hint: 'lower optimizer.lr',
    });
    expect(stages.find(({ id }) => id === after.id)).toMatchObject({
      status: 'blocked',
      waitsFor: ['clean'],
    });
    const done = stages.find(({ id }) => id === pretrain.id)!;
    expect(done).toMatchObject({ status: 'done', attempts: 1, message: null });
    expect(done.seconds).toBeGreaterThan(0);
    rmSync(stageFolder(outputs, subset.id), { recursive: true });
    expect(readStatus(toyPlan(all), outputs).stages.find(({ id }) => id === subset.id)!.status).toBe(
      'waiting',
    );
  });

  it('shows what runs, and a stop that is asked for by another process', async () => {
    const folder = temporaryFolder();
    const [outputs, journal] = [join(folder, 'outputs'), join(folder, 'journal')];
    const training = toyStage('pretrain', { steps: 2000, ms: 20, journal });
    const plan = toyPlan([training]);
    const scheduler = startScheduler(built, plan, outputs, 1);
    await until(() => readJournal(journal).some(({ what }) => what === 'step 3'));
    await until(() => readStatus(plan, outputs).stages[0]!.progress !== null);
    const { stages, sessions } = readStatus(plan, outputs);
    expect(stages[0]).toMatchObject({ status: 'running', attempts: 1, progress: { epochs: 2000 } });
    expect(stages[0]!.pid).toBe(readJournal(journal)[0]!.pid);
    expect(stages[0]!.silent).toBeLessThan(60);
    expect(sessions).toMatchObject([{ experiment: 'toy', pid: scheduler.process.pid }]);
    expect(requestStop(outputs, 'another').runs).toEqual([]);
    expect(requestStop(outputs)).toMatchObject({ runs: [{ pid: scheduler.process.pid }], orphans: [] });
    expect(await scheduler.ended, scheduler.output()).toBe(130);
    expect(readStatus(plan, outputs).stages[0]!.status).toBe('interrupted');
    expect(readSessions(outputs)).toEqual([]);
  });

  it('forgets a run that died', async () => {
    const folder = temporaryFolder();
    const [outputs, journal] = [join(folder, 'outputs'), join(folder, 'journal')];
    const plan = toyPlan([toyStage('pretrain', { steps: 2000, ms: 20, journal })]);
    const scheduler = startScheduler(built, plan, outputs, 1);
    await until(() => readJournal(journal).some(({ what }) => what === 'step 1'));
    expect(readSessions(outputs)).toHaveLength(1);
    scheduler.process.kill('SIGKILL');
    await scheduler.ended;
    expect(readSessions(outputs)).toEqual([]);
    await until(() => readStatus(plan, outputs).counts.interrupted === 1);
  });
});

describe('reproducing', () => {
  it('does stages again elsewhere and finds the same bytes, leaving the store as it was', async () => {
    const outputs = temporaryFolder();
    const { all, evaluate, pretrain, cleans } = toyStudy({}, 1);
    await run(toyPlan(all), outputs);
    const before = contents(outputs, all);
    const { stages } = await reproduce(toyPlan(all), {
      ...options(),
      outputs,
      ids: [evaluate.id, cleans[0]!.id],
    });
    expect(stages).toEqual(
      [pretrain, evaluate, cleans[0]!].map(({ id }) => ({ id, same: true, differing: [] })),
    );
    expect(contents(outputs, all)).toEqual(before);
  });

  it('finds what differs', async () => {
    const outputs = temporaryFolder();
    const { all, cleans } = toyStudy({}, 1);
    await run(toyPlan(all), outputs);
    const dir = stageFolder(outputs, cleans[0]!.id);
    const marker = join(dir, 'state.json');

    const recorded = readFileSync(marker, 'utf8').replace(
      /("path": "result.txt",\s+"bytes": 65,\s+"sha256": ")..../,
      '$1ffff',
    );
    writeFileSync(marker, recorded);
    const { stages } = await reproduce(toyPlan(all), { ...options(), outputs, ids: [cleans[0]!.id] });
    expect(stages).toEqual([{ id: cleans[0]!.id, same: false, differing: ['result.txt'] }]);
  });
});
