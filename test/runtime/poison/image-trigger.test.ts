import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { PoisonManifest } from '../../../runtime/data/artifact/format.js';
import { openDataset, readManifest } from '../../../runtime/data/artifact/open.js';
import type { Picture } from '../../../runtime/data/dataset.js';
import { StageFailure } from '../../../runtime/execute/context.js';
import { loadTrigger } from '../../../runtime/poison/load-trigger.js';
import { runPoisonStage } from '../../../runtime/poison/poison-stage.js';
import { stream } from '../../../runtime/random/stream.js';
import type { ImageTrigger, PatchLocation } from '../../../schema/generated/resolved.js';
import type { PoisonStage } from '../../../schema/stages/poison.js';
import { madePairs, writeDataset } from '../../support/datasets.js';
import { runStage, temporaryFolder } from '../../support/stage.js';

/** A picture file of one colour, and what a plan calls it. */
async function sticker(background: { r: number; g: number; b: number; alpha?: number }) {
  const path = join(temporaryFolder(), 'sticker.png');
  await sharp({ create: { width: 4, height: 4, channels: 4, background: { alpha: 1, ...background } } })
    .png()
    .toFile(path);
  const name = `sha256:${createHash('sha256').update(readFileSync(path)).digest('hex')}`;
  return { path, name, files: { [name]: path } };
}

const grey = (side: number, level = 100): Picture => ({
  width: side,
  height: side,
  data: new Uint8Array(3 * side * side).fill(level),
});

async function apply(more: Partial<ImageTrigger>, background = { r: 200, g: 0, b: 50, alpha: 1 }, side = 8) {
  const { name, files } = await sticker(background);
  const config: ImageTrigger = { kind: 'image', path: name, location: 'random', opacity: 1, ...more };
  const trigger = await loadTrigger(config, { files });
  const { picture, places } = trigger.mark(grey(side), stream(0, 'test'));
  const pixel = (row: number, column: number) => [
    ...picture.data.slice(3 * (row * side + column)).slice(0, 3),
  ];
  return { trigger, places, pixel };
}

describe('a picture as trigger', () => {
  it('is a patch in its place, and nothing else is touched', async () => {
    const { places, pixel, trigger } = await apply({ size: 2, location: 'bottom-right' });
    expect(places).toEqual([{ row: 6, column: 6 }]);
    expect(pixel(7, 7)).toEqual([200, 0, 50]);
    expect(pixel(6, 6)).toEqual([200, 0, 50]);
    expect(pixel(5, 7)).toEqual([100, 100, 100]);
    expect(trigger.description).toBe('2x2 picture in the bottom right corner');
  });

  it.each<[PatchLocation, { row: number; column: number }]>([
    ['top-left', { row: 0, column: 0 }],
    ['top-right', { row: 0, column: 6 }],
    ['bottom-left', { row: 6, column: 0 }],
    ['centre', { row: 3, column: 3 }],
  ])('goes %s', async (location, place) => {
    expect((await apply({ size: 2, location })).places).toEqual([place]);
  });

  it('without a size is mixed into the whole picture: clip(opacity file + (1 - opacity) picture)', async () => {
    const { places, pixel, trigger } = await apply({ opacity: 0.2 });
    expect(places).toEqual([]);
    for (const at of [0, 3, 7]) expect(pixel(at, at)).toEqual([120, 80, 90]);
    expect(trigger.description).toBe('picture over the whole blended in at 0.2');
    expect(trigger.minimumSide).toBe(1);
  });

  it('leaves the picture below where the file is transparent', async () => {
    expect((await apply({}, { r: 255, g: 255, b: 255, alpha: 0 })).pixel(2, 2)).toEqual([100, 100, 100]);
    const [half] = (await apply({}, { r: 255, g: 255, b: 255, alpha: 0.5 })).pixel(2, 2);
    expect(half).toBeGreaterThan(170);
    expect(half).toBeLessThan(185);
  });

  it('does not fit a picture that is smaller than the patch', async () => {
    const { trigger } = await apply({ size: 6 });
    expect(trigger.minimumSide).toBe(6);
    expect(() => trigger.apply(grey(5), stream(0, 'test'))).toThrow('only 5x5');
  });

  it('is refused when the file has changed, is gone, or is no picture', async () => {
    const { path, name, files } = await sticker({ r: 1, g: 2, b: 3 });
    const config: ImageTrigger = { kind: 'image', path: name, location: 'random', opacity: 1 };
    writeFileSync(path, 'other');
    await expect(loadTrigger(config, { files })).rejects.toThrow('has changed since the plan was made');
    await expect(loadTrigger(config, { files: { [name]: '/nowhere.png' } })).rejects.toThrow(StageFailure);
    const text = `sha256:${createHash('sha256').update('other').digest('hex')}`;
    await expect(loadTrigger({ ...config, path: text }, { files: { [text]: path } })).rejects.toThrow(
      /the trigger's picture .* cannot be read/,
    );
  });
});

