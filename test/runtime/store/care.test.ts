import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { finishStage } from '../../../runtime/execute/finish.js';
import { writePlanLock } from '../../../runtime/execute/plan-lock.js';
import { claimStage } from '../../../runtime/store/claim.js';
import { saveCheckpoint } from '../../../runtime/store/checkpoint.js';
import { disk } from '../../../runtime/store/files.js';
import { follow } from '../../../runtime/store/follow.js';
import { collectGarbage, UnreadablePlan } from '../../../runtime/store/gc.js';
import { openStageFolder, readDone, stageFolder } from '../../../runtime/store/stage-folder.js';
import { verifyStore } from '../../../runtime/store/verify.js';
import type { Stage } from '../../../schema/plan.js';
import { toyPlan, toyStage } from '../execute/support/plans.js';
import { temporaryFolder } from './support/folder.js';

const origin = { command: ['expc', 'run'], experiment: 'toy', file: 'toy.yaml', git: null };
const data = toyStage('dataset', { salt: 1 });
const poison = toyStage('poison', { salt: 2 }, { dataset: data });
const subset = toyStage('subset', { salt: 3 }, { dataset: poison });
const other = toyStage('dataset', { salt: 4 });

function finish(outputs: string, stage: Stage, inputs: Record<string, Stage> = {}): void {
  const dir = openStageFolder(outputs, stage, disk);
  writeFileSync(join(dir, 'result.txt'), `result of ${stage.id}`);
  finishStage({ outputs, stage, inputs, started: new Date().toISOString(), origin, files: disk });
}

/** A store in which data, poison of it, a subset of that, and something else are done. */
function store(): string {
  const outputs = temporaryFolder();
  finish(outputs, data);
  finish(outputs, poison, { dataset: data });
  finish(outputs, subset, { dataset: poison });
  finish(outputs, other);
  return outputs;
}

function saveToyCheckpoint(outputs: string, stage: Stage): string {
  const dir = join(openStageFolder(outputs, stage, disk), 'checkpoints');
  saveCheckpoint(dir, { name: 'epoch-0001', tensors: new Map(), state: { step: 1 } });
  return dir;
}

