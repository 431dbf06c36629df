import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stepCase } from '../../../runtime/bench/case.js';
import { keepMeasurement } from '../../../runtime/bench/kept.js';
import { estimatePlan } from '../../../runtime/estimate/estimate.js';
import { makespan } from '../../../runtime/estimate/makespan.js';
import { estimateRows, totalLines } from '../../../runtime/estimate/text.js';
import type { Plan, Stage } from '../../../schema/plan.js';
import type { CleanStage } from '../../../schema/stages/training.js';
import { planOver } from '../../support/compile.js';
import { toyStage } from '../execute/support/plans.js';
import { machine, measurement } from '../bench/support/measurements.js';
import { useOwnCaches } from '../../support/cache.js';
import { temporaryFolder } from '../store/support/folder.js';

useOwnCaches();

const plan = planOver(`
ablations:
  - name: grid
    matrix: { clean.optimizer.lr: [1e-3, 1e-4, 1e-5] }
`);
const cleans = plan.stages.filter((stage): stage is CleanStage => stage.kind === 'clean');
const only = (kind: Stage['kind']) => plan.stages.find((stage) => stage.kind === kind)!;

/** A finished stage in a store, as far as an estimate looks at it. */
function finish(
  outputs: string,
  { id, key, kind, config, inputs, semantics }: Stage,
  { seconds, steps, threads = 4 }: { seconds: number; steps?: number; threads?: number },
): void {
  const dir = join(outputs, 'stages', id);
  mkdirSync(dir, { recursive: true });
  const write = (name: string, value: unknown) => writeFileSync(join(dir, name), JSON.stringify(value));
  write('config.json', { key, kind, config, inputs, semantics });
  const provenance = { cpu: machine.cpu, device: 'cpu', threads };
  write('state.json', { version: 1, status: 'done', key, seconds, artifacts: [], provenance });
  if (steps !== undefined)
    writeFileSync(join(dir, 'train.jsonl'), `${JSON.stringify({ epoch: 5, step: steps })}\n`);
  if (kind !== 'dataset') return;
  const classes = Array<unknown>(100).fill({ name: 'a', pairs: 64 });
  const dropped = { total: 0, reasons: {} };
  const bytes = { pictures: 1, pairs: 1 };
  write('dataset.json', { format: 1, kind, size: 6400, classes, captions: 6400, bytes, dropped });
}

const estimate = (outputs: string, change: { jobs?: number; threads?: number; plan?: Plan } = {}) =>
  estimatePlan(change.plan ?? plan, { outputs, machine, gpus: [], ...change });
const byId = (found: ReturnType<typeof estimate>, id: string) =>
  found.stages.find((stage) => stage.id === id);

