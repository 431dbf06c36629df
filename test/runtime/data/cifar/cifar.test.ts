import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { NewPair } from '../../../../runtime/data/artifact/write.js';
import { openSource } from '../../../../runtime/data/open-source.js';
import { temporaryFolder } from '../../../support/stage.js';

/** A record: labels, then the red, green and blue planes, each of one level but for its first pixel. */
const record = (labels: readonly number[], rgb: readonly number[]) =>
  Buffer.concat([
    Buffer.from(labels),
    ...rgb.map((level) => Buffer.alloc(1024, level).fill(level + 1, 0, 1)),
  ]);

function cifar10(): string {
  const root = temporaryFolder();
  writeFileSync(join(root, 'batches.meta.txt'), 'airplane\nautomobile\nbird\n\n');
  for (let i = 1; i <= 5; i++) writeFileSync(join(root, `data_batch_${i}.bin`), record([i % 3], [i, i, i]));
  writeFileSync(
    join(root, 'test_batch.bin'),
    Buffer.concat([record([0], [10, 20, 30]), record([2], [40, 50, 60])]),
  );
  return root;
}

function cifar100(): string {
  const root = temporaryFolder();
  writeFileSync(join(root, 'fine_label_names.txt'), 'apple\naquarium_fish\n');
  writeFileSync(join(root, 'coarse_label_names.txt'), 'food\nfish\n');
  writeFileSync(join(root, 'test.bin'), record([1, 0], [1, 2, 3]));
  writeFileSync(join(root, 'train.bin'), record([0, 1], [1, 2, 3]));
  return root;
}

async function read(path: string, more: Readonly<Record<string, unknown>>): Promise<NewPair[]> {
  const source = {
    kind: 'cifar',
    variant: 10,
    split: 'test',
    labels: 'fine',
    resolution: 32,
    seed: 0,
    ...more,
  };
  const stage = { config: { source, files: {} }, locals: { paths: { path } } };
  const pairs: NewPair[] = [];
  const monitor = { progress: () => undefined, checkStop: () => undefined };
  for await (const row of openSource(stage as never, monitor).rows()) if ('pair' in row) pairs.push(row.pair);
  return pairs;
}

describe('CIFAR-10', () => {
  it('has its test pictures by pixel, with their classes', async () => {
    const pairs = await read(cifar10(), {});
    expect(pairs.map(({ id, label, captions }) => [id, label, captions])).toEqual([
      ['test_batch.bin#0', 'airplane', ['airplane']],
      ['test_batch.bin#1', 'bird', ['bird']],
    ]);
    const { width, height, data } = pairs[0]!.picture!;
    expect([width, height, data.length]).toEqual([32, 32, 3072]);
    expect([...data.subarray(0, 6)]).toEqual([11, 21, 31, 10, 20, 30]);
  });

  it('has its training pictures in the order of the five files', async () => {
    const pairs = await read(cifar10(), { split: 'train' });
    expect(pairs.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5].map((i) => `data_batch_${i}.bin#0`));
  });

  it('is resized, and has the classes that are asked for', async () => {
    const [pair, ...rest] = await read(cifar10(), {
      resolution: 64,
      classes: { count: 1, include: ['bird'] },
    });
    expect(pair!.picture).toMatchObject({ width: 64, height: 64 });
    expect(rest).toEqual([]);
  });
});

describe('CIFAR-100', () => {
  it('has fine and coarse classes', async () => {
    const labels = async (kind: string) =>
      (await read(cifar100(), { variant: 100, labels: kind })).map(({ label }) => label);
    expect(await labels('fine')).toEqual(['apple']);
    expect(await labels('coarse')).toEqual(['fish']);
  });
});

describe('what is wrong', () => {
  it('is said: files that are missing, cut off, or have unknown classes', async () => {
    await expect(async () => read(temporaryFolder(), {})).rejects.toThrow('batches.meta.txt');
    const root = cifar10();
    writeFileSync(join(root, 'test_batch.bin'), Buffer.alloc(3000));
    await expect(read(root, {})).rejects.toThrow('3000 bytes, which are not whole records of 3073');
    writeFileSync(join(root, 'test_batch.bin'), record([9], [1, 1, 1]));
    await expect(read(root, {})).rejects.toThrow('is of class 9, and there are 3');
    writeFileSync(join(root, 'test_batch.bin'), '');
    await expect(read(root, {})).rejects.toThrow('0 bytes');
  });
});
