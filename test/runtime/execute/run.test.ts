import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Plan, Stage } from '../../../schema/plan.js';
import { localLauncher } from '../../../runtime/execute/local.js';
import { readPlanLock } from '../../../runtime/execute/plan-lock.js';
import { execute, type ExecuteOptions } from '../../../runtime/execute/run.js';
import { exitCodeOf } from '../../../runtime/execute/summary.js';
import { silentView } from '../../../runtime/execute/view/view.js';
import { readMarker, stageFolder } from '../../../runtime/store/stage-folder.js';
import { readStageState } from '../../../runtime/store/stage-state.js';
import { build, type Built } from './support/build.js';
import { finishedStores } from './support/finished.js';
import { toyPlan, toyStage, toyStudy } from './support/plans.js';
import { temporaryFolder } from '../store/support/folder.js';
import { contents, readJournal } from './support/store.js';

// Every stage is a process: on a machine with much else to do that takes its time.
vi.setConfig({ testTimeout: 300_000 });

let built: Built;
beforeAll(() => {
  built = build();
});
afterAll(() => built.remove());
const finishedStore = finishedStores(() => built);

function run(plan: Plan, outputs: string, options: Partial<ExecuteOptions> = {}) {
  const launcher = localLauncher(built.child);
  return execute(plan, { outputs, view: 'silent', jobs: 2, runners: built.runners, launcher, ...options });
}

const log = (outputs: string, { id }: Stage) =>
  readFileSync(join(stageFolder(outputs, id), 'log.txt'), 'utf8');

