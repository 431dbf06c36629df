import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { carryOut } from '../../../runtime/execute/carry-out.js';
import { StageFailure } from '../../../runtime/execute/context.js';
import { localLauncher } from '../../../runtime/execute/local.js';
import { execute } from '../../../runtime/execute/run.js';
import { loadRunner } from '../../../runtime/execute/runners.js';
import { taskMaker } from '../../../runtime/execute/task-maker.js';
import type { FileLayer } from '../../../runtime/store/files.js';
import { readDone, stageFolder } from '../../../runtime/store/stage-folder.js';
import type { Stage } from '../../../schema/plan.js';
import { fullFrom, powerCutAt } from '../store/support/faulty-disk.js';
import { temporaryFolder } from '../store/support/folder.js';
import { build, type Built } from './support/build.js';
import { toyPlan, toyStage } from './support/plans.js';
import { startScheduler } from './support/process.js';
import { contents, readJournal } from './support/store.js';

vi.setConfig({ testTimeout: 300_000 });

let built: Built;
beforeAll(() => {
  built = build();
});
afterAll(() => built.remove());

const run = (stages: readonly Stage[], outputs: string) =>
  execute(toyPlan(stages), {
    outputs,
    view: 'silent',
    jobs: 1,
    runners: built.runners,
    launcher: localLauncher(built.child),
  });

/** Carries a stage out in this process, over a disk that may fail. */
function carryOutHere(outputs: string, stage: Stage, files: FileLayer) {
  const origin = { command: [], experiment: 'toy', file: 'toy.yaml', git: null };
  const task = taskMaker([stage], { outputs, runners: built.runners, origin, scheduler: null })(stage, []);
  return carryOut(task, {
    stopReason: () => null,
    tell: () => {},
    runnerOf: () => loadRunner(stage, new URL('./support/toy-runners.ts', import.meta.url).href),
    files,
  });
}

describe('a disk that is full from any moment on', () => {
  it('is told in words by the stage, which the next try finishes to the same bytes', async () => {
    const stage = toyStage('dataset');
    const calm = temporaryFolder();
    const counted = powerCutAt(Infinity);
    expect(await carryOutHere(calm, stage, counted)).toMatchObject({ status: 'done' });
    expect(counted.operations).toBeGreaterThan(15);
    let failed = 0;
    for (let n = 0; n < counted.operations; n++) {
      const outputs = temporaryFolder();
      const outcome = await carryOutHere(outputs, stage, fullFrom(n));
      if (outcome.status === 'failed') {
        failed += 1;
        expect(outcome.message).toMatch(/^no space is left on the disk: /);
        expect(outcome.hint).toContain('make space');
        expect(readDone(outputs, stage)).toBeNull();
      } else expect(outcome.status).toBe('done');
      // The claim of this very process is still held where its end could not be written.
      rmSync(join(stageFolder(outputs, stage.id), 'attempts'), { recursive: true, force: true });
      expect(await carryOutHere(outputs, stage, powerCutAt(Infinity))).toMatchObject({ status: 'done' });
      expect(contents(outputs, [stage])).toEqual(contents(calm, [stage]));
    }
    expect(failed).toBeGreaterThan(5);
  });
});

/** A disk of its own; null where this user may not mount one. */
function ownDisk(): string | null {
  const folder = join(temporaryFolder(), 'disk');
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return folder;
}

const remount = (folder: string, how: 'ro' | 'rw') =>
  execFileSync('mount', ['-o', `remount,${how}`, folder], { stdio: 'ignore' });

describe('a store that cannot be written to', () => {
  it('is told in a word, and goes on once it can be', async (test) => {
    const disk = ownDisk();
    if (disk === null) return test.skip('this user may not mount a disk');
    const outputs = join(disk, 'outputs');
    const stages = [toyStage('dataset'), toyStage('dataset', { salt: 2 })];
    await run(stages.slice(0, 1), outputs);
    remount(disk, 'ro');
    const failure = await run(stages, outputs).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StageFailure);
    expect((failure as StageFailure).message).toMatch(/^the disk is read-only: /);
    remount(disk, 'rw');
    expect((await run(stages, outputs)).counts).toMatchObject({ done: 1, cached: 1 });
  });
});

describe('a stage’s folder', () => {
  it.each(['the stage’s folder', 'the whole store'])(
    'when %s is removed while it runs, is done anew by the next run',
    async (what) => {
      const outputs = join(temporaryFolder(), 'outputs');
      const journal = join(temporaryFolder(), 'journal');
      const stage = toyStage('clean', { steps: 30, ms: 30, journal });
      const scheduler = startScheduler(built, toyPlan([stage]), outputs, 1);
      await vi.waitUntil(() => readJournal(journal).some(({ what }) => what === 'step 3'), {
        timeout: 60_000,
      });
      // At one blow: a folder cannot be emptied while a process goes on writing into it.
      const gone = what === 'the whole store' ? outputs : stageFolder(outputs, stage.id);
      renameSync(gone, `${outputs}-gone`);
      expect([1, 130]).toContain(await scheduler.ended);
      expect(scheduler.output()).toMatch(/FAILED|stop/);
      expect(scheduler.output()).not.toMatch(/\n {4}at /);
      rmSync(`${outputs}-gone`, { recursive: true });
      expect((await run([stage], outputs)).counts.done).toBe(1);
      const calm = temporaryFolder();
      await run([stage], calm);
      expect(contents(outputs, [stage])).toEqual(contents(calm, [stage]));
    },
  );
});

describe('a file that stages read', () => {
  it('is told by its name when it vanishes', async () => {
    const outputs = temporaryFolder();
    const data = toyStage('dataset');
    const poison = toyStage('poison', {}, { dataset: data });
    await run([data], outputs);
    const marker = join(stageFolder(outputs, data.id), 'state.json');
    writeFileSync(
      marker,
      readFileSync(marker, 'utf8')
        .replace('"result.txt"', '"config.json"')
        .replace(/"bytes": \d+/, () => {
          const { length } = readFileSync(join(stageFolder(outputs, data.id), 'config.json'));
          return `"bytes": ${length}`;
        }),
    );
    rmSync(join(stageFolder(outputs, data.id), 'result.txt'));
    const { failures } = await run([data, poison], outputs);
    expect(failures[0]!.message).toBe(
      `a file is missing: ${join(stageFolder(outputs, data.id), 'result.txt')}`,
    );
    expect(existsSync(stageFolder(outputs, poison.id))).toBe(true);
  });
});
