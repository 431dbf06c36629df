import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resizeAndCrop, resizeShortSide } from '../../../../runtime/data/picture/geometry.js';
import { fixtureArrays, fixtureJson, parityDir, record } from '../../../support/parity.js';
import { fixturePicture } from '../../../support/pictures.js';

interface Case {
  readonly input: string;
  readonly width: number;
  readonly height: number;
  readonly resized_224: [number, number];
  readonly resized_64: [number, number];
}

const cases = fixtureJson<Case[]>('preprocess/cases.json');
const tensors = fixtureArrays('preprocess/tensors.safetensors');
const read = (name: string) => fixturePicture(`preprocess/${name}`);

describe.each(cases)('$input', ({ input, width, height, resized_224, resized_64 }) => {
  const stem = input.replace('.png', '');

  it('decodes to RGB of the same size', async () => {
    const picture = await read(input);
    expect([picture.width, picture.height]).toEqual([width, height]);
    expect(picture.data.length).toBe(3 * width * height);
  });

  it('is resized to the size torchvision gives', async () => {
    const picture = await read(input);
    const sizes = [224, 64].map((side) => resizeShortSide(picture, side));
    expect(sizes.map((p) => [p.width, p.height])).toEqual([resized_224, resized_64]);
  });

  it('equals Pillow at 64 pixels, byte for byte', async () => {
    const expected = await read(`${stem}.out64.png`);
    const actual = resizeAndCrop(await read(input), 64);
    const { absolute } = record('preprocess', `${stem} at 64`, actual.data, expected.data, 0);
    expect(absolute).toBe(0);
  });

  it('equals Pillow at 224 pixels, byte for byte', async () => {
    const actual = resizeAndCrop(await read(input), 224);
    const rows = tensors.get(`${stem}.out224_u8_rows100_107`);
    if (rows) {
      const part = actual.data.subarray(100 * 224 * 3, 108 * 224 * 3);
      expect(record('preprocess', `${stem} at 224, 8 rows`, part, rows.data, 0).absolute).toBe(0);
    } else {
      // A picture that fits already is not stored again.
      const stored = existsSync(join(parityDir(), 'preprocess', `${stem}.out224.png`));
      expect(stored || (width === 224 && height === 224)).toBe(true);
      const expected = await read(stored ? `${stem}.out224.png` : input);
      expect(record('preprocess', `${stem} at 224`, actual.data, expected.data, 0).absolute).toBe(0);
    }
  });
});