describe('a run', () => {
  it('does every stage once, and none the second time', async () => {
    const outputs = temporaryFolder();
    const journal = join(outputs, 'journal');
    const { all } = toyStudy({ journal });
    const first = await run(toyPlan(all), outputs);
    expect(first.counts).toMatchObject({ done: all.length, cached: 0, failed: 0 });
    expect(exitCodeOf(first)).toBe(0);
    const told = readJournal(journal).length;
    const second = await run(toyPlan(all), outputs);
    expect(second.counts).toMatchObject({ done: 0, cached: all.length });
    expect(readJournal(journal)).toHaveLength(told);
  });

  it('does only what changed', async () => {
    const outputs = finishedStore();
    const { all, pretrain, subset, test } = toyStudy();
    const another = toyStage('clean', { steps: 2, salt: 99 }, { model: pretrain, data: subset, test });
    const { stages, counts } = await run(toyPlan([...all, another]), outputs);
    expect(counts).toMatchObject({ done: 1, cached: all.length });
    expect(stages.at(-1)).toMatchObject({ id: another.id, status: 'done' });
  });

  it('measures a pre-training inside its process, and makes the data of the measurement before it', async () => {
    const outputs = temporaryFolder();
    const { all, pretrain, evaluate } = toyStudy();
    await run(toyPlan(all), outputs, { jobs: 1 });
    const measured = JSON.parse(
      readFileSync(join(stageFolder(outputs, evaluate.id), 'measured.json'), 'utf8'),
    ) as unknown;
    expect(measured).toMatchObject({ by: pretrain.id });
    expect(readStageState(outputs, evaluate).status).toBe('done');
  });

  it('measures alone what is already trained', async () => {
    const outputs = temporaryFolder();
    const { all, evaluate, test } = toyStudy();
    await run(
      toyPlan(all.filter((stage) => stage !== evaluate && stage !== test && stage.kind !== 'clean')),
      outputs,
    );
    const { counts } = await run(toyPlan(all), outputs, { only: [evaluate.id] });
    expect(counts).toMatchObject({ done: 2 });
    expect(existsSync(join(stageFolder(outputs, evaluate.id), 'measured.json'))).toBe(false);
    expect(existsSync(join(stageFolder(outputs, evaluate.id), 'result.txt'))).toBe(true);
  });

  it('does not make again what only finished stages were made of', async () => {
    const outputs = finishedStore();
    const { all, data, poison } = toyStudy();
    for (const { id } of [data, poison]) rmSync(stageFolder(outputs, id), { recursive: true });
    const { counts } = await run(toyPlan(all), outputs);
    expect(counts).toMatchObject({ done: 0, unneeded: 2, cached: all.length - 2 });
  });

  it('does again a stage that lost an artifact', async () => {
    const outputs = finishedStore();
    const { all, cleans } = toyStudy();
    const before = contents(outputs, all);
    rmSync(join(stageFolder(outputs, cleans[0]!.id), 'result.txt'));
    expect((await run(toyPlan(all), outputs)).counts).toMatchObject({ done: 1 });
    expect(contents(outputs, all)).toEqual(before);
  });

  it('does only the stages that are asked for, their inputs, and what must be measured while these train', async () => {
    const outputs = temporaryFolder();
    const { all, cleans } = toyStudy();
    const { stages } = await run(toyPlan(all), outputs, { only: [cleans[1]!.id] });
    expect(stages.map(({ kind }) => kind).sort()).toEqual([
      'clean',
      'dataset',
      'dataset',
      'evaluate',
      'poison',
      'pretrain',
      'subset',
    ]);
    const again = await run(toyPlan(all), outputs, { only: [cleans[0]!.id] });
    expect(again.stages.map(({ kind }) => kind)).not.toContain('evaluate');
    await expect(run(toyPlan(all), outputs, { only: ['clean-nothing'] })).rejects.toThrow('clean-nothing');
  });

  it('records with what, where and how each result was made', async () => {
    const outputs = temporaryFolder();
    const { all, data, poison } = toyStudy();
    await run(toyPlan(all, { file: join(outputs, 'toy.yaml') }), outputs, { threads: 3 });
    const marker = readMarker(stageFolder(outputs, poison.id))!;
    expect(marker).toMatchObject({
      status: 'done',
      key: poison.key,
      attempts: 1,
      inputs: { dataset: readMarker(stageFolder(outputs, data.id))!.digest },
      provenance: {
        experiment: 'toy',
        device: 'cpu',
        threads: 3,
        git: null,
        versions: { expc: '0.1.0', node: process.version },
      },
    });
    expect(marker.artifacts.map(({ path }) => path)).toEqual(['result.txt']);
  });

  it('writes what was run, and a file for each run', async () => {
    const outputs = temporaryFolder();
    const { all, data, pretrain, cleans } = toyStudy();
    const stages = { train: data.key, pretrain: pretrain.key, clean: cleans[0]!.key };
    const runs = [{ name: 'a/b: lr=0.1', ablation: 'a', axes: { lr: 0.1 }, stages }];
    await run(toyPlan(all, { runs }), outputs, { overrides: ['clean.epochs=3'] });
    expect(readPlanLock(outputs, 'toy')).toMatchObject({
      overrides: ['clean.epochs=3'],
      plan: { experiment: 'toy', runs },
    });
    const file = join(outputs, 'experiments', 'toy', 'runs', 'a_b_ lr=0.1.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      name: 'a/b: lr=0.1',
      stages: { clean: `stages/${cleans[0]!.id}` },
    });
    await run(toyPlan(all), outputs);
    expect(existsSync(file)).toBe(false);
  });
});

