import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { gc } from '../../cli/actions/gc.js';
import { logs } from '../../cli/actions/logs.js';
import { status } from '../../cli/actions/status.js';
import { stop } from '../../cli/actions/stop.js';
import { verify } from '../../cli/actions/verify.js';
import { localLauncher } from '../../runtime/execute/local.js';
import { execute } from '../../runtime/execute/run.js';
import type { Stage } from '../../schema/plan.js';
import { stageFolder } from '../../runtime/store/stage-folder.js';
import { build, type Built } from '../runtime/execute/support/build.js';
import { finishedStores } from '../runtime/execute/support/finished.js';
import { toyPlan, toyStage, toyStudy } from '../runtime/execute/support/plans.js';
import { startScheduler } from '../runtime/execute/support/process.js';
import { temporaryFolder } from '../runtime/store/support/folder.js';

vi.setConfig({ testTimeout: 300_000 });

let built: Built;
beforeAll(() => {
  built = build();
});
afterAll(() => built.remove());
const finishedStore = finishedStores(() => built);

/** What a command prints, and its exit code. */
async function printed(act: () => number | Promise<number>): Promise<{ text: string; code: number }> {
  let text = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    text += String(chunk);
    return true;
  });
  try {
    return { code: await act(), text };
  } finally {
    spy.mockRestore();
  }
}

const run = (outputs: string, stages: readonly Stage[], experiment = 'toy') =>
  execute(toyPlan(stages, { experiment }), {
    outputs,
    view: 'silent',
    jobs: 2,
    runners: built.runners,
    launcher: localLauncher(built.child),
  });

describe('expc status', () => {
  it('tells of every experiment that was run, by the store alone', async () => {
    const outputs = finishedStore();
    const { data } = toyStudy();
    await run(outputs, [data, toyStage('clean', { trouble: 'failure' }, { data })], 'other');
    const { text, code } = await printed(() => status([], { outputs }));
    expect(code).toBe(0);
    expect(text).toMatch(/^other: 2 stages: 1 done, 1 failed$/m);
    expect(text).toMatch(/: the loss is not a number at step 7$/m);
    expect(text).toMatch(/^toy: 8 stages: 8 done$/m);
  });

  it('prints the same for programs', async () => {
    const outputs = finishedStore();
    const { text } = await printed(() => status([], { outputs, json: true }));
    expect(JSON.parse(text)).toMatchObject([{ experiment: 'toy', counts: { done: 8 } }]);
  });

  it('watches until all is done', async () => {
    const outputs = finishedStore();
    const { text } = await printed(() => status([], { outputs, watch: 1 }));
    expect(text).toBe('toy: 8 stages: 8 done\n');
  });

  it('says where nothing was run, and where a plan is damaged', async () => {
    const outputs = temporaryFolder();
    await expect(status([], { outputs })).rejects.toThrow('no experiment was run');
    mkdirSync(join(outputs, 'experiments', 'toy'), { recursive: true });
    writeFileSync(join(outputs, 'experiments', 'toy', 'plan.json'), '{');
    await expect(status([], { outputs })).rejects.toThrow(
      'the plan that was last run as `toy` cannot be read',
    );
  });
});

describe('expc logs', () => {
  it('prints the log of a stage, its last lines, or several logs told apart', async () => {
    const outputs = finishedStore();
    const { pretrain, cleans } = toyStudy();
    const whole = await printed(() => logs([pretrain.id], { outputs }));
    expect(whole.text).toBe(readFileSync(join(stageFolder(outputs, pretrain.id), 'log.txt'), 'utf8'));
    for (const id of cleans.map((each) => each.id))
      writeFileSync(join(stageFolder(outputs, id), 'log.txt'), 'one\ntwo\nthree\n');
    const two = await printed(() => logs(['clean'], { outputs, lines: 2 }));
    const ids = cleans.map(({ id }) => id).sort();
    expect(two.text).toBe(ids.map((id) => `${id}: two\n${id}: three\n`).join(''));
    const last = await printed(() => logs([], { outputs, lines: 1 }));
    expect(last.text).toBe('three\n');
  });

  it('names what it does not find', async () => {
    const outputs = temporaryFolder();
    await expect(logs([], { outputs })).rejects.toThrow('there is no stage');
    await expect(logs(['clean-77'], { outputs })).rejects.toThrow('there is no stage `clean-77`');
  });
});