describe('an estimate', () => {
  it('says that it knows nothing, where nothing is known', () => {
    const found = estimate(temporaryFolder());
    expect(found).toMatchObject({ seconds: 0, makespan_seconds: 0, jobs: 1, threads: 4 });
    expect(found.unknown).toBe(found.stages.length - 1); // But for the measurement inside the pre-training.
    expect(totalLines(found)).toEqual([
      'no estimate: nothing is known of these stages (one stage at a time, 4 threads)',
    ]);
    expect(byId(found, cleans[0]!.id)!.why).toMatch('expc bench');
  });

  it('rests on finished stages like it, by their steps', () => {
    const outputs = temporaryFolder();
    finish(outputs, cleans[0]!, { seconds: 30, steps: 150 });
    const found = estimate(outputs);
    // 15 whole batches of 64 in 1,000 pairs, 5 epochs.
    expect(byId(found, cleans[0]!.id)).toBeUndefined();
    expect(byId(found, cleans[1]!.id)).toMatchObject({
      seconds: 15,
      basis: { kind: 'like-stages', stages: 1, exactly: true },
    });
    expect(estimate(outputs, { threads: 1 }).stages.at(-1)!.basis).toMatchObject({ exactly: false });
  });

  it('does not take a training on one device for one on several', () => {
    const outputs = temporaryFolder();
    finish(outputs, cleans[0]!, { seconds: 30, steps: 150 });
    const spread = cleans.map((clean) => ({ ...clean, locals: { ...clean.locals, devices: 2 } }));
    const stages = [...plan.stages.filter(({ kind }) => kind !== 'clean'), ...spread];
    const found = byId(estimate(outputs, { plan: { ...plan, stages } }), cleans[1]!.id);
    expect(found).toMatchObject({ seconds: null, why: 'nothing like it on 2 devices was done here yet' });
  });

  it('prefers those with as many threads, and takes the middle', () => {
    const outputs = temporaryFolder();
    finish(outputs, cleans[0]!, { seconds: 30, steps: 75 });
    finish(outputs, cleans[1]!, { seconds: 90, steps: 75, threads: 1 });
    expect(byId(estimate(outputs), cleans[2]!.id)!.seconds).toBe(30);
    expect(byId(estimate(outputs, { threads: 1 }), cleans[2]!.id)!.seconds).toBe(90);
    expect(byId(estimate(outputs, { threads: 2 }), cleans[2]!.id)!.seconds).toBe(60);
  });

  it('rests on a bench: begin, steps, and what is measured meanwhile', () => {
    const outputs = temporaryFolder();
    const pretrain = only('pretrain');
    const [train, test] = plan.stages.filter(({ kind }) => kind === 'dataset');
    for (const data of [train!, test!]) finish(outputs, data, { seconds: 5 });
    keepMeasurement(machine, measurement({ case: stepCase((pretrain as CleanStage).config) }));
    const found = byId(estimate(outputs), pretrain.id)!;
    const steps = 100 * 10;
    const evaluations = 11 * (6400 * 2 * 1e-3 + 100 * 1e-4);
    expect(found.basis).toMatchObject({ kind: 'bench', exactly: true });
    expect(found.seconds).toBeCloseTo(2 + steps * 0.1 + evaluations);
    // With two at a time that were not measured together it is not exactly so.
    expect(byId(estimate(outputs, { jobs: 2 }), pretrain.id)!.basis).toMatchObject({ exactly: false });
  });

  it('counts what is left of a stage that was stopped', () => {
    const outputs = temporaryFolder();
    finish(outputs, cleans[0]!, { seconds: 30, steps: 75 });
    const dir = join(outputs, 'stages', cleans[1]!.id);
    mkdirSync(join(dir, 'attempts'), { recursive: true });
    const end = { at: '', outcome: 'interrupted' };
    writeFileSync(
      join(dir, 'attempts', '0001.json'),
      JSON.stringify({ version: 1, attempt: 1, pid: 1, end }),
    );
    writeFileSync(join(dir, 'progress.json'), JSON.stringify({ fraction: 0.75 }));
    expect(byId(estimate(outputs), cleans[1]!.id)!.seconds).toBeCloseTo(7.5);
  });

  it('takes as long as the longest way, several at a time', () => {
    const outputs = temporaryFolder();
    finish(outputs, cleans[0]!, { seconds: 30, steps: 75 });
    expect(estimate(outputs)).toMatchObject({ seconds: 60, makespan_seconds: 60 });
    const two = estimate(outputs, { jobs: 2, threads: 4 });
    expect(two).toMatchObject({ seconds: 60, makespan_seconds: 30 });
    expect(totalLines(two)[0]).toMatch(
      /^about 30 s, and \d stages that nothing is known of \(2 stages at a time, 4 threads each; 1 min 0 s of work\)$/,
    );
    expect(estimateRows(two)).toContainEqual(['clean', '2', '30 s', '1 min 0 s', '1 finished stage like it']);
  });

  it('is nothing where nothing is left', () => {
    const found = estimate(temporaryFolder(), { plan: { ...plan, runs: [], stages: [] } });
    expect(found).toMatchObject({ stages: [], makespan_seconds: 0 });
    expect(totalLines(found)).toEqual(['nothing is left to do']);
  });
});

describe('the time of a whole plan', () => {
  const data = toyStage('dataset', { salt: 1 });
  const model = toyStage('pretrain', { salt: 2 }, { data });
  const measured = toyStage('evaluate', { salt: 3 }, { model });
  const after = [4, 5, 6].map((salt) => toyStage('clean', { salt }, { model }));
  const stages = [data, model, measured, ...after];
  const seconds = new Map(stages.map(({ key }) => [key, 10]));
  const of = (jobs: number, done: readonly Stage[] = [], places = 1) =>
    makespan(stages, {
      done: new Set(done.map(({ key }) => key)),
      ranks: new Map(stages.map(({ key }, index) => [key, index])),
      seconds,
      jobs,
      placesOf: () => places,
    });

  it('follows the inputs; a measurement is made while the model trains', () => {
    expect([of(1), of(2), of(3), of(99)]).toEqual([50, 40, 30, 30]);
    expect(of(2, [data, model, measured])).toBe(20);
    expect(of(1, stages)).toBe(0);
    // Stages on two devices each: one at a time on three.
    expect(of(3, [], 2)).toBe(of(1));
  });
});