describe('a stage that fails', () => {
  it('blocks what depends on it and nothing else, and is tried again by the next run', async () => {
    const outputs = temporaryFolder();
    const heal = join(outputs, 'healed');
    const { all, pretrain, subset, test, cleans } = toyStudy();
    const bad = toyStage(
      'clean',
      { trouble: 'failure', heal, salt: 50 },
      { model: pretrain, data: subset, test },
    );
    const after = toyStage('subset', { salt: 51 }, { dataset: bad });
    const plan = toyPlan([...all.slice(0, 6), bad, after, ...cleans]);
    const first = await run(plan, outputs);
    expect(first.counts).toMatchObject({ done: all.length, failed: 1, blocked: 1 });
    expect(exitCodeOf(first)).toBe(1);
    expect(first.failures).toMatchObject([
      { message: 'the loss is not a number at step 7', hint: 'lower optimizer.lr' },
    ]);
    expect(readStageState(outputs, bad)).toMatchObject({
      status: 'failed',
      message: 'the loss is not a number at step 7',
    });
    expect(readStageState(outputs, after).status).toBe('new');
    expect(log(outputs, bad)).toContain('failed: the loss is not a number at step 7');
    expect(log(outputs, bad)).not.toContain('    at ');
    writeFileSync(heal, '');
    expect((await run(plan, outputs)).counts).toMatchObject({ done: 2, cached: all.length, failed: 0 });
  });

  it('tells the essence of an error, and keeps the stack for the log', async () => {
    const outputs = temporaryFolder();
    const stage = toyStage('dataset', { trouble: 'error' });
    const { failures } = await run(toyPlan([stage]), outputs);
    expect(failures[0]).toMatchObject({ message: 'TypeError: cannot read what is not there' });
    expect(log(outputs, stage)).toMatch(/ {4}at .*toy-runners/);
  });

  it.each([
    ['reject', /^nobody waits for this$/, null],
    ['kill', /killed \(SIGKILL\), most likely because memory ran out/, /run fewer stages/],
    ['abort', /crashed \(SIGABRT\)/, /log may say more/],
    [
      'memory',
      /^out of memory: Resource exhausted: OOM when allocating tensor with shape\[1024,1024\]$/,
      /run fewer stages/,
    ],
    ['no-space', /^no space is left on the disk: \/data\/x$/, /make space/],
  ] as const)('tells %s apart', async (trouble, message, hint) => {
    const outputs = temporaryFolder();
    const stage = toyStage('dataset', { trouble });
    const { failures } = await run(toyPlan([stage]), outputs);
    expect(failures).toHaveLength(1);
    expect(failures[0]!.message).toMatch(message);
    if (hint === null) expect(failures[0]!.hint).toBeNull();
    else expect(failures[0]!.hint).toMatch(hint);
    expect(readStageState(outputs, stage)).toMatchObject({ status: 'failed', message: failures[0]!.message });
  });

  it('groups the same error of many stages', async () => {
    const outputs = temporaryFolder();
    const stages = [1, 2, 3].map((salt) => toyStage('dataset', { trouble: 'failure', salt }));
    const other = toyStage('dataset', { trouble: 'error', salt: 4 });
    const { failures } = await run(toyPlan([...stages, other]), outputs);
    expect(failures.map((failure) => failure.stages.length)).toEqual([3, 1]);
  });

  it('ends the run with fail-fast, and leaves the others to be begun', async () => {
    const outputs = temporaryFolder();
    const bad = toyStage('dataset', { trouble: 'failure' });
    const rest = [1, 2, 3].map((salt) => toyStage('dataset', { salt }));
    const summary = await run(toyPlan([bad, ...rest]), outputs, { jobs: 1, failFast: true });
    expect(summary.counts).toMatchObject({ failed: 1, waiting: 3 });
    expect(summary.interrupted).toBe(false);
  });

  it('is tried again as often as asked, but not where trying again cannot help', async () => {
    const outputs = temporaryFolder();
    const dying = toyStage('dataset', { trouble: 'kill', salt: 1 });
    const wrong = toyStage('dataset', { trouble: 'failure', salt: 2 });
    const { stages } = await run(toyPlan([dying, wrong]), outputs, { retries: 2, retrySeconds: 0.01 });
    expect(stages.map(({ attempts }) => attempts)).toEqual([3, 1]);
  });

  it('succeeds when a retry does', async () => {
    const outputs = temporaryFolder();
    const heal = join(outputs, 'healed');
    const stage = toyStage('dataset', { trouble: 'kill', heal });
    const view = { ...silentView, notice: () => writeFileSync(heal, '') };
    const { counts } = await run(toyPlan([stage]), outputs, { retries: 1, retrySeconds: 0.01, view });
    expect(counts).toMatchObject({ done: 1, failed: 0 });
    expect(readMarker(stageFolder(outputs, stage.id))!.attempts).toBe(2);
  });

  it('fails when its input is gone, however it came to be started', async () => {
    const outputs = temporaryFolder();
    const { all, data, poison } = toyStudy();
    const launcher = localLauncher(built.child);
    const sly: ExecuteOptions['launcher'] = {
      launch(task, slot, tell) {
        if (task.stage.id === poison.id) rmSync(join(stageFolder(outputs, data.id), 'state.json'));
        return launcher.launch(task, slot, tell);
      },
    };
    const { failures } = await run(toyPlan(all), outputs, { launcher: sly });
    expect(failures[0]!.message).toBe(`its input dataset (${data.id}) is not done`);
  });
});

