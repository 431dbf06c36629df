import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { autoAugment } from '../../../../runtime/augment/autoaugment/autoaugment.js';
import { openDataset } from '../../../../runtime/data/artifact/open.js';
import type { PairBatch } from '../../../../runtime/data/batches/assemble.js';
import { epochOrder } from '../../../../runtime/data/batches/order.js';
import { epochBatches, openBatches, type BatchesConfig } from '../../../../runtime/data/batches/source.js';
import { stream } from '../../../../runtime/random/stream.js';
import { useTestCache } from '../../../support/cache.js';
import { buildWorker, copied } from '../../../support/loading.js';
import { madePairs, writeDataset } from '../../../support/datasets.js';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const parent = mkdtempSync(join(tmpdir(), 'expc-batches-'));
const build = join(root, '.vitest', `batches-${process.pid}`);
const folder = join(parent, 'dataset-0');
const worker = join(build, 'worker.mjs');

const config: BatchesConfig = {
  seed: 3,
  batchSize: 8,
  resolution: 8,
  augment: { image: 'autoaugment-imagenet', text: 'eda', text_draw: 'each-epoch' },
};

useTestCache();

beforeAll(() => {
  mkdirSync(folder);
  writeDataset(folder, madePairs(50));
  buildWorker(worker);
});
afterAll(() => {
  rmSync(parent, { recursive: true });
  rmSync(build, { recursive: true });
});

async function collect(batches: AsyncIterable<PairBatch>): Promise<PairBatch[]> {
  const all: PairBatch[] = [];
  for await (const batch of batches) all.push(copied(batch));
  return all;
}

const inThread = (epoch: number, start = 0, change: Partial<BatchesConfig> = {}) => {
  const data = openDataset(folder);
  return collect(epochBatches(data, { ...config, ...change }, epoch, start)).finally(() => data.close());
};

describe('the order of pairs', () => {
  it('has every pair at most once in an epoch, and leaves out what fills no batch', async () => {
    const batches = await inThread(1);
    const pairs = batches.flatMap((batch) => [...batch.pairs]);
    expect(batches.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(pairs).toHaveLength(48);
    expect(new Set(pairs).size).toBe(48);
  });

  it('differs between epochs and seeds, also in which pairs are left out', () => {
    const all = (seed: number, epoch: number) =>
      Array.from({ length: 6 }, (_, i) => [...epochOrder(50, 8, seed, epoch).pairs(i)]).flat();
    expect(all(3, 1)).toEqual(all(3, 1));
    expect(all(3, 2)).not.toEqual(all(3, 1));
    expect(all(4, 1)).not.toEqual(all(3, 1));
    const missing = (pairs: number[]) =>
      Array.from({ length: 50 }, (_, i) => i).filter((i) => !pairs.includes(i));
    expect(missing(all(3, 2))).not.toEqual(missing(all(3, 1)));
  });
});

describe('a batch', () => {
  it('has the pictures and captions of its pairs', async () => {
    const data = openDataset(folder);
    for (const { pairs, images, captions } of await inThread(1)) {
      for (const [i, pair] of pairs.entries()) {
        expect(Buffer.compare(images.subarray(192 * i, 192 * (i + 1)), (await data.picture(pair)).data)).toBe(
          0,
        );
        expect(data.info(pair).captions).toContain(captions[i]);
      }
    }
  });

  it('draws one of the captions for each epoch', async () => {
    const captionOf = new Map<number, Set<string>>();
    for (let epoch = 1; epoch <= 12; epoch++) {
      for (const { pairs, captions } of await inThread(epoch, 0, { augment: null })) {
        pairs.forEach((pair, i) => captionOf.set(pair, (captionOf.get(pair) ?? new Set()).add(captions[i]!)));
      }
    }
    const counts = [...captionOf.values()].map((captions) => captions.size);
    expect(Math.max(...counts)).toBe(2);
    expect(counts.filter((count) => count === 2).length).toBeGreaterThan(45);
  });

  it('has augmented copies of the same pairs, drawn for the seed, epoch and pair', async () => {
    const data = openDataset(folder);
    const [batch] = await inThread(2);
    for (const [i, pair] of batch!.pairs.entries()) {
      const expected = autoAugment(await data.picture(pair), stream(3, 'augment-image', 2, pair));
      const actual = batch!.augmented!.images.subarray(192 * i, 192 * (i + 1));
      expect(Buffer.compare(actual, expected.data)).toBe(0);
    }
    expect(batch!.augmented!.captions).not.toEqual(batch!.captions);
    expect(batch!.augmented!.captions).toHaveLength(8);
  });

  it('is resized to the model', async () => {
    const [batch] = await inThread(1, 0, { resolution: 4 });
    expect(batch!.images).toHaveLength(8 * 4 * 4 * 3);
    expect(batch!.augmented!.images).toHaveLength(8 * 4 * 4 * 3);
  });

  it('has no augmented copies, or plain ones, when that is asked for', async () => {
    const [without] = await inThread(1, 0, { augment: null });
    expect(without!.augmented).toBeNull();
    const none = { image: 'none', text: 'none', text_draw: 'each-epoch' } as const;
    const [plain] = await inThread(1, 0, { augment: none });
    expect(plain!.augmented).toEqual({ images: plain!.images, captions: plain!.captions, ids: null });
  });

  it("keeps a caption's augmented copy over epochs when it is drawn once", async () => {
    const copies = new Map<string, Set<string>>();
    for (const text_draw of ['once', 'each-epoch'] as const) {
      for (let epoch = 1; epoch <= 6; epoch++) {
        for (const batch of await inThread(epoch, 0, { augment: { ...config.augment!, text_draw } })) {
          batch.pairs.forEach((pair, i) => {
            const key = `${text_draw} ${pair} ${batch.captions[i]!}`;
            copies.set(key, (copies.get(key) ?? new Set()).add(batch.augmented!.captions[i]!));
          });
        }
      }
    }
    const most = (draw: string) =>
      Math.max(...[...copies].filter(([key]) => key.startsWith(draw)).map(([, set]) => set.size));
    expect(most('once')).toBe(1);
    expect(most('each-epoch')).toBeGreaterThan(2);
  });
});

describe('the same bytes', () => {
  it('when an epoch is taken up in the middle', async () => {
    const whole = await inThread(1);
    expect(await inThread(1, 4)).toEqual(whole.slice(4));
    expect(await inThread(1, 6)).toEqual([]);
  });

  it.each([1, 2, 3])('from %d worker threads', async (workers) => {
    const batches = openBatches(folder, config, { workers, entry: worker });
    expect(batches.perEpoch).toBe(6);
    expect(await collect(batches.epoch(1))).toEqual(await inThread(1));
    expect(await collect(batches.epoch(2, 3))).toEqual(await inThread(2, 3));
    await batches.close();
  });

  it('after an epoch was left early', async () => {
    const batches = openBatches(folder, config, { workers: 2, entry: worker });
    for await (const batch of batches.epoch(1)) if (batch.index === 1) break;
    expect(await collect(batches.epoch(1, 2))).toEqual(await inThread(1, 2));
    await batches.close();
  });

  it('without threads, too', async () => {
    const batches = openBatches(folder, config, { workers: 0 });
    expect(await collect(batches.epoch(5))).toEqual(await inThread(5));
    await batches.close();
  });
});

it('fails when a thread cannot start, rather than waiting for ever', async () => {
  const batches = openBatches(folder, config, { workers: 1, entry: join(parent, 'nothing.mjs') });
  await expect(collect(batches.epoch(1))).rejects.toThrow('nothing.mjs');
  await batches.close();
});
