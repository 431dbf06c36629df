import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StageFailure, StageInterrupted } from '../../../runtime/execute/context.js';
import { listCheckpoints, readCheckpoint } from '../../../runtime/store/checkpoint.js';
import { readJsonLines } from '../../../runtime/store/json-lines.js';
import { checkpoints } from '../../../runtime/train/kept-checkpoints.js';
import { train } from '../../../runtime/train/loop.js';
import type { Training } from '../../../runtime/train/training.js';
import { temporaryFolder } from '../../support/stage.js';
import { ToyEngine } from '../../support/toy-engine.js';
import { setUp } from '../../support/training.js';

const text = (stage: string, name: string) => readFileSync(join(stage, name), 'utf8');
const names = (stage: string) => listCheckpoints(checkpoints(stage)).map(({ name }) => name);

describe('a training', () => {
  it('measures before the first step and after every epoch, and logs losses by steps', async () => {
    const { training, stage, engine, progress } = setUp(temporaryFolder());
    await train(training);
    expect(engine.steps).toBe(9); // 14 pairs are 3 batches of 4, 3 epochs
    const metrics = readJsonLines(join(stage, 'metrics.jsonl')) as { epoch: number; step: number }[];
    expect(metrics.map(({ epoch, step }) => [epoch, step])).toEqual([
      [0, 0],
      [1, 3],
      [2, 6],
      [3, 9],
    ]);
    const losses = readJsonLines(join(stage, 'train.jsonl')) as { epoch: number; step: number; lr: number }[];
    // Every second step, and the last of each epoch.
    expect(losses.map(({ step }) => step)).toEqual([2, 3, 4, 6, 8, 9]);
    expect(losses.map(({ epoch }) => epoch)).toEqual([1, 1, 2, 2, 3, 3]);
    expect(losses[0]!.lr).toBeCloseTo(0.1, 12); // the end of the warm-up of two steps
    expect(progress.at(-1)).toMatchObject({ fraction: 1, epoch: 3, step: 9, steps: 9 });
  });

  it('measures inside epochs too where that is asked for, each point once, by the share of the epoch', async () => {
    const { training, stage } = setUp(temporaryFolder());
    const measurers = training.measurers.map((measurer) => ({ ...measurer, everySteps: 2 }));
    await train({ ...training, measurers });
    const metrics = readJsonLines(join(stage, 'metrics.jsonl')) as { epoch: number; step: number }[];
    expect(metrics.map(({ epoch, step }) => [epoch, step])).toEqual([
      [0, 0],
      [2 / 3, 2],
      [1, 3],
      [1 + 1 / 3, 4],
      [2, 6],
      [2 + 2 / 3, 8],
      [3, 9],
    ]);
  });

  it('sees the same batches whenever it is run, and others in every epoch', async () => {
    const runs = [];
    for (let i = 0; i < 2; i++) {
      const { training, engine } = setUp(temporaryFolder());
      await train(training);
      runs.push(engine.seen.map(({ images }) => Buffer.from(images).toString('base64')));
    }
    expect(runs[0]).toEqual(runs[1]);
    expect(new Set(runs[0]).size).toBe(9);
  });

  it('gives augmented copies where the objective asks for them', async () => {
    const augment = { image: 'autoaugment-imagenet', text: 'none', text_draw: 'each-epoch' } as const;
    const { training, engine } = setUp(temporaryFolder(), { config: { augment, epochs: 1 } });
    await train(training);
    expect(engine.seen).toHaveLength(3);
    for (const { images, ids, augmented } of engine.seen) {
      expect(augmented!.images).toHaveLength(images.length);
      expect([...augmented!.ids]).toEqual([...ids]);
    }
  });

  it('is a failure of the person, with the step, when the loss is no number', async () => {
    const engine = new ToyEngine(4, (step) => (step < 5 ? 1 : NaN));
    const { training, stage } = setUp(temporaryFolder(), { engine });
    const failure = await train(training).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StageFailure);
    expect((failure as StageFailure).message).toBe(
      'the loss is NaN at step 5 (epoch 2): the training diverged',
    );
    expect((failure as StageFailure).hint).toContain('optimizer.lr');
    expect(names(stage)).toEqual(['epoch-0001']);
  });

  it('is a failure too when a weight is no number though the loss still is, and that is no checkpoint', async () => {
    const engine = new ToyEngine();
    const step = engine.step.bind(engine);
    engine.step = async (batch, lr) => {
      const result = await step(batch, lr);
      if (engine.steps === 6) engine.moment = Infinity;
      return result;
    };
    const { training, stage } = setUp(temporaryFolder(), { engine });
    await expect(train(training)).rejects.toThrow(
      'optimizer.m.weight is no longer finite at step 6 (after epoch 2): the training diverged',
    );
    expect(names(stage)).toEqual(['epoch-0001']);
  });

  it('is a failure of the person when a batch is larger than the data', async () => {
    const { training } = setUp(temporaryFolder(), { pairs: 3 });
    await expect(train(training)).rejects.toThrow('the batch of 4 pairs is larger than the data');
  });
});

