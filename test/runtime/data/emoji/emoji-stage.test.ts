import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatasetManifest } from '../../../../runtime/data/artifact/format.js';
import { openDataset, readManifest } from '../../../../runtime/data/artifact/open.js';
import { runDatasetStage } from '../../../../runtime/data/dataset-stage.js';
import type { EmojiDataset } from '../../../../schema/generated/resolved.js';
import { filesUnder } from '../../../support/files.js';
import { runStage, temporaryFolder } from '../../../support/stage.js';

const foods: EmojiDataset = {
  kind: 'emoji',
  sets: ['noto', 'emojione-v1'],
  resolution: 24,
  groups: ['food-drink'],
  captions: 3,
  seed: 0,
};

// One cache for the whole file: what is rendered, and when, is part of what is tested.
const cache = mkdtempSync(join(tmpdir(), 'expc-cache-'));
beforeAll(() => void (process.env.EXPC_CACHE = cache));
afterAll(() => {
  delete process.env.EXPC_CACHE;
  rmSync(cache, { recursive: true });
});

async function build(source: EmojiDataset, stopRequested?: () => boolean) {
  const dir = temporaryFolder();
  const setup = { config: { source, files: {} }, locals: { paths: {} } };
  const report = await runStage(runDatasetStage, dir, stopRequested ? { ...setup, stopRequested } : setup);
  const data = openDataset(dir);
  const infos = Array.from({ length: data.size }, (_, i) => data.info(i));
  return { ...report, data, infos, manifest: readManifest(dir) as DatasetManifest };
}

const content = (dir: string) =>
  Object.fromEntries(filesUnder(dir).map((name) => [name, readFileSync(join(dir, name), 'base64')]));

describe('a data set of emoji drawings', () => {
  it('has a pair for every drawing, and says which emoji a set does not draw', async () => {
    const { dir, data, infos, manifest } = await build(foods);
    const ids = infos.map(({ id }) => id);
    expect(data.classes).toContain('banana');
    expect(ids).toContain('noto/1f34c');
    expect(ids).toContain('emojione-v1/1f34c');
    expect(new Set(ids).size).toBe(data.size);
    expect(manifest.dropped.total).toBe(2 * data.classes.length - data.size);
    expect(manifest.dropped.reasons).toEqual({ 'not drawn in this set': manifest.dropped.total });
    const dropped = readFileSync(join(dir, 'dropped.jsonl'), 'utf8').trim().split('\n');
    expect(dropped).toHaveLength(manifest.dropped.total);
    expect(dropped.join()).not.toContain('noto/');
  });

  it('shows a banana: mostly yellow on white', async () => {
    const { data, infos } = await build(foods);
    for (const [i, { id }] of infos.entries()) {
      if (!id.endsWith('/1f34c')) continue;
      const { width, height, data: bytes } = await data.picture(i);
      expect([width, height]).toEqual([24, 24]);
      let [yellow, white] = [0, 0];
      for (let at = 0; at < bytes.length; at += 3) {
        const [red, green, blue] = [bytes[at]!, bytes[at + 1]!, bytes[at + 2]!];
        if (red > 120 && (red + green) / 2 - blue > 50) yellow++;
        if (red + green + blue === 765) white++;
      }
      expect(yellow).toBeGreaterThan(50);
      expect(white).toBeGreaterThan(150);
    }
  });

  it('has captions that name the class, the same for the same seed', async () => {
    const [first, again, other] = [
      await build(foods),
      await build(foods),
      await build({ ...foods, seed: 1 }),
    ];
    for (const { captions, label } of first.infos) {
      expect(captions).toHaveLength(3);
      for (const caption of captions) expect(caption).toContain(label);
    }
    expect(content(again.dir)).toEqual(content(first.dir));
    expect(other.infos.map(({ captions }) => captions)).not.toEqual(
      first.infos.map(({ captions }) => captions),
    );
  });

  it('gives a picture the same captions whatever else is in the data set', async () => {
    const both = await build(foods);
    const one = await build({ ...foods, sets: ['emojione-v1'] });
    const banana = (infos: typeof both.infos) => infos.find(({ id }) => id === 'emojione-v1/1f34c');
    expect(banana(one.infos)).toEqual(banana(both.infos));
  });

  it('keeps the classes that are chosen, the same ones in every set', async () => {
    const classes = { count: 20, include: ['banana', 'red apple'] };
    const noto = await build({ ...foods, sets: ['noto'], classes });
    const both = await build({ ...foods, classes });
    expect(noto.data.classes).toHaveLength(20);
    expect(noto.data.classes).toEqual(expect.arrayContaining(['banana', 'red apple']));
    expect(both.data.classes).toEqual(noto.data.classes);
    expect((await build({ ...foods, classes, seed: 9 })).data.classes).not.toEqual(noto.data.classes);
  });

  it.each([
    [{ count: 20, include: ['bannana'] }, 'none of the', 'did you mean "banana"?'],
    [{ count: 5000, include: [] }, '5000 classes are asked for', 'classes.count'],
    [{ count: 1, include: ['banana', 'red apple'] }, 'only 1 kept', 'classes.include'],
  ])('fails for a selection of classes that cannot be: %j', async (classes, message, hint) => {
    const failure = build({ ...foods, classes });
    await expect(failure).rejects.toThrow(message);
    await expect(failure).rejects.toHaveProperty('hint', expect.stringContaining(hint) as string);
  });
});

