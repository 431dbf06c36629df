import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { execute, type ExecuteOptions } from '../../../../runtime/execute/run.js';
import { batchFolder, readBatches } from '../../../../runtime/execute/slurm/batch-folder.js';
import { slurmScripts } from '../../../../runtime/execute/slurm/dry-run.js';
import { runJob } from '../../../../runtime/execute/slurm/run-job.js';
import { slurmConductor, type SlurmOptions } from '../../../../runtime/execute/slurm/slurm-run.js';
import { readStatus } from '../../../../runtime/execute/status.js';
import { jobsAreOver, stopJobs } from '../../../../runtime/execute/slurm/stop-jobs.js';
import { withQueue } from '../../../../runtime/execute/slurm/queue-report.js';
import { exitCodeOf } from '../../../../runtime/execute/summary.js';
import { closingLines } from '../../../../runtime/execute/view/text.js';
import { statusText } from '../../../../runtime/execute/view/status-text.js';
import { readStageState } from '../../../../runtime/store/stage-state.js';
import type { Stage } from '../../../../schema/plan.js';
import { quick } from '../../../support/slurm/toy-run.js';
import { temporaryFolder } from '../../store/support/folder.js';
import { silentView, type View } from '../../../../runtime/execute/view/view.js';
import { toyPlan, toyStage, toyStudy } from '../support/plans.js';
import { down, FakeSlurm } from './support.js';

const runners = pathToFileURL('test/runtime/execute/support/toy-runners.ts').href;
const settings = { ...quick, poll_seconds: 0.02 };
const calm = { stop: null, warned: false };

