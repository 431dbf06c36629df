import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decode, decodeByLibvips, decodeSquare } from '../../../../runtime/data/picture/decode.js';
import { resizeAndCrop } from '../../../../runtime/data/picture/geometry.js';
import { jpegDecoder } from '../../../../runtime/data/picture/jpeg.js';
import { difference, madePicture } from '../../../support/pictures.js';

interface Made {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly jpeg: string;
  readonly sha256: string;
}

const file = new URL('../../../fixtures/jpeg/jpegs.json', import.meta.url);
const { pictures } = JSON.parse(readFileSync(file, 'utf8')) as { pictures: Made[] };
const same = { bytes: 0, levels: 0 };

const large = madePicture(301, 217, 3);
const whole = () => sharp(large.data, { raw: { width: 301, height: 217, channels: 3 } });

describe.each(pictures)('a JPEG of Pillow, $name', ({ jpeg, sha256, width, height }) => {
  const bytes = Buffer.from(jpeg, 'base64');

  it('is decoded to the bytes that Pillow gives, in this thread or another', async () => {
    const aside = await decode(bytes);
    const here = new Uint8Array(3 * width * height);
    expect(jpegDecoder!.size(bytes)).toEqual({ width, height });
    expect(jpegDecoder!.decode(bytes, { width, height }, here)).toBe(true);
    expect(createHash('sha256').update(aside.data).digest('hex')).toBe(sha256);
    expect(difference({ width, height, data: here }, aside)).toEqual(same);
  });

  it('is the same by libvips', async () => {
    expect(difference(await decode(bytes), await decodeByLibvips(bytes))).toEqual(same);
  });
});

describe('decoding JPEGs', () => {
  it('keeps many at once apart', async () => {
    const files = pictures.map(({ jpeg }) => Buffer.from(jpeg, 'base64'));
    const many = Array.from({ length: 40 }, (_, i) => i % files.length);
    const decoded = await Promise.all(many.map((i) => decode(files[i]!)));
    for (const [place, i] of many.entries())
      expect(createHash('sha256').update(decoded[place]!.data).digest('hex')).toBe(pictures[i]!.sha256);
  });

  it('does not turn a picture by its EXIF orientation, nor convert by its profile', async () => {
    const plain = await decode(await whole().jpeg().toBuffer());
    const turned = await whole().withIccProfile('p3').withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const found = await decode(turned);
    expect([found.width, found.height]).toEqual([301, 217]);
    expect(difference(found, await decodeByLibvips(turned))).toEqual(same);
    expect([plain.width, plain.height]).toEqual([301, 217]);
  });

  it('leaves CMYK to libvips', async () => {
    const cmyk = await whole().toColourspace('cmyk').jpeg().toBuffer();
    expect((await sharp(cmyk).metadata()).space).toBe('cmyk');
    expect(jpegDecoder!.size(cmyk)).toBeNull();
    expect(difference(await decode(cmyk), await decodeByLibvips(cmyk))).toEqual(same);
  });

  it.each([0.02, 0.3, 0.9, 0.999])('of %d of a file says what libvips says', async (share) => {
    const bytes = await whole().jpeg().toBuffer();
    const cut = bytes.subarray(0, Math.floor(share * bytes.length));
    const told = await decodeByLibvips(cut).then(null, (error: Error) => error.message);
    await expect(decode(cut)).rejects.toThrow();
    await expect(decode(cut)).rejects.toThrow(told as string);
    await expect(decodeSquare(cut, 64)).rejects.toThrow(told as string);
  });

  it('decides like libvips on files with flipped bytes', async () => {
    const bytes = await whole().jpeg({ quality: 70 }).toBuffer();
    for (let i = 0; i < 60; i++) {
      const broken = Buffer.from(bytes);
      broken[(i * 7919 + 13) % bytes.length]! ^= 1 << (i % 8);
      const expected = await decodeByLibvips(broken).catch(() => null);
      const found = await decode(broken).catch(() => null);
      expect(found === null).toBe(expected === null);
      if (found !== null) expect(difference(found, expected!)).toEqual(same);
    }
  });

  it.each([64, 217, 300])('and resizing to %d at once is both after each other', async (side) => {
    const bytes = await whole().jpeg().toBuffer();
    expect(difference(await decodeSquare(bytes, side), resizeAndCrop(await decode(bytes), side))).toEqual(
      same,
    );
  });
});
