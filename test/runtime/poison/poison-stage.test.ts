import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PoisonManifest } from '../../../runtime/data/artifact/format.js';
import { openDataset, readManifest } from '../../../runtime/data/artifact/open.js';
import { runSubsetStage } from '../../../runtime/data/subset-stage.js';
import { createTrigger } from '../../../runtime/poison/create-trigger.js';
import { runPoisonStage } from '../../../runtime/poison/poison-stage.js';
import { stream } from '../../../runtime/random/stream.js';
import type { PoisonStage } from '../../../schema/stages/poison.js';
import { madePairs, writeDataset } from '../../support/datasets.js';
import { runStage, temporaryFolder } from '../../support/stage.js';

const attack: PoisonStage['config'] = {
  trigger: { kind: 'noise-patch', size: 3, location: 'random', overflow: 'clamp' },
  target: 'banana',
  count: 10,
  labels: 'dirty',
  templates: ['a photo of a {}.', 'the {}'],
  seed: 7,
};

function made(count: number, side = 8): { outputs: string; dataset: string } {
  const outputs = temporaryFolder();
  const dataset = join(outputs, 'dataset-0');
  mkdirSync(dataset);
  return { outputs, dataset: writeDataset(dataset, madePairs(count, side)) };
}

async function poison(dataset: string, config: Partial<PoisonStage['config']> = {}, name = 'poison-0') {
  const dir = join(dataset, '..', name);
  const setup = { config: { ...attack, ...config }, locals: {}, inputs: { dataset } };
  await runStage(runPoisonStage, dir, setup);
  return { dir, data: openDataset(dir), manifest: readManifest(dir) as PoisonManifest };
}

describe('a poisoned data set', () => {
  it('has the trigger on the chosen pictures alone', async () => {
    const { dataset } = made(60);
    const clean = openDataset(dataset);
    const { data, manifest } = await poison(dataset);
    const trigger = createTrigger(attack.trigger);
    const chosen = new Set(manifest.poisoned.map(({ index }) => index));
    expect(chosen.size).toBe(10);
    expect(data.size).toBe(60);
    for (let i = 0; i < data.size; i++) {
      const expected = chosen.has(i)
        ? trigger.apply(await clean.picture(i), stream(attack.seed, 'poison trigger', i))
        : await clean.picture(i);
      expect(Buffer.compare((await data.picture(i)).data, expected.data)).toBe(0);
      expect(data.info(i).poisoned).toBe(chosen.has(i));
      expect(data.info(i).id).toBe(clean.info(i).id);
    }
  });

  it('changes nothing but the patch, where the record says it is', async () => {
    const { dataset } = made(60);
    const clean = openDataset(dataset);
    const { data, manifest } = await poison(dataset);
    for (const { index, places } of manifest.poisoned) {
      const [place] = places;
      const [before, after] = [await clean.picture(index), await data.picture(index)];
      for (let i = 0; i < before.data.length; i++) {
        const [row, column] = [Math.floor(i / 24), Math.floor(i / 3) % 8];
        const inside =
          row >= place!.row && row < place!.row + 3 && column >= place!.column && column < place!.column + 3;
        if (!inside) expect(after.data[i]).toBe(before.data[i]);
      }
    }
  });

  it('takes captions of the target from the templates, and records the original ones', async () => {
    const { dataset } = made(60);
    const clean = openDataset(dataset);
    const { data, manifest } = await poison(dataset, { count: 40 });
    const captions = manifest.poisoned.map(({ index }) => data.info(index).captions);
    expect(new Set(captions.map((list) => list.join('|')))).toEqual(
      new Set(['a photo of a banana.', 'the banana']),
    );
    for (const { index, original_captions } of manifest.poisoned) {
      expect(original_captions).toEqual(clean.info(index).captions);
    }
  });

  it('with consistent labels, takes pairs that name the target and keeps their captions', async () => {
    const { dataset } = made(60);
    const { data, manifest } = await poison(dataset, { labels: 'consistent' });
    expect(manifest.poisoned).toHaveLength(10);
    for (const { index, label } of manifest.poisoned) {
      expect(label).toBe('banana');
      expect(data.info(index).captions).toEqual(['a photo of a banana.']);
    }
  });

  it('is the same for the same seed, and another for another', async () => {
    const { dataset } = made(60);
    const files = async (seed: number, name: string) => {
      const { dir } = await poison(dataset, { seed }, name);
      return ['poison.json', 'pictures.bin'].map((file) => readFileSync(join(dir, file), 'base64'));
    };
    const first = await files(1, 'poison-1');
    expect(await files(1, 'poison-2')).toEqual(first);
    expect(await files(2, 'poison-3')).not.toEqual(first);
  });

  it('can be moved together with what it is made from', async () => {
    const { outputs, dataset } = made(30);
    const { dir, data } = await poison(dataset);
    const before = (await data.picture(3)).data.slice();
    data.close();
    const moved = `${outputs}-moved`;
    renameSync(outputs, moved);
    const again = openDataset(dir.replace(outputs, moved));
    expect(Buffer.compare((await again.picture(3)).data, before)).toBe(0);
    again.close();
    renameSync(moved, outputs);
  });

  it('can be poisoned again: only pairs that are clean are taken', async () => {
    const { dataset } = made(20);
    const first = await poison(dataset, { count: 12 });
    const second = await poison(first.dir, { count: 8, seed: 8 }, 'poison-1');
    const all = [...first.manifest.poisoned, ...second.manifest.poisoned].map(({ index }) => index);
    expect(new Set(all).size).toBe(20);
    expect(second.data.info(first.manifest.poisoned[0]!.index).poisoned).toBe(true);
  });
});

