import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { localLauncher } from '../../../runtime/execute/local.js';
import { execute } from '../../../runtime/execute/run.js';
import { silentView } from '../../../runtime/execute/view/view.js';
import { listCheckpoints } from '../../../runtime/store/checkpoint.js';
import { stageFolder } from '../../../runtime/store/stage-folder.js';
import { readStageState } from '../../../runtime/store/stage-state.js';
import { temporaryFolder } from '../store/support/folder.js';
import { build, type Built } from './support/build.js';
import { toyPlan, toyStage } from './support/plans.js';
import { stageProcesses, startScheduler } from './support/process.js';
import { readJournal } from './support/store.js';

// Every stage is a process: on a machine with much else to do that takes its time.
vi.setConfig({ testTimeout: 300_000 });

let built: Built;
beforeAll(() => {
  built = build();
});
afterAll(() => built.remove());

/** Waits until something is so; a test that waits in vain ends by its own time limit. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(20);
}

/** A long training after its data, in a store of its own. */
function longTraining(trouble?: 'deaf') {
  const folder = temporaryFolder();
  const [outputs, journal] = [join(folder, 'outputs'), join(folder, 'journal')];
  const data = toyStage('dataset', { salt: 1, journal });
  const toy = { salt: 2, steps: 400, ms: 25, journal, ...(trouble === undefined ? {} : { trouble }) };
  const training = toyStage('pretrain', toy, { data });
  const told = (what: string) =>
    readJournal(journal).some((line) => line.id === training.id && line.what === what);
  return { outputs, journal, training, plan: toyPlan([data, training]), told };
}

describe('a run that is interrupted', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'by %s lets its stages write checkpoints, and says how to go on',
    async (signal) => {
      const { outputs, training, plan, told } = longTraining();
      const scheduler = startScheduler(built, plan, outputs, 1);
      await until(() => told('step 2'));
      scheduler.process.kill(signal);
      expect(await scheduler.ended, scheduler.output()).toBe(130);
      expect(scheduler.output()).toContain('the same command goes on from the last checkpoints');
      expect(readStageState(outputs, training)).toMatchObject({
        status: 'interrupted',
        attempt: { end: { outcome: 'interrupted' } },
      });
      expect(listCheckpoints(join(stageFolder(outputs, training.id), 'checkpoints')).length).toBeGreaterThan(
        0,
      );
      expect(stageProcesses(outputs)).toEqual([]);
    },
  );

  it('a second time ends its stages at once', async () => {
    const { outputs, training, plan, told } = longTraining('deaf');
    const scheduler = startScheduler(built, plan, outputs, 1);
    await until(() => told('begin'));
    scheduler.process.kill('SIGINT');
    await until(() => scheduler.output().includes('once more ends them at once'));
    expect(stageProcesses(outputs)).toHaveLength(1);
    scheduler.process.kill('SIGINT');
    expect(await scheduler.ended, scheduler.output()).toBe(130);
    expect(readStageState(outputs, training).status).toBe('interrupted');
  });

  it('goes on where it was', async () => {
    const { outputs, journal, training, plan, told } = longTraining();
    const abort = new AbortController();
    const launcher = localLauncher(built.child);
    const options = { outputs, view: 'silent', jobs: 1, runners: built.runners, launcher } as const;
    const running = execute(plan, { ...options, signal: abort.signal });
    await until(() => told('step 3'));
    abort.abort();
    const summary = await running;
    expect(summary).toMatchObject({ interrupted: true, counts: { done: 1, interrupted: 1 } });
    const { step } = listCheckpoints(join(stageFolder(outputs, training.id), 'checkpoints')).at(-1)!;
    const again = startScheduler(built, plan, outputs, 1);
    await until(() => told(`step ${step + 1}`));
    again.process.kill('SIGINT');
    await again.ended;
    const steps = readJournal(journal)
      .filter(({ what }) => what.startsWith('step'))
      .map(({ what }) => what);
    expect(new Set(steps).size).toBe(steps.length);
    expect(told(`resume ${step}`)).toBe(true);
  });

  it('by the death of its scheduler leaves stages that stop by themselves', async () => {
    const { outputs, training, plan, told } = longTraining();
    const scheduler = startScheduler(built, plan, outputs, 1);
    await until(() => told('step 2'));
    scheduler.process.kill('SIGKILL');
    await scheduler.ended;
    await until(() => readStageState(outputs, training).status === 'interrupted');
    expect(readStageState(outputs, training)).toMatchObject({ attempt: { end: { outcome: 'interrupted' } } });
  });

  it('in one of its stages alone goes on with the others', async () => {
    const { outputs, training, plan, told } = longTraining();
    const other = toyStage('dataset', { salt: 9, ms: 10 });
    const launcher = localLauncher(built.child);
    const running = execute(toyPlan([...plan.stages, other]), {
      outputs,
      view: silentView,
      jobs: 1,
      runners: built.runners,
      launcher,
    });
    await until(() => told('step 1'));
    process.kill(stageProcesses(outputs)[0]!, 'SIGTERM');
    const { counts, interrupted } = await running;
    expect(counts).toMatchObject({ done: 2, interrupted: 1 });
    expect(interrupted).toBe(false);
    expect(readStageState(outputs, training).status).toBe('interrupted');
  });
});

describe('two runs on one store', () => {
  it('share the work: what one has the other waits for', async () => {
    const folder = temporaryFolder();
    const [outputs, journal] = [join(folder, 'outputs'), join(folder, 'journal')];
    const data = toyStage('dataset', { salt: 1, ms: 100, journal });
    const trainings = [2, 3, 4, 5].map((salt) =>
      toyStage('pretrain', { salt, steps: 4, ms: 50, journal }, { data }),
    );
    const plan = toyPlan([data, ...trainings]);
    const schedulers = [0, 1].map(() => startScheduler(built, plan, outputs, 1));
    for (const scheduler of schedulers) expect(await scheduler.ended, scheduler.output()).toBe(0);
    const begun = readJournal(journal).filter(({ what }) => what === 'begin');
    expect(begun.map(({ id }) => id).sort()).toEqual(plan.stages.map(({ id }) => id).sort());
    const notes = schedulers.map((scheduler) => scheduler.output()).join('');
    expect(notes).toMatch(/is being done by process \d+ on \S+, since .*; waiting for it/);
  });
});
