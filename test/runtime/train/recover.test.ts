import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StageInterrupted } from '../../../runtime/execute/context.js';
import { epochName, listCheckpoints } from '../../../runtime/store/checkpoint.js';
import { digestArtifacts, digestOf, writeDone } from '../../../runtime/store/stage-folder.js';
import { disk } from '../../../runtime/store/files.js';
import { checkpoints } from '../../../runtime/train/kept-checkpoints.js';
import { train } from '../../../runtime/train/loop.js';
import { recoverEpochs } from '../../../runtime/train/recover.js';
import { temporaryFolder } from '../../support/stage.js';
import { ToyEngine } from '../../support/toy-engine.js';
import { setUp, type Setup } from '../../support/training.js';

const config = { epochs: 6 };
const names = (stage: string) => listCheckpoints(checkpoints(stage)).map(({ name }) => name);
const bytes = (stage: string, epoch: number) =>
  ['tensors.safetensors', 'state.json', 'manifest.json'].map((file) =>
    readFileSync(join(checkpoints(stage), epochName(epoch), file)).toString('hex'),
  );

async function finished(folder: string, setup: Setup = {}) {
  const one = setUp(folder, { config, ...setup });
  await train(one.training);
  return one;
}

describe('an epoch that a finished training did not keep', () => {
  it('is made again from the nearest earlier checkpoint, to the same bytes', async () => {
    const all = await finished(temporaryFolder(), { keepEpochs: [1, 2, 3, 4, 5, 6] });
    const { stage, training, engine, log } = await finished(temporaryFolder(), { keepEpochs: [2] });
    const metrics = readFileSync(join(stage, 'metrics.jsonl'), 'utf8');
    const losses = readFileSync(join(stage, 'train.jsonl'), 'utf8');
    expect(names(stage)).toEqual(['epoch-0002', 'epoch-0005', 'epoch-0006']);
    engine.seen.length = 0;
    await recoverEpochs(training, [2, 4]);
    expect(bytes(stage, 4)).toEqual(bytes(all.stage, 4));
    expect(names(stage)).toEqual(['epoch-0002', 'epoch-0004', 'epoch-0005', 'epoch-0006']);
    expect(engine.seen).toHaveLength(2 * 3); // Two epochs of three batches.
    expect(log.join()).toContain('the checkpoint of epoch 4 was not kept: made again from epoch 2');
    expect(readFileSync(join(stage, 'metrics.jsonl'), 'utf8')).toBe(metrics);
    expect(readFileSync(join(stage, 'train.jsonl'), 'utf8')).toBe(losses);
  });

  it('is made from the start where nothing earlier is whole', async () => {
    const all = await finished(temporaryFolder(), { keepEpochs: [1, 2] });
    const { stage, training } = await finished(temporaryFolder(), { keepEpochs: [1] });
    writeFileSync(join(checkpoints(stage), 'epoch-0001', 'state.json'), '{}');
    await recoverEpochs(training, [2]);
    expect(bytes(stage, 2)).toEqual(bytes(all.stage, 2));
  });

  it('that is the start itself is what a training begins with', async () => {
    const { stage, training } = await finished(temporaryFolder());
    await recoverEpochs(training, [0]);
    expect(names(stage)).toEqual(['epoch-0000', 'epoch-0005', 'epoch-0006']);
  });

  it('goes on, when stopped, from the epochs that were reached', async () => {
    const all = await finished(temporaryFolder(), { keepEpochs: [4] });
    const folder = temporaryFolder();
    const { stage } = await finished(folder);
    const stopping = setUp(folder, { config, stop: ({ steps }) => steps === 8 });
    await expect(recoverEpochs(stopping.training, [4])).rejects.toThrow(StageInterrupted);
    expect(names(stage)).toEqual(['epoch-0001', 'epoch-0002', 'epoch-0005', 'epoch-0006']);
    const engine = new ToyEngine();
    const again = setUp(folder, { config, engine });
    await recoverEpochs(again.training, [4]);
    expect(engine.seen).toHaveLength(2 * 3);
    expect(names(stage)).toEqual(['epoch-0004', 'epoch-0005', 'epoch-0006']);
    expect(bytes(stage, 4)).toEqual(bytes(all.stage, 4));
  });

  it('does not cost a checkpoint that the finished stage holds', async () => {
    const { stage, training } = await finished(temporaryFolder(), { keepEpochs: [3] });
    const artifacts = digestArtifacts(stage);
    const marker = { version: 1, status: 'done', key: 'k', artifacts, digest: digestOf(artifacts) };
    writeDone(stage, marker as never, disk);
    await recoverEpochs(training, [1]);
    expect(names(stage)).toEqual(['epoch-0001', 'epoch-0003', 'epoch-0005', 'epoch-0006']);
  });

  it('is not made when it is there', async () => {
    const { training, engine } = await finished(temporaryFolder(), { keepEpochs: [3] });
    engine.seen.length = 0;
    await recoverEpochs(training, [3, 6]);
    expect(engine.seen).toEqual([]);
  });
});