describe('a finished training that did not keep a checkpoint', () => {
  const withEpochs = (stage: Stage, epochs: readonly number[]) =>
    ({ ...stage, locals: { keep_epochs: epochs } }) as unknown as Stage;

  it('is done for the plan that needs none, and runs again for one that does, told so before', async () => {
    const outputs = temporaryFolder();
    const journal = join(outputs, 'journal');
    const { all, pretrain } = toyStudy({ journal, steps: 4 }, 1);
    await run(toyPlan(all), outputs);
    const before = readMarker(stageFolder(outputs, pretrain.id))!;
    const needing = (epochs: readonly number[]) =>
      toyPlan(all.map((stage) => (stage === pretrain ? withEpochs(stage, epochs) : stage)));
    expect((await run(needing([3, 4]), outputs)).counts).toMatchObject({ done: 0, cached: all.length });
    const told = readJournal(journal).length;
    const notices: string[] = [];
    const view = { ...silentView, notice: (line: string) => void notices.push(line) };
    const { stages, counts } = await run(needing([1, 4]), outputs, { view });
    expect(notices[0]).toBe(
      'pretrain was finished without keeping epoch 1: made again from the checkpoints before',
    );
    // A toy makes no earlier epoch again; what counts is that it was asked to, and nothing else was.
    expect(
      readJournal(journal)
        .slice(told)
        .map(({ id }) => id),
    ).toEqual(Array(3).fill(pretrain.id));
    expect(stages.find(({ id }) => id === pretrain.id)!.status).toBe('done');
    expect(counts.cached).toBe(all.length - 1);
    expect(readMarker(stageFolder(outputs, pretrain.id))!.digest).toBe(before.digest);
  });
});

describe('a store', () => {
  it('that cannot be made is told in a word', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    await expect(run(toyPlan([]), join(folder, 'file', 'outputs'))).rejects.toMatchObject({
      name: 'StageFailure',
    });
  });

  it('that was moved is the same store', async () => {
    const { all, pretrain, subset, test } = toyStudy();
    const from = finishedStore();
    const to = join(temporaryFolder(), 'moved');
    cpSync(from, to, { recursive: true });
    rmSync(join(from, 'stages'), { recursive: true });
    const another = toyStage('clean', { salt: 99 }, { model: pretrain, data: subset, test });
    expect((await run(toyPlan([...all, another]), to)).counts).toMatchObject({ done: 1, cached: all.length });
  });

  it('whose folder holds another configuration refuses to go on in it, and says what differs', async () => {
    const outputs = temporaryFolder();
    const stage = toyStage('clean', { steps: 4 });
    await run(toyPlan([stage]), outputs);
    const dir = stageFolder(outputs, stage.id);
    const path = join(dir, 'config.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"steps": 4', '"steps": 9'));
    rmSync(join(dir, 'state.json'));
    const { failures } = await run(toyPlan([stage]), outputs);
    expect(failures[0]!.message).toBe(`${dir} holds the work of another stage: config.toy.steps is 9, not 4`);
    expect(failures[0]!.hint).toContain('move that folder away');
  });
});
