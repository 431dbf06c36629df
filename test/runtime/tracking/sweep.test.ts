import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TrackedRow } from '../../../runtime/tracking/rows.js';
import { Sweep } from '../../../runtime/tracking/sweep.js';
import type { Tracker } from '../../../runtime/tracking/tracker.js';
import { loss, makeStore, metrics } from './support.js';

/** Writes down what it is told; throws as long as `broken`. */
class Recorder implements Tracker {
  readonly name = 'recorder';
  readonly place = 'here';
  broken = false;
  readonly told: string[] = [];

  async log({ stage }: { stage: { kind: string } }, rows: readonly TrackedRow[]): Promise<void> {
    if (this.broken) throw new Error('no answer');
    for (const { step, values } of rows)
      this.told.push(`${stage.kind} ${step} ${Object.keys(values).join(' ')}`);
    return Promise.resolve();
  }

  async state({ stage }: { stage: { kind: string } }, status: string): Promise<void> {
    this.told.push(`${stage.kind} ${status}`);
    return Promise.resolve();
  }

  async flush(): Promise<void> {
    return Promise.resolve();
  }

  take(): string[] {
    return this.told.splice(0);
  }
}

describe('Sweep', () => {
  it('sends each row once, losses and what measures the training, whoever sweeps', async () => {
    const { plan, outputs, write } = makeStore();
    const recorder = new Recorder();
    const memory = join(outputs, 'memory.json');
    const sweep = () => new Sweep(plan, outputs, recorder, memory).run();
    write('pretrain', 'train.jsonl', loss(10, 2));
    write('evaluate', 'metrics.jsonl', metrics(0, 0, 0.1, 0.2));
    await sweep();
    const names = 'loss lr logit_scale losses/mmcl';
    expect(recorder.take()).toEqual([
      `pretrain 10 ${names}`,
      'pretrain 0 accuracy/top1 asr/top1',
      'pretrain new',
    ]);
    await sweep();
    expect(recorder.take()).toEqual([]);
    write('pretrain', 'train.jsonl', loss(20, 1));
    write('clean', 'metrics.jsonl', metrics(0, 0, 0.5, 0.9));
    await sweep();
    expect(recorder.take()).toEqual([`pretrain 20 ${names}`, 'clean 0 accuracy/top1 asr/top1', 'clean new']);
  });

  it('does not send again what a training does again after a stop', async () => {
    const { plan, outputs, write, dir } = makeStore();
    const recorder = new Recorder();
    const sweep = () => new Sweep(plan, outputs, recorder, join(outputs, 'memory.json')).run();
    write('pretrain', 'train.jsonl', loss(10, 2), loss(20, 1));
    await sweep();
    recorder.take();
    rmSync(join(dir('pretrain'), 'train.jsonl'));
    write('pretrain', 'train.jsonl', loss(10, 2));
    await sweep();
    write('pretrain', 'train.jsonl', loss(20, 1), loss(30, 0.5));
    await sweep();
    expect(recorder.take().map((line) => line.split(' ').slice(0, 2))).toEqual([['pretrain', '30']]);
  });

  it('sends later what a tracker did not take', async () => {
    const { plan, outputs, write } = makeStore();
    const recorder = new Recorder();
    const sweep = () => new Sweep(plan, outputs, recorder, join(outputs, 'memory.json')).run();
    write('pretrain', 'train.jsonl', loss(10, 2));
    recorder.broken = true;
    await expect(sweep()).rejects.toThrow('no answer');
    recorder.broken = false;
    write('pretrain', 'train.jsonl', loss(20, 2));
    await sweep();
    expect(recorder.take().map((line) => line.split(' ')[1])).toEqual(['10', '20', 'new']);
  });

  it('sends everything again when its memory is broken', async () => {
    const { plan, outputs, write } = makeStore();
    const recorder = new Recorder();
    const memory = join(outputs, 'memory.json');
    write('pretrain', 'train.jsonl', loss(10, 2));
    writeFileSync(memory, '{ torn');
    await new Sweep(plan, outputs, recorder, memory).run();
    expect(recorder.take()).toHaveLength(2);
  });
});