/** A store, a queue, and runs of the same stages on both. */
function site(stages: readonly Stage[]) {
  const outputs = temporaryFolder();
  const slurm = new FakeSlurm((path) => readFileSync(path, 'utf8'));
  const notices: string[] = [];
  const view: View = { ...silentView, notice: (line) => void notices.push(line) };
  const run = (options: Partial<SlurmOptions> = {}, more: Partial<ExecuteOptions> = {}) => {
    const own = { settings, slurm, settleSeconds: 0.1, patienceSeconds: 0.01, entry: 'job.js', ...options };
    return execute(toyPlan(stages), { outputs, runners, view, conductor: slurmConductor(own), ...more });
  };
  const advance = () => slurm.advance((folder, index) => runJob(folder, index, calm));
  /** A run that waits, while the queue moves on. */
  const through = async (options?: Partial<SlurmOptions>, more?: Partial<ExecuteOptions>) => {
    let isOver = false;
    const running = run(options, more).finally(() => (isOver = true));
    while (!isOver) {
      await advance();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return running;
  };
  /** Resolves after so many further looks at the queue. */
  const looks = async (count: number) => {
    const seen = () => slurm.calls.filter((call) => call === 'queue').length;
    for (const end = seen() + count; seen() < end;) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const states = () =>
    Object.fromEntries(stages.map((stage) => [stage.id, readStageState(outputs, stage).status]));
  return { outputs, slurm, notices, run, advance, through, looks, states };
}

describe('a run on Slurm', () => {
  it('submits the whole plan at once, each job after those that it waits for', async () => {
    const { all } = toyStudy({}, 3);
    const { slurm, run } = site(all);
    const summary = await run({ detach: true });
    expect(summary.counts).toMatchObject({ submitted: all.length, waiting: 0 });
    expect(exitCodeOf(summary)).toBe(0);
    expect(closingLines(summary).join()).toContain('the same command waits for them');
    expect(slurm.scripts.map((script) => /dependency=afterok:(\S+)/.exec(script)?.[1] ?? '')).toEqual([
      '',
      '101_0',
      '102:101_1',
      '102',
      expect.stringMatching(/^(103|104|101_1)(:(103|104|101_1)){2}$/) as string,
    ]);
  });

  it('carries all of it out, with one call of squeue a look and none of sacct', async () => {
    const { all } = toyStudy({}, 3);
    const { slurm, through, states } = site(all);
    const { counts } = await through();
    expect(counts).toMatchObject({ done: all.length, failed: 0 });
    expect(new Set(Object.values(states()))).toEqual(new Set(['done']));
    expect(slurm.calls).not.toContain('accounting');
    expect(slurm.scripts).toHaveLength(5);
  });

  it('that left is joined by the next, which submits nothing twice', async () => {
    const { all } = toyStudy({}, 2);
    const { slurm, run, through } = site(all);
    await run({ detach: true });
    const submitted = slurm.scripts.length;
    expect((await run({ detach: true })).counts.submitted).toBe(all.length);
    expect((await through()).counts.done).toBe(all.length);
    expect(slurm.scripts).toHaveLength(submitted);
  });

  it('finds a job whose number was never written down', async () => {
    const { all } = toyStudy({}, 1);
    const { outputs, slurm, run, through } = site(all);
    await run({ detach: true });
    for (const { id } of readBatches(outputs)) rmSync(join(batchFolder(outputs, id), 'job.json'));
    const submitted = slurm.scripts.length;
    expect((await through()).counts.done).toBe(all.length);
    expect(slurm.scripts).toHaveLength(submitted);
  });

  it('lets a job go that a node could not start, three times, and then says that it will not start', async () => {
    const { data } = toyStudy();
    const { slurm, notices, run, advance, looks } = site([data]);
    await run({ detach: true });
    const held = { state: 'PENDING', reason: 'launch failed requeued held' };
    slurm.move('101', held);
    const running = run();
    for (let i = 1; i <= 3; i++) {
      while (slurm.released.length < i) await looks(1);
      if (i < 3) slurm.move('101', held);
    }
    await advance();
    expect((await running).counts.done).toBe(1);
    expect(slurm.released).toEqual(['101', '101', '101']);
    expect(notices.filter((line) => line.includes('could not start job 101'))).toHaveLength(3);
    expect(notices.join()).not.toContain('will not start');
  });

  it('leaves a job that no node can start to the person', async () => {
    const { data } = toyStudy();
    const { slurm, notices, run, looks } = site([data]);
    await run({ detach: true });
    const held = { state: 'PENDING', reason: 'launch failed requeued held' };
    slurm.move('101', held);
    const running = run();
    for (let i = 1; i <= 3; i++) {
      while (slurm.released.length < i) await looks(1);
      slurm.move('101', held);
    }
    await looks(3);
    expect(slurm.released).toHaveLength(3);
    expect(notices.join('\n')).toMatch(
      /job 101 will not start: its node could not start it, and Slurm holds it/,
    );
    slurm.move('101', { state: 'CANCELLED', reason: 'None' });
    expect((await running).counts.done).toBe(0);
  });

  it('waits for a submission that may be on its way, and submits what never arrived', async () => {
    const { data } = toyStudy();
    const { outputs, slurm, run, through } = site([data]);
    await run({ detach: true });
    // As if expc had been killed 18 s ago just before it called sbatch.
    const [batch] = readBatches(outputs);
    const folder = batchFolder(outputs, batch!.id);
    rmSync(join(folder, 'job.json'));
    const made = new Date(Date.now() - 18_000).toISOString();
    const by = { ...batch!.by, started: '1' };
    writeFileSync(join(folder, 'batch.json'), JSON.stringify({ ...batch, by, made }));
    slurm.jobs.length = 0;
    expect((await through()).counts.done).toBe(1);
    expect(slurm.scripts).toHaveLength(2);
  });

  it('submits again what is neither in the queue nor done', async () => {
    const { all } = toyStudy({}, 1);
    const { slurm, run, through } = site(all);
    await run({ detach: true });
    slurm.jobs.length = 0;
    const { counts } = await through();
    expect(counts.done).toBe(all.length);
    expect(slurm.calls).toContain('accounting');
  });

  it('tells a failure once, blocks what needs it, and tries again when it is run again', async () => {
    const heal = join(temporaryFolder(), 'heal');
    const { all, pretrain } = toyStudy({}, 1);
    const bad = toyStage('clean', { trouble: 'failure', heal, salt: 80 }, { model: pretrain });
    const child = toyStage('clean', { salt: 81 }, { model: bad });
    const { slurm, through } = site([...all, bad, child]);
    const { counts, failures } = await through();
    expect(counts).toMatchObject({ done: all.length, failed: 1, blocked: 1 });
    expect(failures[0]!.message).toBe('the loss is not a number at step 7');
    writeFileSync(heal, '');
    expect((await through()).counts).toMatchObject({ cached: all.length, done: 2 });
    expect(slurm.scripts.length).toBeGreaterThan(5);
  });

  it('cancels itself what waits for a failed job, where Slurm shall not', async () => {
    const { data, poison } = toyStudy({});
    const bad = toyStage('poison', { trouble: 'failure', salt: 80 }, { dataset: data });
    const child = toyStage('pretrain', {}, { data: bad });
    const { slurm, through } = site([data, poison, bad, child]);
    const { counts } = await through({ settings: { ...settings, cancel_dependents: false } });
    expect(counts).toMatchObject({ done: 2, failed: 1, blocked: 1 });
    expect(slurm.scripts.join()).not.toContain('kill-on-invalid-dep');
    const { job } = slurm.jobs.find(({ name }) => name.includes(child.id))!;
    expect(slurm.cancelled).toContain(job);
  });

  it('takes a queue that does not answer for nothing but that', async () => {
    const { all } = toyStudy({}, 1);
    const { slurm, notices, run, advance } = site(all);
    await run({ detach: true });
    slurm.isDown = true;
    const running = run();
    while (!notices.some((line) => line.includes('does not answer')))
      await new Promise((resolve) => setTimeout(resolve, 10));
    await advance();
    slurm.isDown = false;
    expect((await running).counts).toMatchObject({ done: all.length, failed: 0 });
    expect(notices.filter((line) => line.includes('does not answer'))).toHaveLength(1);
  });

  it('submits a job again whose submission was not answered, unless it is there', async () => {
    const { data } = toyStudy();
    const { slurm, through } = site([data]);
    slurm.refusals = [down, down];
    expect((await through()).counts.done).toBe(1);
    expect(slurm.calls.filter((call) => call === 'submit')).toHaveLength(3);
  });

  it('gives up when no submission is answered, and keeps the record, for the job may be there', async () => {
    const { data } = toyStudy();
    const { outputs, slurm, run } = site([data]);
    slurm.refusals = Array.from({ length: 9 }, () => down);
    await expect(run()).rejects.toMatchObject({ code: 'EXPC754' });
    expect(readBatches(outputs)).toHaveLength(1);
  });

  it('cancels what it submitted when a later job is refused, and says why', async () => {
    const { all } = toyStudy();
    const { outputs, slurm, run } = site(all);
    slurm.refusals = [null, null, { refusal: 'refused', words: 'sbatch: error: no such account' }];
    await expect(run()).rejects.toMatchObject({
      code: 'EXPC752',
      message: expect.stringContaining('no such account') as string,
    });
    expect(slurm.cancelled).toEqual(['101', '102']);
    expect(readBatches(outputs)).toHaveLength(2);
  });

  it('names the partitions when one is not there', async () => {
    const { data } = toyStudy();
    const { slurm, run } = site([data]);
    slurm.refusals = [{ refusal: 'partition', words: 'sbatch: error: invalid partition specified: urgnt' }];
    await expect(run()).rejects.toMatchObject({
      code: 'EXPC753',
      hint: expect.stringContaining('`urgent`') as string,
    });
  });

  it('waits with the rest while Slurm takes no more jobs', async () => {
    const { all } = toyStudy({}, 1);
    const { slurm, notices, through } = site(all);
    slurm.refusals = [null, { refusal: 'full', words: 'sbatch: error: QOSMaxSubmitJobPerUserLimit' }];
    expect((await through()).counts.done).toBe(all.length);
    expect(notices.join()).toContain('Slurm takes no more jobs now (QOSMaxSubmitJobPerUserLimit)');
  });

  it('says which job will not start, and why', async () => {
    const { data } = toyStudy();
    const { slurm, notices, run, advance } = site([data]);
    await run({ detach: true });
    slurm.move('101', { reason: 'PartitionConfig' });
    const running = run();
    while (notices.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await advance();
    await running;
    expect(notices).toEqual([
      expect.stringMatching(/job 101 will not start: it asks for more than any node/),
    ]);
  });

  it('gives a job that died another one, as often as asked for', async () => {
    const { data } = toyStudy();
    const { slurm, run, advance, looks } = site([data]);
    await run({ detach: true });
    const running = run({}, { retries: 1 });
    await looks(2);
    slurm.move('101', { state: 'OUT_OF_MEMORY' });
    while (slurm.scripts.length < 2) await looks(1);
    await advance();
    expect((await running).counts.done).toBe(1);
  });

  it('tells of what a job died that could not say so', async () => {
    const { data } = toyStudy();
    const { slurm, run, looks } = site([data]);
    await run({ detach: true });
    const running = run();
    await looks(2);
    slurm.move('101', { state: 'OUT_OF_MEMORY', node: 'n2' });
    const { failures } = await running;
    expect(failures[0]!.message).toBe('its job 101 used more memory than it may on n2');
  });

  it('that a signal ends leaves its jobs where they are: a lost connection must not cost a night', async () => {
    const { all } = toyStudy({}, 1);
    const { slurm, notices, run, looks } = site(all);
    const running = run();
    await looks(2);
    process.emit('SIGHUP');
    const summary = await running;
    expect(summary.counts.submitted).toBe(all.length);
    expect(exitCodeOf(summary)).toBe(130);
    expect(slurm.cancelled).toEqual([]);
    expect(notices.join()).toContain('`expc stop` cancels them');
  });

  it('when stopped cancels its jobs and begins nothing more', async () => {
    const { all } = toyStudy({}, 1);
    const { slurm, run } = site(all);
    const controller = new AbortController();
    const running = run({}, { signal: controller.signal });
    while (slurm.scripts.length < 5) await new Promise((resolve) => setTimeout(resolve, 10));
    controller.abort();
    const { interrupted, counts } = await running;
    expect(interrupted).toBe(true);
    expect(counts.done + counts.failed + counts.submitted).toBe(0);
    expect(slurm.jobs.every(({ state }) => state === 'CANCELLED')).toBe(true);
  });

  it('starts nothing more once a stage has failed, when it is to fail fast', async () => {
    const bad = toyStage('subset', { trouble: 'failure', salt: 80 });
    const { all, data } = toyStudy({}, 1);
    const { slurm, run, looks } = site([...all, bad]);
    const running = run({}, { failFast: true });
    await looks(2);
    const isBad = ({ name }: { name: string }) => name.includes(bad.id);
    await slurm.advance((folder, index) => runJob(folder, index, calm), isBad);
    const { counts } = await running;
    expect(counts).toMatchObject({ failed: 1, done: 0 });
    expect(slurm.jobs.filter(({ name }) => name.includes(data.id)).map(({ state }) => state)).toEqual(
      Array.from({ length: 2 }, () => 'CANCELLED'),
    );
  });

  it('forgets what it wrote down of jobs whose stages are done', async () => {
    const { all, cleans } = toyStudy({}, 1);
    const { outputs, slurm, through } = site(all);
    const only = all.filter((stage) => !cleans.includes(stage)).map(({ id }) => id);
    await through({}, { only });
    slurm.jobs.length = 0;
    expect(readBatches(outputs)).toHaveLength(4);
    await through();
    expect(readBatches(outputs).map(({ elements }) => elements.flat()[0]!.id)).toEqual([cleans[0]!.id]);
  });
});

describe('the jobs that a run left', () => {
  it('are told beside what the store says', async () => {
    const { all } = toyStudy({}, 3);
    const { outputs, slurm, run } = site(all);
    const status = () => withQueue([readStatus(toyPlan(all), outputs)], outputs, slurm);
    expect((await status())[0]!.queue).toBeUndefined();
    await run({ detach: true });
    slurm.move('101_0', { state: 'RUNNING', reason: 'None' });
    const [told] = await status();
    expect(told!.queue!.jobs).toHaveLength(all.length - 1); // The measurement is in its pre-training's job.
    const text = statusText(told!);
    expect(text).toMatch(
      /in the queue of Slurm:\n {2}RUNNING: dataset, job 101_0\n {2}PENDING \(Priority\): .* and 6 more/,
    );
    expect(text).not.toContain('no run goes on');
    slurm.isDown = true;
    expect(statusText((await status())[0]!)).toContain(
      'which cannot be asked (Unable to contact slurm controller',
    );
  });

  it('are stopped: the waiting ones cancelled first, the running ones asked to save', async () => {
    const { all } = toyStudy({}, 1);
    const { outputs, slurm, run } = site(all);
    expect(await stopJobs(outputs, undefined, slurm)).toEqual({ cancelled: [], asked: [], silence: null });
    await run({ detach: true });
    slurm.move('101_0', { state: 'RUNNING' });
    expect((await stopJobs(outputs, 'another', slurm)).cancelled).toEqual([]);
    expect(await jobsAreOver(outputs, undefined, slurm)).toBe(false);
    const { cancelled, asked } = await stopJobs(outputs, 'toy', slurm);
    expect(cancelled).toHaveLength(5);
    expect(asked).toEqual(['101_0']);
    expect(slurm.cancelled).toEqual([...cancelled, ...asked]);
    expect(await jobsAreOver(outputs, 'toy', slurm)).toBe(true);
  });

  it('are neither stopped nor taken for gone while nobody answers', async () => {
    const { data } = toyStudy();
    const { outputs, slurm, run } = site([data]);
    await run({ detach: true });
    slurm.isDown = true;
    expect((await stopJobs(outputs, undefined, slurm)).silence).toMatch(/Unable to contact/);
    expect(await jobsAreOver(outputs, undefined, slurm)).toBe(false);
  });
});

describe('the scripts of a run that is only tried', () => {
  it('are those that would be submitted, and nothing is written or asked', () => {
    const { all, cleans } = toyStudy({}, 2);
    const { outputs, slurm } = site(all);
    const text = slurmScripts(toyPlan(all), { settings: quick, entry: 'job.js' }, { outputs });
    expect(text.match(/^#!\/bin\/bash$/gm)).toHaveLength(5);
    expect(text).toMatch(/--dependency=afterok:<poison-[0-9a-f]{12}\.[0-9a-f]{4}>/);
    for (const { kind } of cleans) expect(text).toContain(kind);
    expect(existsSync(join(outputs, 'slurm'))).toBe(false);
    expect(readdirSync(outputs)).toEqual([]);
    expect(slurm.calls).toEqual([]);
  });

  it('are none when all is done', async () => {
    const { data } = toyStudy();
    const { outputs, through } = site([data]);
    await through();
    expect(slurmScripts(toyPlan([data]), { settings: quick }, { outputs })).toBe(
      '# toy: nothing to submit\n',
    );
  });
});
