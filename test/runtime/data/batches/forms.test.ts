import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDataset, readManifest } from '../../../../runtime/data/artifact/open.js';
import type { PictureForm } from '../../../../runtime/data/artifact/format.js';
import { DatasetWriter } from '../../../../runtime/data/artifact/write.js';
import { openBatches, type Batches, type BatchesConfig } from '../../../../runtime/data/batches/source.js';
import { readPicture } from '../../../../runtime/data/load-picture.js';
import { buildWorker, digestOf } from '../../../support/loading.js';
import { madePicture } from '../../../support/pictures.js';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const parent = mkdtempSync(join(tmpdir(), 'expc-forms-'));
const pictures = join(parent, 'pictures');
const build = join(root, '.vitest', `forms-${process.pid}`);
const worker = join(build, 'worker.mjs');
const count = 23;
const side = 12;
const forms = ['decoded', 'encoded', 'files'] as const;

const config: BatchesConfig = {
  seed: 5,
  batchSize: 4,
  resolution: 10,
  augment: { image: 'autoaugment-imagenet', text: 'none', text_draw: 'each-epoch' },
  tokens: { vocabulary: 1000, context: 8, truncation: 'keep-end' },
};

/** Files of all kinds and shapes: what the threads decode themselves, and what they leave to libvips. */
async function writePictures(): Promise<string[]> {
  mkdirSync(pictures);
  const names: string[] = [];
  for (let i = 0; i < count; i++) {
    const format = (['jpeg', 'png', 'jpeg', 'webp'] as const)[i % 4]!;
    const { width, height, data } = madePicture(side + ((i * 7) % 19), side + ((i * 5) % 23), i);
    const file = sharp(data, { raw: { width, height, channels: 3 } });
    names.push(`${i}.${format}`);
    await file.toFormat(format, { quality: 90 }).toFile(join(pictures, names.at(-1)!));
  }
  return names;
}

async function writeForm(
  names: readonly string[],
  form: PictureForm | 'auto',
  folder: string,
  packUpTo?: number,
): Promise<string> {
  mkdirSync(folder);
  const small = packUpTo === undefined ? {} : { packUpTo };
  const writer = new DatasetWriter(folder, { form, root: pictures, resolution: side, ...small });
  for (const [i, name] of names.entries()) {
    const wanted = { side, root: pictures, pixels: writer.wantsPixels };
    const read = await readPicture(join(pictures, name), wanted);
    writer.add({
      id: name,
      captions: [`picture number ${i} of a dog`, `another ${i}`],
      label: null,
      ...read,
    });
  }
  writer.finish([], {});
  return folder;
}

let names: string[];
beforeAll(async () => {
  names = await writePictures();
  for (const form of forms) await writeForm(names, form, join(parent, form));
  buildWorker(worker);
});
afterAll(() => {
  rmSync(parent, { recursive: true });
  rmSync(build, { recursive: true });
});

/** Starting threads takes longer than what they do here: they serve several epochs. */
const opened = new Map<string, Batches>();
afterAll(() => Promise.all([...opened.values()].map((batches) => batches.close())));

async function digests(form: string, workers: number, epoch: number, start = 0): Promise<string[]> {
  const name = `${form} ${workers}`;
  const batches = opened.get(name) ?? openBatches(join(parent, form), config, { workers, entry: worker });
  opened.set(name, batches);
  const found: string[] = [];
  for await (const batch of batches.epoch(epoch, start)) found.push(digestOf(batch));
  return found;
}

describe('the forms in which pictures are kept', () => {
  it('give the same pictures', async () => {
    const [decoded, encoded, files] = forms.map((form) => openDataset(join(parent, form)));
    for (let i = 0; i < count; i++) {
      const expected = await decoded!.picture(i);
      expect([expected.width, expected.height]).toEqual([side, side]);
      for (const other of [encoded!, files!])
        expect(Buffer.compare((await other.picture(i)).data, expected.data)).toBe(0);
    }
  });

  it('take as much of the disk as they say', () => {
    expect(readdirSync(join(parent, 'files'))).not.toContain('pictures.bin');
    expect(readManifest(join(parent, 'files'))).toMatchObject({ bytes: { pictures: 0 } });
    expect(readManifest(join(parent, 'decoded'))).toMatchObject({
      bytes: { pictures: count * 3 * side * side },
    });
  });

  it.each([
    [count * 3 * side * side, undefined],
    [count * 3 * side * side - 1, 'files'],
    [0, 'files'],
  ])('are chosen by size: with room for %d bytes', async (packUpTo, form) => {
    const folder = await writeForm(names, 'auto', join(parent, `auto-${packUpTo}`), packUpTo);
    const manifest = readManifest(folder) as { pictures?: { form: string } };
    expect(manifest.pictures?.form).toBe(form);
    expect(readdirSync(folder).includes('pictures.bin')).toBe(form === undefined);
    const [chosen, decoded] = [openDataset(folder), openDataset(join(parent, 'decoded'))];
    for (const i of [0, 1, count - 1])
      expect(Buffer.compare((await chosen.picture(i)).data, (await decoded.picture(i)).data)).toBe(0);
  });
});