describe('a training that is stopped', () => {
  /** Everything that a training leaves: logs and the last checkpoint's arrays. */
  function results(stage: string) {
    const last = readCheckpoint(checkpoints(stage), names(stage).at(-1)!);
    const arrays = [...last.tensors].map(([name, { data }]) => [name, Buffer.from(data).toString('hex')]);
    return { arrays, metrics: text(stage, 'metrics.jsonl'), losses: text(stage, 'train.jsonl') };
  }

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('after step %i goes on to the same bytes', async (at) => {
    const calm = setUp(temporaryFolder());
    await train(calm.training);

    const folder = temporaryFolder();
    const stopped = setUp(folder, { stop: ({ steps }) => steps >= at });
    await expect(train(stopped.training)).rejects.toThrow(StageInterrupted);
    const resumed = setUp(folder);
    await train(resumed.training);
    expect(results(resumed.stage)).toEqual(results(calm.stage));
    expect(stopped.engine.seen.length + resumed.engine.seen.length).toBe(9); // nothing twice
  });

  it('again and again, after every step, goes on to the same bytes', async () => {
    const calm = setUp(temporaryFolder());
    await train(calm.training);
    const folder = temporaryFolder();
    for (let done = false; !done;) {
      const one = setUp(folder, { stop: () => true });
      done = await train(one.training).then(
        () => true,
        () => false,
      );
    }
    expect(results(join(folder, 'stage'))).toEqual(results(calm.stage));
  });

  it('between a checkpoint and its measurement measures then', async () => {
    const folder = temporaryFolder();
    const first = setUp(folder);
    let count = 0;
    const failing: Training = {
      ...first.training,
      measurers: [
        {
          dir: first.stage,
          measure: (engine, epoch) => {
            if (++count === 3) throw new Error('killed');
            return first.training.measurers[0]!.measure(engine, epoch);
          },
        },
      ],
    };
    await expect(train(failing)).rejects.toThrow('killed');
    const resumed = setUp(folder);
    await train(resumed.training);
    const calm = setUp(temporaryFolder());
    await train(calm.training);
    expect(results(resumed.stage)).toEqual(results(calm.stage));
    expect(resumed.log.join()).toContain('resumed from epoch-0002');
  });
});

describe('a training that goes on from a shorter one', () => {
  /** Goes on after two epochs of `folder`, to the fifth. */
  function goingOn(folder: string, from: string, stop: (engine: ToyEngine) => boolean = () => false) {
    const one = setUp(folder, { config: { epochs: 5 }, stop });
    const begin = () => {
      const { tensors, state } = readCheckpoint(checkpoints(from), 'epoch-0002');
      one.engine.writeState(tensors, state.step);
    };
    return { ...one, training: { ...one.training, continues: 2, begin } };
  }

  async function shorter(): Promise<string> {
    const { training, stage } = setUp(temporaryFolder(), { config: { epochs: 2 } });
    await train(training);
    return stage;
  }

  it('counts epochs and steps on, sees the batches of those epochs, and measures from where it starts', async () => {
    const from = await shorter();
    const { training, stage, engine } = goingOn(temporaryFolder(), from);
    await train(training);
    expect(engine.steps).toBe(15);
    expect(engine.seen).toHaveLength(9);
    const rows = readJsonLines(join(stage, 'metrics.jsonl')) as { epoch: number; step: number }[];
    expect(rows.map(({ epoch, step }) => [epoch, step])).toEqual([
      [2, 6],
      [3, 9],
      [4, 12],
      [5, 15],
    ]);
    const whole = setUp(temporaryFolder(), { config: { epochs: 5 } });
    await train(whole.training);
    const pictures = (each: ToyEngine) =>
      each.seen.slice(-9).map(({ images }) => Buffer.from(images).toString('hex'));
    expect(pictures(engine)).toEqual(pictures(whole.engine));
  });

  it.each([7, 9, 11])('goes on after a stop at step %i to the same bytes', async (at) => {
    const from = await shorter();
    const calm = goingOn(temporaryFolder(), from);
    await train(calm.training);
    const folder = temporaryFolder();
    await expect(train(goingOn(folder, from, ({ steps }) => steps >= at).training)).rejects.toThrow(
      StageInterrupted,
    );
    const resumed = goingOn(folder, from);
    await train(resumed.training);
    for (const name of ['metrics.jsonl', 'train.jsonl'])
      expect(text(resumed.stage, name)).toBe(text(calm.stage, name));
    expect(resumed.engine.weight).toBe(calm.engine.weight);
  });
});
