import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readAttempts } from '../../runtime/store/attempt.js';
import { readStoreName } from '../../runtime/execute/slurm/name.js';
import { stageFolder } from '../../runtime/store/stage-folder.js';
import { readStageState } from '../../runtime/store/stage-state.js';
import type { Plan, Stage } from '../../schema/plan.js';
import { build, type Built } from '../runtime/execute/support/build.js';
import { toyPlan, toyStage, toyStudy } from '../runtime/execute/support/plans.js';
import { startScheduler } from '../runtime/execute/support/process.js';
import { contents, readJournal } from '../runtime/execute/support/store.js';
import { startCluster, type Cluster } from '../support/slurm/cluster.js';
import { runToy, type ToyOptions, type ToyRun } from '../support/slurm/toy-run.js';
import { project, resultsOf, store, tiny } from './support.js';

const minute = 60_000;
vi.setConfig({ testTimeout: 10 * minute, hookTimeout: 10 * minute });
/** EXPC_TEST_SLURM=accounting takes a cluster with slurmdbd, which forgets jobs at once. */
const withAccounting = process.env['EXPC_TEST_SLURM'] === 'accounting';
/** Another experiment than the smallest: EXPC_TEST_SLURM_FILE=experiments/quickstart-cut.yaml. */
const experiment = process.env['EXPC_TEST_SLURM_FILE'] ?? tiny;
/** Cleanings of the test of arrays: EXPC_TEST_SLURM_STAGES=100. */
const many = Number(process.env['EXPC_TEST_SLURM_STAGES'] ?? 25);

const started = await startCluster(withAccounting ? { accounting: true, jobAge: 2 } : {});
if (typeof started === 'string') process.stderr.write(`tests of Slurm are skipped: ${started}\n`);
const cluster = started as Cluster;