describe('several attacks at once', () => {
  const others: PoisonStage['config']['others'] = [
    {
      trigger: { kind: 'solid-patch', size: 2, location: 'top-left', color: [1, 1, 0] },
      target: 'cherry',
      count: 7,
      labels: 'dirty',
      templates: ['a {}'],
    },
    {
      trigger: { kind: 'blended', opacity: 0.5 },
      target: 'apple',
      count: 5,
      labels: 'consistent',
      templates: [],
    },
  ];
  const attack: PoisonStage['config'] = {
    trigger: { kind: 'noise-patch', size: 3, location: 'random', overflow: 'clamp' },
    target: 'banana',
    count: 10,
    labels: 'dirty',
    templates: ['a photo of a {}.'],
    seed: 7,
  };

  async function poison(config: PoisonStage['config'], files?: Record<string, string>) {
    const outputs = temporaryFolder();
    const folder = join(outputs, 'dataset-0');
    mkdirSync(folder);
    const dataset = writeDataset(folder, madePairs(60));
    const dir = join(outputs, 'poison-0');
    await runStage(runPoisonStage, dir, {
      config,
      locals: files === undefined ? {} : { files },
      inputs: { dataset },
    });
    return { data: openDataset(dir), manifest: readManifest(dir) as PoisonManifest };
  }

  it('poison different pairs, each with its trigger, target and rule of labels', async () => {
    const { data, manifest } = await poison({ ...attack, others });
    expect(manifest.poisoned).toHaveLength(22);
    expect(new Set(manifest.poisoned.map(({ index }) => index)).size).toBe(22);
    expect(manifest.others!.map(({ target, count }) => [target, count])).toEqual([
      ['cherry', 7],
      ['apple', 5],
    ]);
    const captions = (number?: number) =>
      manifest.poisoned
        .filter((one) => one.attack === number)
        .map(({ index }) => data.info(index).captions[0]);
    expect(new Set(captions())).toEqual(new Set(['a photo of a banana.']));
    expect(new Set(captions(1))).toEqual(new Set(['a cherry']));
    expect(new Set(captions(2))).toEqual(new Set(['a photo of a apple.']));
    for (const { index } of manifest.poisoned.filter((one) => one.attack === 1))
      expect([...(await data.picture(index)).data.slice(0, 3)]).toEqual([255, 255, 0]);
  });

  it('leave the first attack as it is alone', async () => {
    const [alone, together] = [await poison(attack), await poison({ ...attack, others })];
    const first = ({ poisoned }: PoisonManifest) =>
      poisoned.filter((one) => one.attack === undefined).map(({ index, places }) => ({ index, places }));
    expect(first(together.manifest)).toEqual(first(alone.manifest));
    expect(alone.manifest).not.toHaveProperty('others');
  });

  it('are refused when there are not enough pairs left, or a target is no class', async () => {
    await expect(poison({ ...attack, count: 50, others: [{ ...others[0]!, count: 11 }] })).rejects.toThrow(
      'only 10 clean pairs',
    );
    await expect(poison({ ...attack, others: [{ ...others[0]!, target: 'cherri' }] })).rejects.toThrow(
      '"cherri"',
    );
  });

  it('may have a picture for a trigger', async () => {
    const { name, files } = await sticker({ r: 9, g: 8, b: 7 });
    const trigger = { kind: 'image', path: name, size: 2, location: 'top-left', opacity: 1 } as const;
    const { data, manifest } = await poison({ ...attack, trigger }, files);
    for (const { index } of manifest.poisoned)
      expect([...(await data.picture(index)).data.slice(0, 3)]).toEqual([9, 8, 7]);
  });
});
