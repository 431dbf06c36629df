import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readResults } from '../../../report/results/read.js';
import { definitions, makeExperiment, type MadeRun } from '../support/experiment.js';

const run = (more: Partial<MadeRun> = {}): MadeRun => ({
  axes: { objective: 'mmcl', lr: 0.001, seed: 0 },
  clean: [
    [0, 44, 90],
    [1, 42, 30],
    [2, 41, 3],
  ],
  ...more,
});

function read(runs: readonly MadeRun[]) {
  const made = makeExperiment(runs);
  return readResults(made.plan, made.outputs);
}

describe('readResults', () => {
  it('reads the points of a cleaning, its start and what the metrics mean', () => {
    const { runs, notices, experiment, title } = read([run()]);
    expect({ experiment, title, notices }).toEqual({ experiment: 'made', title: 'Made up', notices: [] });
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({
      name: 'mmcl/0.001/0',
      axes: { objective: 'mmcl', lr: 0.001, seed: 0 },
      state: 'done',
      start: { metrics: { 'accuracy.top1': 0.44, 'asr.top1': 0.9 } },
      definitions,
      merged: false,
    });
    expect(runs[0]!.points.map(({ epoch, step }) => [epoch, step])).toEqual([
      [0, 0],
      [1, 10],
      [2, 20],
    ]);
  });

  it('knows when a run was made: when it was finished, until then when its newest attempt began', () => {
    const { plan, outputs, file } = makeExperiment([run()]);
    const dateOf = () => readResults(plan, outputs).runs[0]!.made;
    const name = plan.runs[0]!.name;
    expect(dateOf()).toBeUndefined();
    mkdirSync(dirname(file(name, 'attempts/0001.json')), { recursive: true });
    const attempt = { version: 1, pid: 1, since: '2023-10-01T10:00:00.000Z', end: null };
    writeFileSync(file(name, 'attempts/0001.json'), JSON.stringify(attempt));
    expect(dateOf()).toBe('2023-10-01T10:00:00.000Z');
    const marker = { version: 1, status: 'done', finished: '2023-10-02T10:00:00.000Z' };
    writeFileSync(file(name, 'state.json'), JSON.stringify(marker));
    expect(dateOf()).toBe('2023-10-02T10:00:00.000Z');
  });

  it('takes the pre-training of a run that cleans nothing', () => {
    const [only] = read([
      run({
        clean: null,
        evaluate: [
          [1, 10, 5],
          [2, 44, 90],
        ],
      }),
    ]).runs;
    expect(only).toMatchObject({ state: 'done', start: { metrics: { 'accuracy.top1': 0.44 } } });
    expect(only!.points).toHaveLength(2);
  });

  it('knows the start of a cleaning that has not begun, from the evaluation of the checkpoint it will start from', () => {
    const evaluate = [
      [1, 30, 80],
      [2, 44, 90],
    ] as const;
    expect(read([run({ clean: [], evaluate })]).runs[0]).toMatchObject({
      state: 'missing',
      points: [],
      start: { metrics: { 'accuracy.top1': 0.44 } },
    });
    expect(read([run({ clean: [], evaluate, from: 1 })]).runs[0]!.start!.metrics['accuracy.top1']).toBe(0.3);
  });

  it('takes the model before its weights were shrunk for the start, not the one at epoch 0', () => {
    const evaluate = [
      [1, 30, 80],
      [2, 44, 90],
    ] as const;
    const clean = [
      [0, 1, 0],
      [1, 40, 2],
    ] as const;
    const starts = (more: Partial<MadeRun>) => read([run({ clean, shrunk: true, ...more })]).runs[0]!.start;
    expect(starts({ evaluate })!.metrics['accuracy.top1']).toBe(0.44);
    expect(starts({})).toBeNull();
    expect(starts({ shrunk: false })!.metrics['accuracy.top1']).toBe(0.01);
  });

  it('knows which epoch a rule takes, once the pre-training is measured', () => {
    const evaluate = [
      [0, 99, 99],
      [0.5, 98, 99],
      [1, 50, 80],
      [2, 44, 90],
    ] as const;
    const from = 'asr.top1 >= 80, highest accuracy.top1';
    const [only] = read([run({ clean: [], evaluate, from })]).runs;
    expect(only).toMatchObject({ from: 1, start: { metrics: { 'accuracy.top1': 0.5 } } });
    expect(read([run({ clean: [], from })]).runs[0]).toMatchObject({ start: null });
  });

  it('tells runs that are done from those that go on and those that have not begun', () => {
    const { runs } = read([
      run(),
      run({ axes: { lr: 0.01 }, epochs: 20 }),
      run({ axes: { lr: 0.1 }, clean: [], epochs: 20 }),
    ]);
    expect(runs.map(({ state }) => state)).toEqual(['done', 'unfinished', 'missing']);
    expect(runs[2]!.start).toBeNull();
  });

  it('gives runs of one pre-trained model the same start, and others another', () => {
    const { runs } = read([
      run(),
      run({ axes: { objective: 'mmcl', lr: 0.01, seed: 0 } }),
      run({ axes: { objective: 'mmcl', lr: 0.01, seed: 1 } }),
      run({ axes: { objective: 'mmcl', lr: 0.1, seed: 0 }, from: 3 }),
    ]);
    const ids = runs.map(({ start }) => start!.id);
    expect(ids[1]).toBe(ids[0]);
    expect(new Set(ids).size).toBe(3);
  });

  it('marks a broken line as a gap, with its file and line, and keeps the rest', () => {
    const made = makeExperiment([run()]);
    const file = made.file('mmcl/0.001/0', 'metrics.jsonl');
    appendFileSync(file, '{"epoch":3,"ste');
    const { runs, notices } = readResults(made.plan, made.outputs);
    expect(runs[0]!.points).toHaveLength(3);
    expect(notices).toMatchObject([{ code: 'EXPC800', severity: 'warning', place: { file, line: 4 } }]);
  });

  it.each([
    ['missing', null],
    ['no JSON', '{"accuracy'],
    ['no map', '[]'],
  ])('says so when the definitions are %s', (_, text) => {
    const made = makeExperiment([run()]);
    const file = made.file('mmcl/0.001/0', 'metrics.json');
    if (text === null) rmSync(file);
    else writeFileSync(file, text);
    const { runs, notices } = readResults(made.plan, made.outputs);
    expect(runs[0]!.definitions).toEqual({});
    expect(notices).toMatchObject([{ code: 'EXPC803', place: { file } }]);
  });

  it('complains once of a stage that many runs share', () => {
    const shared = { clean: null, evaluate: [[1, 10, 5]] as const, pretrain: 'one' };
    const made = makeExperiment([run({ ...shared, axes: { a: 1 } }), run({ ...shared, axes: { a: 2 } })]);
    writeFileSync(made.file('1', 'metrics.jsonl'), 'broken\n');
    expect(readResults(made.plan, made.outputs).notices).toHaveLength(1);
  });
});