describe('batches', () => {
  it('are the same from every form, with any number of threads, taken up anywhere', async () => {
    const expected = new Map<number, string[]>();
    for (const epoch of [1, 2]) expected.set(epoch, await digests('decoded', 0, epoch));
    expect(expected.get(1)).toHaveLength(5);
    const [form, workers, epoch, start] = [
      fc.constantFrom(...forms),
      fc.constantFrom(0, 1, 3),
      fc.constantFrom(1, 2),
      fc.integer({ min: 0, max: 5 }),
    ];
    await fc.assert(
      fc.asyncProperty(form, workers, epoch, start, async (...chosen) => {
        const [, , ofEpoch, from] = chosen;
        expect(await digests(...chosen)).toEqual(expected.get(ofEpoch)!.slice(from));
      }),
      { numRuns: Number(process.env.EXPC_BATCH_RUNS ?? 6) },
    );
  });

  it('are no more than two ahead of who takes them', async () => {
    const batches = openBatches(join(parent, 'files'), config, { workers: 2, entry: worker });
    const memory = new Set<ArrayBufferLike>();
    for await (const { images } of batches.epoch(1)) {
      memory.add(images.buffer);
      const before = Uint8Array.from(images);
      await setTimeout(30); // Longer than it takes to make a batch: what comes next must not go here.
      expect(Buffer.compare(images, before)).toBe(0);
    }
    expect(memory.size).toBe(3);
    await batches.close();
  });

  it('leave no thread behind', async () => {
    const started: Worker[] = [];
    const note = (thread: Worker) => void started.push(thread);
    process.on('worker', note);
    const batches = openBatches(join(parent, 'files'), config, { workers: 3, entry: worker });
    for await (const { index } of batches.epoch(1)) if (index === 2) break;
    process.off('worker', note);
    await batches.close();
    expect(started.map(({ threadId }) => threadId)).toEqual([-1, -1, -1]); // What Node gives to ended threads.
  });

  it('fail when a thread dies in the middle', async () => {
    const entry = join(parent, 'dies.mjs');
    writeFileSync(
      entry,
      "import { parentPort } from 'node:worker_threads';\nparentPort.on('message', () => process.exit(3));\n",
    );
    const batches = openBatches(join(parent, 'files'), config, { workers: 2, entry });
    await expect(batches.epoch(1).next()).rejects.toThrow('ended with code 3');
    await expect(batches.epoch(2).next()).rejects.toThrow('ended with code 3');
    await batches.close();
  });
});

describe('a picture’s file', () => {
  const spoilt: [string, (path: string) => void, string][] = [
    ['that is gone', (path) => rmSync(path), 'is not there'],
    ['that is another now', (path) => writeFileSync(path, 'something else'), 'has changed'],
  ];
  it.each(spoilt)('%s fails the training that comes upon it, by name', async (_, spoil, message) => {
    const folder = join(parent, `spoilt-${message.replaceAll(' ', '-')}`);
    const own = join(parent, `own-${message.replaceAll(' ', '-')}`);
    mkdirSync(folder);
    mkdirSync(own);
    const { width, height, data } = madePicture(20, 20);
    const writer = new DatasetWriter(folder, { form: 'files', root: own, resolution: side });
    for (let i = 0; i < 4; i++) {
      const path = join(own, `${i}.jpg`);
      await sharp(data, { raw: { width, height, channels: 3 } }).toFile(path);
      const read = await readPicture(path, { side, root: own, pixels: false });
      writer.add({ id: `${i}`, captions: ['a dog'], label: null, ...read });
    }
    writer.finish([], {});
    spoil(join(own, '2.jpg'));
    for (const workers of [0, 2]) {
      const batches = openBatches(folder, config, { workers, entry: worker });
      const failure = await batches
        .epoch(1)
        .next()
        .catch((error: Error) => error);
      expect(failure).toMatchObject({ name: 'StageFailure' });
      expect((failure as Error).message).toContain(join(own, '2.jpg'));
      expect((failure as Error).message).toContain(message);
      await batches.close();
    }
  });
});
