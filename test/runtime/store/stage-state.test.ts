import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { finishStage } from '../../../runtime/execute/finish.js';
import { attemptPath, readAttempt } from '../../../runtime/store/attempt.js';
import { claimStage } from '../../../runtime/store/claim.js';
import { disk } from '../../../runtime/store/files.js';
import { thisProcess } from '../../../runtime/store/owner.js';
import {
  ForeignFolder,
  openStageFolder,
  readDone,
  readMarker,
  stageFolder,
  sweep,
} from '../../../runtime/store/stage-folder.js';
import { readProgress, readStageState } from '../../../runtime/store/stage-state.js';
import { toyStage } from '../execute/support/plans.js';
import { leftovers, temporaryFolder } from './support/folder.js';

const stage = toyStage('dataset', { salt: 1 });
const origin = { command: ['expc', 'run'], experiment: 'toy', file: 'toy.yaml', git: null };

function finished(files = disk): string {
  const outputs = temporaryFolder();
  const dir = openStageFolder(outputs, stage, disk);
  mkdirSync(join(dir, 'parts'));
  writeFileSync(join(dir, 'parts', 'b.bin'), 'bb');
  writeFileSync(join(dir, 'a.txt'), 'a');
  writeFileSync(join(dir, 'log.txt'), 'not an artifact');
  writeFileSync(join(dir, '.x.0011.tmp'), 'unfinished');
  finishStage({ outputs, stage, inputs: {}, started: new Date().toISOString(), origin, files });
  return outputs;
}

describe('a stage', () => {
  it('is new where there is nothing', () => {
    expect(readStageState(temporaryFolder(), stage)).toEqual({ status: 'new' });
  });

  it('is running while its process lives, and interrupted when that died without a word', async () => {
    const outputs = temporaryFolder();
    const dir = openStageFolder(outputs, stage, disk);
    const { claim } = await claimStage(dir);
    expect(readStageState(outputs, stage)).toMatchObject({
      status: 'running',
      attempt: { pid: process.pid },
    });
    claim!.release({ outcome: 'interrupted' });
    expect(readStageState(outputs, stage)).toMatchObject({ status: 'interrupted' });
    const { stdout } = await promisify(execFile)(process.execPath, ['-p', 'process.pid']);
    await claimStage(dir, { owner: { ...thisProcess(), pid: Number(stdout) } });
    expect(readStageState(outputs, stage)).toMatchObject({ status: 'interrupted', attempt: { attempt: 2 } });
  });

  it('is failed by its last attempt', async () => {
    const outputs = temporaryFolder();
    const dir = openStageFolder(outputs, stage, disk);
    (await claimStage(dir)).claim!.release({ outcome: 'failed', message: 'why', hint: 'what to do' });
    expect(readStageState(outputs, stage)).toMatchObject({
      status: 'failed',
      message: 'why',
      hint: 'what to do',
    });
    (await claimStage(dir)).claim!.release({ outcome: 'interrupted' });
    expect(readStageState(outputs, stage)).toMatchObject({ status: 'interrupted' });
  });

  it('is interrupted when the record of its attempt is damaged', async () => {
    const outputs = temporaryFolder();
    const dir = openStageFolder(outputs, stage, disk);
    await claimStage(dir);
    truncateSync(attemptPath(dir, 1), 5);
    expect(readAttempt(dir, 1)).toBeNull();
    expect(readStageState(outputs, stage)).toEqual({ status: 'interrupted', attempt: null });
  });

  it('is done with a marker over all its artifacts', () => {
    const outputs = finished();
    const state = readStageState(outputs, stage);
    expect(state).toMatchObject({ status: 'done' });
    expect(readDone(outputs, stage)!.artifacts).toMatchObject([
      { path: 'a.txt', bytes: 1, sha256: 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb' },
      { path: 'parts/b.bin', bytes: 2 },
    ]);
  });

  it('is not done when an artifact is gone or cut, the marker is torn, or it is of another key', () => {
    const spoilt: ((dir: string) => void)[] = [
      (dir) => rmSync(join(dir, 'a.txt')),
      (dir) => truncateSync(join(dir, 'parts', 'b.bin'), 1),
      (dir) => truncateSync(join(dir, 'state.json'), 100),
      (dir) => writeFileSync(join(dir, 'state.json'), '{"version": 2}'),
    ];
    for (const spoil of spoilt) {
      const outputs = finished();
      spoil(stageFolder(outputs, stage.id));
      expect(readStageState(outputs, stage).status).not.toBe('done');
    }
    expect(readDone(finished(), { ...stage, key: 'f'.repeat(64) })).toBeNull();
  });

  it('has the same digest for the same artifacts', () => {
    const [a, b] = [finished(), finished()].map(
      (outputs) => readMarker(stageFolder(outputs, stage.id))!.digest,
    );
    expect(a).toBe(b);
  });

  it('has a folder that tells what it is, and that no other stage may use', () => {
    const outputs = temporaryFolder();
    const dir = openStageFolder(outputs, stage, disk);
    const { key, kind, config, inputs, semantics } = stage;
    expect(JSON.parse(readFileSync(join(dir, 'config.json'), 'utf8'))).toEqual({
      key,
      kind,
      config,
      inputs,
      semantics,
    });
    expect(() => openStageFolder(outputs, { ...stage, key: 'f'.repeat(64) }, disk)).toThrow(ForeignFolder);
    truncateSync(join(dir, 'config.json'), 10);
    expect(() => openStageFolder(outputs, stage, disk)).not.toThrow();
  });

  it('shows the progress it told last, when that is whole', () => {
    const outputs = temporaryFolder();
    const dir = openStageFolder(outputs, stage, disk);
    expect(readProgress(outputs, stage.id)).toBeNull();
    writeFileSync(join(dir, 'progress.json'), '{"fraction": 0.5}');
    expect(readProgress(outputs, stage.id)).toEqual({ fraction: 0.5 });
    writeFileSync(join(dir, 'progress.json'), '{"fract');
    expect(readProgress(outputs, stage.id)).toBeNull();
  });

  it('is swept of what is unfinished, but for records of attempts that are being made', () => {
    const dir = stageFolder(finished(), stage.id);
    mkdirSync(join(dir, 'checkpoints', '.epoch-0001.00aa.tmp'), { recursive: true });
    mkdirSync(join(dir, 'attempts'));
    writeFileSync(join(dir, 'attempts', '.0002.json.00bb.tmp'), '');
    sweep(dir);
    expect(leftovers(dir)).toEqual(['attempts/.0002.json.00bb.tmp']);
  });
});