describe('rendering', () => {
  it('is done once: later data sets are taken from the cache', async () => {
    const packs = () => filesUnder(cache).filter((name) => name.endsWith('pictures.bin'));
    const times = () => packs().map((name) => statSync(join(cache, name)).mtimeMs);
    const { progress } = await build({ ...foods, resolution: 16, sets: ['noto'] });
    expect(progress.some(({ note }) => note?.startsWith('rendering noto'))).toBe(true);
    const before = times();
    const again = await build({
      ...foods,
      resolution: 16,
      sets: ['noto'],
      classes: { count: 3, include: [] },
    });
    expect(again.progress.some(({ note }) => note?.startsWith('rendering'))).toBe(false);
    expect(times()).toEqual(before);
  });

  it('is done again when the cache is damaged', async () => {
    const source: EmojiDataset = { ...foods, resolution: 8, sets: ['emojione-v1'] };
    const good = content((await build(source)).dir);
    const pack = filesUnder(cache).find(
      (name) => name.includes('emojione-v1') && name.includes('-8px') && name.endsWith('.bin'),
    );
    writeFileSync(join(cache, pack!), 'damaged');
    expect(content((await build(source)).dir)).toEqual(good);
  });

  it('keeps the licences with the pictures, in the cache and in the data set', async () => {
    const { dir, manifest } = await build(foods);
    const text = readFileSync(join(dir, 'LICENCES'), 'utf8');
    for (const part of ['Apache 2.0', 'CC BY-SA 4.0', 'emojibase-data', 'emojilib', 'rendered']) {
      expect(text).toContain(part);
    }
    expect(manifest.licences).toHaveLength(4);
    const packs = filesUnder(cache).filter((name) => name.endsWith('pictures.bin'));
    for (const name of packs) {
      expect(readFileSync(join(cache, name, '..', 'LICENCES'), 'utf8')).toContain('licence:');
    }
  });

  it('stops when it is asked to, without half a data set', async () => {
    let asked = 0;
    const stopped = build({ ...foods, resolution: 12 }, () => ++asked > 30);
    await expect(stopped).rejects.toMatchObject({ name: 'StageInterrupted' });
    const partial = filesUnder(cache).filter((name) => name.includes('.tmp-'));
    expect(partial).toEqual([]);
  });

  it('replaces what an earlier attempt left', async () => {
    const dir = join(temporaryFolder(), 'stage');
    mkdirSync(dir);
    for (const name of ['pictures.bin', 'pairs.jsonl', 'dataset.json'])
      writeFileSync(join(dir, name), 'rest');
    const setup = {
      config: { source: { ...foods, sets: ['noto' as const] }, files: {} },
      locals: { paths: {} },
    };
    await runStage(runDatasetStage, dir, setup);
    expect(openDataset(dir).size).toBeGreaterThan(100);
  });
});