describe('expc stop', () => {
  it('stops a run of another process after a checkpoint, and waits for it', async () => {
    const outputs = temporaryFolder();
    const journal = join(temporaryFolder(), 'journal');
    const slow = toyStage('clean', { steps: 100_000, ms: 20, journal });
    const scheduler = startScheduler(built, toyPlan([slow]), outputs, 1);
    await vi.waitUntil(() => existsSync(journal) && readFileSync(journal, 'utf8').includes('step 2'), {
      timeout: 30_000,
    });
    const other = await printed(() => stop(['another'], { outputs }));
    expect(other.text).toBe('nothing runs\n');
    const { text, code } = await printed(() => stop(['toy'], { outputs, wait: 60 }));
    expect(text).toMatch(/^asked toy \(process \d+ on .+\) to stop$/m);
    expect(code).toBe(0);
    expect(await scheduler.ended).toBe(130);
    const after = await printed(() => status([], { outputs }));
    expect(after.text).toMatch(/1 stage: 1 interrupted/);
    expect(after.text).toMatch(/stopped .* ago at epoch \d+\/100000/);
  });
});

describe('expc gc', () => {
  it('is dry unless told otherwise, and never takes what an experiment refers to', async () => {
    const outputs = finishedStore();
    const { all, cleans } = toyStudy();
    await run(
      outputs,
      all.filter((stage) => stage !== cleans[1]),
    );
    const dry = await printed(() => gc({ outputs }));
    expect(dry.text).toContain(`${cleans[1]!.id}  unreferenced`);
    expect(dry.text).toMatch(/1 could go, .*`expc gc --delete` removes them/);
    expect(existsSync(stageFolder(outputs, cleans[1]!.id))).toBe(true);
    const wet = await printed(() => gc({ outputs, delete: true }));
    expect(wet.text).toMatch(/^removed 1, /m);
    expect(existsSync(stageFolder(outputs, cleans[1]!.id))).toBe(false);
    const none = await printed(() => gc({ outputs }));
    expect(none.text).toBe('nothing to remove\n');
  });

  it('removes nothing while a plan cannot be read', () => {
    const outputs = finishedStore();
    writeFileSync(join(outputs, 'experiments', 'toy', 'plan.json'), '{');
    const errors = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(gc({ outputs, delete: true })).toBe(1);
    errors.mockRestore();
    expect(existsSync(stageFolder(outputs, toyStudy().pretrain.id))).toBe(true);
  });
});

describe('expc verify', () => {
  it('finds what is damaged and what was made from it, removes it when asked, and the next run makes it again', async () => {
    const outputs = finishedStore();
    const { all, poison, cleans } = toyStudy();
    expect((await printed(() => verify([], { outputs }))).text).toMatch(
      /^8 stages whole \(.*\), 0 damaged, 0 unfinished$/m,
    );
    writeFileSync(join(stageFolder(outputs, poison.id), 'result.txt'), `${'x'.repeat(64)}\n`);
    const found = await printed(() => verify([], { outputs }));
    expect(found.code).toBe(1);
    expect(found.text).toContain(`damaged  ${poison.id}: result.txt was altered`);
    expect(found.text).toMatch(/^made from damaged ones: .*/m);
    expect(found.text).toContain(cleans[0]!.id);
    await printed(() => verify([], { outputs, delete: true }));
    expect(existsSync(stageFolder(outputs, poison.id))).toBe(false);
    expect(
      (await run(outputs, [...all, toyStage('subset', { salt: 77 }, { dataset: poison })])).counts.done,
    ).toBe(2);
    expect((await printed(() => verify([], { outputs }))).code).toBe(0);
  });

  it('does finished stages again and compares', async () => {
    const outputs = finishedStore();
    // The program's own runners cannot carry out a toy: what fails differs.
    const { text, code } = await printed(() =>
      verify(['subset'], { outputs, reproduce: 5, scratch: temporaryFolder(), json: true }),
    );
    expect(code).toBe(1);
    expect(JSON.parse(text)).toMatchObject([{ same: false, differing: ['result.txt'] }]);
  });
});