// Three daemons of a real cluster on a machine that has other things to do: a test may have a second try.
describe.skipIf(typeof started === 'string')('on a real Slurm cluster', { retry: 1 }, () => {
  let built: Built;
  // Two that take long go on beside the other tests: a minute is Slurm's smallest limit, and a lost node takes as long.
  const limited = { run: null as ToyRun | null, outputs: store(), study: toyStudy({ ms: 1000, steps: 75 }) };
  const { pretrain: trained, poison: trainedOn } = limited.study;
  const twin = toyStage('pretrain', { ms: 1000, steps: 75, salt: 99 }, { data: trainedOn });
  const lost = { run: null as ToyRun | null, outputs: store(), study: toyStudy({}) };
  lost.study = toyStudy({ ms: 400, steps: 160, journal: `${lost.outputs}/journal` });

  const run = (plan: Plan, outputs: string, options?: ToyOptions) =>
    runToy(built, cluster, plan, outputs, options);
  /** Results are those of the same stages on this machine, without any waiting. */
  const expectCalm = async (outputs: string, stages: readonly Stage[]) => {
    const calm = join(store(), 'calm');
    const hurried = stages.map((stage) => {
      const { toy } = stage.config as unknown as { toy: object };
      return { ...stage, config: { toy: { ...toy, ms: 0, journal: undefined } } } as unknown as Stage;
    });
    const scheduler = startScheduler(built, toyPlan(hurried), calm, 2);
    expect(await scheduler.ended, scheduler.output()).toBe(0);
    expect(contents(outputs, stages)).toEqual(contents(calm, stages));
  };
  const until = async (what: string, isSo: () => boolean | Promise<boolean>, seconds = 60) => {
    for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
      if (await isSo()) return;
      await sleep(200);
    }
    throw new Error(`gave up waiting until ${what}\n${await cluster.call('squeue', '-t', 'all')}`);
  };
  /** The jobs of a store, of one stage. */
  const jobsOf = async (outputs: string, ...stages: readonly Stage[]) => {
    const prefix = `expc:${readStoreName(outputs) ?? '-'}:`;
    return (await cluster.jobs()).filter(
      ({ name }) => name.startsWith(prefix) && stages.some(({ id }) => name.includes(id)),
    );
  };
  const jobOf = async (outputs: string, stage: Stage) => (await jobsOf(outputs, stage)).at(-1);
  const isRunning = (outputs: string, stage: Stage) => () =>
    readStageState(outputs, stage).status === 'running';
  const attempts = (outputs: string, { id }: Stage) => readAttempts(stageFolder(outputs, id));

  beforeAll(async () => {
    built = build();
    const first = limited.study;
    limited.run = run(toyPlan([first.data, first.poison, trained, twin]), limited.outputs, {
      settings: { stages: { pretrain: { time: '1:00' } }, warning_minutes: 0.25, options: ['--nodelist=n1'] },
    });
    const second = lost.study;
    lost.run = run(toyPlan([second.data, second.poison, second.pretrain]), lost.outputs, {
      settings: { options: ['--exclude=n1'] },
    });
    await until('the limited job runs', isRunning(limited.outputs, first.pretrain));
    await until('the other runs', isRunning(lost.outputs, second.pretrain));
    const { node } = (await jobOf(lost.outputs, second.pretrain))!;
    cluster.kill(`slurmd.${node}`);
  });

  afterAll(async () => {
    for (const { run } of [limited, lost]) run?.process.kill('SIGKILL');
    built?.remove();
    await cluster.down();
  });

  it('a whole experiment ends with the bytes of a local run', async () => {
    const [local, remote] = [store(), store()];
    const main = join(project, 'dist', 'cli', 'main.js');
    const expc = (...args: string[]) =>
      execa(process.execPath, [main, ...args], {
        reject: false,
        all: true,
        cwd: project,
        env: cluster.environment,
      });
    const slurm = ['--launcher', 'slurm', '--set', 'execution.slurm.poll_seconds=1'];
    const runs = [
      expc('run', experiment, '--outputs', local),
      expc('run', experiment, '--outputs', remote, ...slurm),
    ];
    for (const { exitCode, all } of await Promise.all(runs)) expect(exitCode, all).toBe(0);
    expect(resultsOf(remote)).toEqual(resultsOf(local));
    const again = await expc('run', experiment, '--outputs', remote, ...slurm);
    expect(again.all).toContain('nothing to do');
  });

  it('a job whose node is lost is taken up on another, while its old process still lives', async () => {
    const { outputs, study } = lost;
    expect(await lost.run!.ended, lost.run!.output()).toBe(0);
    const [first, second] = attempts(outputs, study.pretrain);
    expect(first!.end!.outcome).toBe('superseded');
    expect(second!.job!.restart).toBe(1);
    expect(readJournal(`${outputs}/journal`).filter(({ what }) => what.startsWith('overlap'))).toEqual([]);
    await expectCalm(outputs, [study.data, study.poison, study.pretrain]);
  });

  it('a failing stage blocks what needs it and nothing else, and leaves no job behind', async () => {
    const outputs = store();
    const { all, pretrain, evaluate } = toyStudy();
    const bad = toyStage('clean', { trouble: 'failure', salt: 90 }, { model: pretrain });
    const child = toyStage('clean', { salt: 91 }, { model: bad });
    const crash = toyStage('clean', { trouble: 'abort', salt: 92 }, { model: pretrain });
    const stages = [...all, bad, child, crash];
    const failing = run(toyPlan(stages), outputs);
    expect(await failing.ended, failing.output()).toBe(1);
    expect(failing.output()).toMatch(/FAILED .*: the loss is not a number at step 7/);
    expect(failing.output()).toMatch(/its job \d+_\d was killed, or crashed on n\d/);
    expect(failing.output()).toContain('"failed":2,"blocked":1');
    expect(readStageState(outputs, evaluate).status).toBe('done');
    for (const stage of [bad, crash]) expect(readStageState(outputs, stage).status).toBe('failed');
    // The crash itself is in the stage's log: Slurm writes there.
    expect(readFileSync(join(stageFolder(outputs, crash.id), 'log.txt'), 'utf8')).toMatch(/attempt 1/);
    const isOver = ({ state }: { state: string }) => !/PENDING|RUNNING/.test(state);
    await until('no job is left', async () => (await jobsOf(outputs, ...stages)).every(isOver));
  });

  it('a job whose submission was not written down is found by its name, also by a run that only submits', async () => {
    const outputs = store();
    const { all, data } = toyStudy({ ms: 300 });
    // An sbatch that takes the job, and then expc is gone before it hears of it.
    const path = join(outputs, 'bin');
    mkdirSync(path);
    const sbatch = join(path, 'sbatch');
    writeFileSync(sbatch, `#!/bin/bash\nPATH=\${PATH#*:}\njob=$(sbatch "$@")\nkill -9 $PPID\necho "$job"\n`);
    chmodSync(sbatch, 0o755);
    const killed = run(toyPlan(all), outputs, { path });
    expect(await killed.ended).toBe('SIGKILL');
    await until('its job is there', async () => (await jobOf(outputs, data)) !== undefined);
    const detached = run(toyPlan(all), outputs, { detach: true });
    expect(await detached.ended, detached.output()).toBe(0);
    expect(detached.output()).toMatch(/"submitted":[1-9]/);
    const next = run(toyPlan(all), outputs);
    expect(await next.ended, next.output()).toBe(0);
    if (!withAccounting) expect(new Set((await jobsOf(outputs, data)).map(({ name }) => name)).size).toBe(1);
    await expectCalm(outputs, all);
  });

  it(`${many} stages go through arrays`, async () => {
    const outputs = store();
    const { all, cleans } = toyStudy({ steps: 1 }, many);
    const arrays = run(toyPlan(all), outputs);
    expect(await arrays.ended, arrays.output()).toBe(0);
    const ids = new Set((await jobsOf(outputs, ...cleans)).map(({ id }) => id.split('_')[0]));
    if (!withAccounting) expect(ids.size).toBe(1);
    await expectCalm(outputs, all);
  });

  it('a controller that is down means unknown: jobs go on, and nothing is taken for failed', async () => {
    const outputs = store();
    const { data, poison, pretrain } = toyStudy({ ms: 500, steps: 24 });
    const stages = [data, poison, pretrain];
    const waiting = run(toyPlan(stages), outputs);
    await until('it trains', isRunning(outputs, pretrain));
    cluster.kill('slurmctld');
    await until('it is noticed', () => waiting.output().includes('Slurm does not answer'));
    await cluster.up();
    expect(await waiting.ended, waiting.output()).toBe(0);
    expect(waiting.output()).toContain('Slurm answers again');
    // A controller that was killed may have forgotten that a job runs, and then start it again.
    expect(attempts(outputs, pretrain).map(({ end }) => end!.outcome)).not.toContain('failed');
    await expectCalm(outputs, stages);
  });

  it('a preempted job goes back into the queue and on from its checkpoint, and what waits for it goes on waiting', async () => {
    const outputs = store();
    const { data, poison, pretrain } = toyStudy({ ms: 500, steps: 40 });
    const clean = toyStage('clean', { salt: 70 }, { model: pretrain });
    const stages = [data, poison, pretrain, clean];
    const preempted = run(toyPlan(stages), outputs);
    await until('it trains', isRunning(outputs, pretrain));
    const { node } = (await jobOf(outputs, pretrain))!;
    const urgent = ['-p', 'urgent', '-w', node, '--exclusive', '-o', '/dev/null', '--wrap', 'sleep 2'];
    await cluster.call('sbatch', ...urgent);
    expect(await preempted.ended, preempted.output()).toBe(0);
    const [first, second] = attempts(outputs, pretrain);
    expect(first!.end!.outcome).toBe('interrupted');
    expect(second!.job).toEqual({ ...first!.job, restart: 1 });
    await expectCalm(outputs, stages);
  });

  it('jobs that meet their time limit save before it, and go back into the queue until they are done', async () => {
    const { outputs, study } = limited;
    expect(await limited.run!.ended, limited.run!.output()).toBe(0);
    // Two elements of an array, each of which goes back by itself.
    for (const stage of [trained, twin]) {
      const all = attempts(outputs, stage);
      expect(all.length).toBeGreaterThan(1);
      expect(all[0]!.end!.outcome).toBe('interrupted');
      expect(new Set(all.map(({ job }) => job!.id)).size).toBe(1);
      const log = readFileSync(join(stageFolder(outputs, stage.id), 'log.txt'), 'utf8');
      expect(log).toContain('its time limit is near');
    }
    await expectCalm(outputs, [study.data, study.poison, trained, twin]);
  });
});
