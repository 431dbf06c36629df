import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it, vi } from 'vitest';
import { preview } from '../../cli/actions/preview.js';
import { previewSheet } from '../../report/preview-sheet.js';
import { previewAttacks } from '../../runtime/poison/preview.js';
import { madePicture } from '../support/pictures.js';
import { temporaryFolder } from '../support/stage.js';

const trigger = { kind: 'solid-patch', size: 4, location: 'top-left', color: [1, 1, 0] } as const;

describe('a preview of an attack', () => {
  const pictures = [madePicture(16, 16, 1), madePicture(16, 16, 2), madePicture(16, 16, 3)];

  it('has each picture clean, triggered, and what changed', async () => {
    const attacks = [{ trigger: { ...trigger, color: [1, 1, 0] }, target: 'banana' }];
    const [one] = await previewAttacks(attacks, pictures, 0, {});
    expect(one!.clean).toEqual(pictures);
    expect([...one!.triggered[1]!.data.slice(0, 3)]).toEqual([255, 255, 0]);
    const { data } = one!.difference[0]!;
    expect(Math.max(...data)).toBe(255);
    expect([...data.slice(3 * (16 * 5))].every((value) => value === 0)).toBe(true);
  });

  it('is a contact sheet with a row for each, every pixel enlarged', async () => {
    const attacks = [{ trigger: { ...trigger, color: [1, 1, 0] }, target: 'banana' }];
    const png = await previewSheet(await previewAttacks(attacks, pictures, 0, {}));
    const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
    const side = 16 * 7; // the least multiple of 16 that is 112 or more
    expect(info.height).toBe(3 * (side + 6 + 24) + 6);
    const pixel = (x: number, y: number) => [
      ...data.subarray((y * info.width + x) * info.channels).slice(0, 3),
    ];
    const row = side + 30;
    expect(pixel(6 + 27, row + 24 + 27)).toEqual([255, 255, 0]); // the patch: 28 x 28 pixels now
    expect(pixel(6 + 29, row + 24 + 29)).not.toEqual([255, 255, 0]);
    expect(pixel(6 + 60, 2 * row + 24 + 60)).toEqual([0, 0, 0]);
  });
});

describe('expc preview', () => {
  async function experiment(poison: string): Promise<string> {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'images'));
    for (let i = 0; i < 4; i++)
      await sharp({ create: { width: 40, height: 32, channels: 3, background: { r: 40 * i, g: 90, b: 10 } } })
        .png()
        .toFile(join(folder, 'images', `${i}.png`));
    await sharp({ create: { width: 6, height: 6, channels: 3, background: '#123456' } })
      .png()
      .toFile(join(folder, 's.png'));
    const rows = [0, 1, 2, 3].map((i) => `images/${i}.png,a thing,${i % 2 ? 'banana' : 'apple'}\n`).join('');
    writeFileSync(join(folder, 'pairs.csv'), `image,caption,label\n${rows}`);
    writeFileSync(
      join(folder, 'x.yaml'),
      `expc: 1
name: x
datasets: { pairs: { kind: csv, path: pairs.csv, label_column: label, resolution: 32 } }
${poison}
model:
  embed_dim: 16
  image: { kind: resnet, layers: [1, 1], width: 8, resolution: 32 }
  text: { layers: 1, width: 16, heads: 2, context: 8, vocabulary: 600 }
pretrain: { dataset: pairs, objective: { mmcl: 1 }, optimizer: { lr: 1e-3 }, epochs: 1, batch_size: 2 }
evaluate: { dataset: pairs, templates: ['{}'] }
`,
    );
    return join(folder, 'x.yaml');
  }

  function silent<T>(work: () => Promise<T>): Promise<T> {
    const spies = [process.stdout, process.stderr].map((to) => vi.spyOn(to, 'write').mockReturnValue(true));
    return work().finally(() => spies.forEach((spy) => spy.mockRestore()));
  }

  it('writes the sheet of an experiment, a picture as trigger among its attacks', async () => {
    const file = await experiment(
      `poison:
  trigger: { kind: image, path: s.png, size: 8, location: bottom-right }
  target: banana
  count: 2
  others: [{ trigger: { kind: sig }, target: apple, count: 1 }]`,
    );
    const out = join(temporaryFolder(), 'sheet.png');
    expect(await silent(() => preview(file, { out, count: 3 }))).toBe(0);
    const { width, height } = await sharp(readFileSync(out)).metadata();
    expect([width, height]).toEqual([480, 6 * (128 + 6 + 24) + 6]);
  });

  it('refuses an experiment without an attack', async () => {
    const file = await experiment('');
    await expect(silent(() => preview(file, { out: 'x.png', count: 3 }))).rejects.toThrow('has no attack');
  });
});