describe('garbage', () => {
  it('is what no experiment refers to, and goes only when asked', () => {
    const outputs = store();
    writePlanLock(outputs, toyPlan([data, poison], { experiment: 'a' }), []);
    writePlanLock(outputs, toyPlan([data, poison, subset], { experiment: 'b' }), []);
    const found = collectGarbage(outputs);
    expect(found.garbage).toMatchObject([{ id: other.id, why: 'unreferenced' }]);
    expect(found.bytes).toBeGreaterThan(100);
    expect(existsSync(stageFolder(outputs, other.id))).toBe(true);
    collectGarbage(outputs, { remove: true });
    expect(existsSync(stageFolder(outputs, other.id))).toBe(false);
    expect([data, poison, subset].every((stage) => readDone(outputs, stage) !== null)).toBe(true);
  });

  it('is never what runs, nor a resume point unless asked', async () => {
    const outputs = temporaryFolder();
    const [running, stopped, begun] = [5, 6, 7].map((salt) => toyStage('pretrain', { salt })) as [
      Stage,
      Stage,
      Stage,
    ];
    saveToyCheckpoint(outputs, running);
    await claimStage(stageFolder(outputs, running.id));
    saveToyCheckpoint(outputs, stopped);
    openStageFolder(outputs, begun, disk);
    const spared = [running, stopped].map(({ id }) => ({
      id,
      why: id === running.id ? 'running' : 'resume point',
    }));
    const found = collectGarbage(outputs, { remove: true });
    expect(found.garbage.map(({ id }) => id)).toEqual([begun.id]);
    expect([...found.spared].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
      spared.sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
    const more = collectGarbage(outputs, { remove: true, resumePoints: true });
    expect(more.garbage.map(({ id }) => id)).toEqual([stopped.id]);
    expect(existsSync(stageFolder(outputs, running.id))).toBe(true);
  });

  it('is what a removal that was cut short left', () => {
    const outputs = store();
    writePlanLock(outputs, toyPlan([data, poison, subset, other]), []);
    mkdirSync(join(outputs, 'stages', '.clean-0011.aabb.tmp'));
    expect(collectGarbage(outputs, { remove: true }).garbage).toMatchObject([{ why: 'unfinished rest' }]);
    expect(collectGarbage(outputs).garbage).toEqual([]);
  });

  it('cannot be told while a plan is unreadable: nothing is removed', () => {
    const outputs = store();
    writePlanLock(outputs, toyPlan([data]), []);
    truncateSync(join(outputs, 'experiments', 'toy', 'plan.json'), 50);
    expect(() => collectGarbage(outputs, { remove: true })).toThrow(UnreadablePlan);
    expect(existsSync(stageFolder(outputs, other.id))).toBe(true);
  });

  it('is nothing in a store that is not there', () => {
    expect(collectGarbage(join(temporaryFolder(), 'none'))).toEqual({ garbage: [], spared: [], bytes: 0 });
  });
});

describe('verifying', () => {
  it('finds a sound store whole', () => {
    const { stages, damaged, affected } = verifyStore(store());
    expect(stages).toHaveLength(4);
    expect(stages.every(({ status, problems }) => status === 'whole' && problems.length === 0)).toBe(true);
    expect([damaged, affected]).toEqual([[], []]);
  });

  const damages: [string, (dir: string) => void, string][] = [
    [
      'a changed byte',
      (dir) =>
        writeFileSync(
          join(dir, 'result.txt'),
          readFileSync(join(dir, 'result.txt'), 'utf8').replace('r', 'R'),
        ),
      'result.txt was altered',
    ],
    ['a cut file', (dir) => truncateSync(join(dir, 'result.txt'), 3), 'result.txt has 3 bytes instead of'],
    ['a lost file', (dir) => rmSync(join(dir, 'result.txt')), 'result.txt is missing'],
    ['a file too many', (dir) => writeFileSync(join(dir, 'more.txt'), ''), 'more.txt was not there'],
  ];

  it.each(damages)('finds %s, and what was made from it', (_, damage, problem) => {
    const outputs = store();
    damage(stageFolder(outputs, data.id));
    const { stages, damaged, affected } = verifyStore(outputs);
    expect(damaged).toEqual([data.id]);
    expect(stages.find(({ id }) => id === data.id)!.problems[0]).toContain(problem);
    expect(affected).toEqual([poison.id, subset.id].sort());
  });

  it('removes what is damaged when asked, so that it is made again', () => {
    const outputs = store();
    truncateSync(join(stageFolder(outputs, poison.id), 'result.txt'), 3);
    verifyStore(outputs, { remove: true });
    expect(existsSync(stageFolder(outputs, poison.id))).toBe(false);
    expect(verifyStore(outputs).damaged).toEqual([]);
  });

  it('finds a result whose input became another', () => {
    const outputs = store();
    rmSync(stageFolder(outputs, data.id), { recursive: true });
    const dir = openStageFolder(outputs, data, disk);
    writeFileSync(join(dir, 'result.txt'), 'another result');
    finishStage({ outputs, stage: data, inputs: {}, started: new Date().toISOString(), origin, files: disk });
    const { damaged, stages } = verifyStore(outputs);
    expect(damaged).toEqual([poison.id]);
    expect(stages.find(({ id }) => id === poison.id)!.problems).toEqual([
      'its input dataset is not what it was made from',
    ]);
  });

  it('judges unfinished stages by their checkpoints', () => {
    const outputs = temporaryFolder();
    const stage = toyStage('pretrain', { salt: 9 });
    const dir = saveToyCheckpoint(outputs, stage);
    expect(verifyStore(outputs).stages).toMatchObject([{ status: 'unfinished', problems: [] }]);
    appendFileSync(join(dir, 'epoch-0001', 'state.json'), ' ');
    expect(verifyStore(outputs).stages[0]!.problems).toEqual([
      'checkpoint epoch-0001: state.json has 12 bytes instead of 11',
    ]);
  });
});

describe('following a log', () => {
  it('writes what is there, what is added, and a new beginning', async () => {
    const path = join(temporaryFolder(), 'log.txt');
    const stop = new AbortController();
    let text = '';
    const following = follow(path, (more) => (text += more), { signal: stop.signal, seconds: 0.01 });
    const expectSoon = async (expected: string) => {
      for (let waited = 0; waited < 500 && text !== expected; waited++) await sleep(10);
      expect(text).toBe(expected);
    };
    writeFileSync(path, 'eins\n');
    await expectSoon('eins\n');
    const umlaut = Buffer.from('ü\n');
    appendFileSync(path, umlaut.subarray(0, 1));
    await sleep(50);
    appendFileSync(path, umlaut.subarray(1));
    await expectSoon('eins\nü\n');
    writeFileSync(path, 'neu\n');
    await expectSoon('eins\nü\nneu\n');
    stop.abort();
    await following;
  });
});