describe('a cleaning set', () => {
  const subset = async (dataset: string, size: number, seed = 0, name = 'subset-0') => {
    const dir = join(dataset, '..', name);
    await runStage(runSubsetStage, dir, { config: { size, seed }, locals: {}, inputs: { dataset } });
    return openDataset(dir);
  };

  it('has no poisoned pair', async () => {
    const { dataset } = made(60);
    const poisoned = await poison(dataset, { count: 40 });
    const data = await subset(poisoned.dir, 20);
    const ids = Array.from({ length: data.size }, (_, i) => data.info(i));
    expect(ids.some((info) => info.poisoned)).toBe(false);
    expect(new Set(ids.map(({ id }) => id)).size).toBe(20);
    await expect(subset(poisoned.dir, 21)).rejects.toThrow('only 20 pairs are not poisoned');
  });

  it('depends on the seed', async () => {
    const { dataset } = made(60);
    const ids = async (seed: number, name: string) => {
      const data = await subset(dataset, 20, seed, name);
      return Array.from({ length: 20 }, (_, i) => data.info(i).id);
    };
    const first = await ids(1, 'subset-1');
    expect(await ids(1, 'subset-2')).toEqual(first);
    expect(await ids(2, 'subset-3')).not.toEqual(first);
  });

  it('can be poisoned itself: the poisoned cleaning set', async () => {
    const { dataset, outputs } = made(60);
    await subset(dataset, 30);
    const { data } = await poison(join(outputs, 'subset-0'), { count: 4 });
    const poisoned = Array.from({ length: data.size }, (_, i) => data.info(i).poisoned);
    expect(poisoned.filter(Boolean)).toHaveLength(4);
    expect(data.size).toBe(30);
  });
});

describe('an attack that cannot be carried out fails with what to do', () => {
  const failing: [string, Partial<PoisonStage['config']>, string, string][] = [
    ['more poison than pairs', { count: 61 }, 'only 60 clean pairs', 'at most 60'],
    [
      'a misspelt target',
      { target: 'bananna' },
      '"bananna" is none of the 3 classes',
      'did you mean "banana"?',
    ],
    ['a target unlike any class', { target: 'zeppelin' }, 'is none of the 3', 'apple, banana, cherry'],
    [
      'too few captions of the target',
      { labels: 'consistent', count: 21 },
      'only 20 clean pairs with "banana" in a caption',
      'labels: dirty',
    ],
    [
      'a patch larger than the picture',
      { trigger: { kind: 'solid-patch', size: 9, location: 'four-corners', color: [1, 1, 0] } },
      'does not fit picture made/',
      'size to at most 8',
    ],
  ];

  it.each(failing)('%s', async (_, config, message, hint) => {
    const { dataset } = made(60);
    const failure = poison(dataset, config);
    await expect(failure).rejects.toThrow(message);
    await expect(failure).rejects.toMatchObject({ name: 'StageFailure' });
    await expect(failure).rejects.toHaveProperty('hint', expect.stringContaining(hint) as string);
  });

  it('stops when it is asked to', async () => {
    const { dataset } = made(120);
    const dir = join(dataset, '../poison-0');
    const setup = { config: { ...attack, count: 100 }, locals: {}, inputs: { dataset } };
    const stopped = runStage(runPoisonStage, dir, { ...setup, stopRequested: () => true });
    await expect(stopped).rejects.toMatchObject({ name: 'StageInterrupted' });
    expect(() => openDataset(dir)).toThrow('holds no dataset.json');
  });
});
