import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StageInterrupted } from '../../../runtime/execute/context.js';
import { listCheckpoints } from '../../../runtime/store/checkpoint.js';
import { checkpoints } from '../../../runtime/train/kept-checkpoints.js';
import { train } from '../../../runtime/train/loop.js';
import type { Training } from '../../../runtime/train/training.js';
import { temporaryFolder } from '../../support/stage.js';
import { setUp } from '../../support/training.js';

const names = (stage: string) => listCheckpoints(checkpoints(stage)).map(({ name }) => name);

describe('checkpoints that a training keeps', () => {
  it('are the last, and those that others read', async () => {
    const { training, stage } = setUp(temporaryFolder(), { config: { epochs: 5 }, keepEpochs: [1] });
    await train(training);
    expect(names(stage)).toEqual(['epoch-0001', 'epoch-0004', 'epoch-0005']);
  });

  it('are every so many epochs, and the best by what was measured', async () => {
    const config = { epochs: 7 };
    const one = setUp(temporaryFolder(), { config });
    const top1 = [0, 0.2, 0.5, 0.4, 0.5, 0.1, 0.1, 0.3];
    const measure = (_: unknown, epoch: number) => Promise.resolve({ 'accuracy.top1': top1[epoch]! });
    const training: Training = {
      ...one.training,
      locals: { ...one.training.locals, keep_every: 3, keep_best: 'highest accuracy.top1' },
      measurers: [{ dir: one.stage, measure }],
    };
    await train(training);
    expect(names(one.stage)).toEqual(['epoch-0002', 'epoch-0003', 'epoch-0006', 'epoch-0007']);
  });

  it('are no more after a stop between the last one and the removal of older ones', async () => {
    const folder = temporaryFolder();
    const killed = setUp(folder, { keepEpochs: [1, 2, 3] });
    await train(killed.training);
    expect(names(killed.stage)).toEqual(['epoch-0001', 'epoch-0002', 'epoch-0003']);
    const resumed = setUp(folder);
    await train(resumed.training);
    expect(names(resumed.stage)).toEqual(['epoch-0002', 'epoch-0003']);
  });

  it('are never damaged ones', async () => {
    const folder = temporaryFolder();
    const first = setUp(folder, { keepEpochs: [1, 2, 3] });
    await train(first.training);
    for (const name of ['epoch-0002', 'epoch-0003'])
      appendFileSync(join(checkpoints(first.stage), name, 'tensors.safetensors'), 'damage');
    const stopped = setUp(folder, { stop: ({ steps }) => steps >= 1 });
    await expect(train(stopped.training)).rejects.toThrow(StageInterrupted);
    expect(stopped.log.join()).toContain('epoch-0001 is used instead');
    const resumed = setUp(folder);
    await train(resumed.training);
    expect(stopped.engine.seen.length + resumed.engine.seen.length).toBe(6); // two epochs, nothing twice
    expect(names(first.stage)).toEqual(['epoch-0002', 'epoch-0003']);
  });
});
