import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../../runtime/data/picture/decode.js';
import { resample } from '../../../../runtime/data/picture/resample.js';
import { centreCrop, resizeAndCrop, squash } from '../../../../runtime/data/picture/geometry.js';
import { difference, madePicture } from '../../../support/pictures.js';

const made = madePicture(6, 4, 9);
const raw = (channels: 1 | 2 | 3 | 4, ...bytes: number[]) =>
  sharp(Uint8Array.from(bytes), { raw: { width: bytes.length / channels, height: 1, channels } });
const whole = () => sharp(made.data, { raw: { width: 6, height: 4, channels: 3 } });

describe('decoding to RGB', () => {
  it.each(['png', 'webp', 'tiff'] as const)('a lossless %s keeps every byte', async (format) => {
    const file = await whole()
      .toFormat(format, format === 'tiff' ? { compression: 'lzw' } : { lossless: true })
      .toBuffer();
    expect(difference(await decode(file), made)).toEqual({ bytes: 0, levels: 0 });
  });

  it('drops alpha without compositing', async () => {
    const file = await raw(4, 10, 20, 30, 0, 40, 50, 60, 255).png().toBuffer();
    expect([...(await decode(file)).data]).toEqual([10, 20, 30, 40, 50, 60]);
  });

  it('repeats grey, with and without alpha', async () => {
    const grey = await raw(1, 10, 200).toColourspace('b-w').png().toBuffer();
    expect([...(await decode(grey)).data]).toEqual([10, 10, 10, 200, 200, 200]);
    const alpha = await raw(2, 10, 0, 200, 255).toColourspace('b-w').png().toBuffer();
    expect([...(await decode(alpha)).data]).toEqual([10, 10, 10, 200, 200, 200]);
  });

  it('expands palettes', async () => {
    const file = await whole().png({ palette: true, colours: 256, dither: 0, effort: 10 }).toBuffer();
    expect((await sharp(file).metadata()).isPalette).toBe(true);
    expect((await decode(file)).data).toHaveLength(made.data.length);
  });

  it('takes the high byte of 16 bits', async () => {
    const levels = Uint16Array.of(0x0000, 0x12ff, 0x8000, 0xffff, 0x00ff, 0x7f01);
    const file = await sharp(levels, { raw: { width: 2, height: 1, channels: 3 } })
      .toColourspace('rgb16')
      .png()
      .toBuffer();
    expect((await sharp(file).metadata()).depth).toBe('ushort');
    expect([...(await decode(file)).data]).toEqual([0x00, 0x12, 0x80, 0xff, 0x00, 0x7f]);
  });

  it('does not turn a picture by its EXIF orientation', async () => {
    const file = await whole().withMetadata({ orientation: 6 }).png().toBuffer();
    expect((await sharp(file).metadata()).orientation).toBe(6);
    expect(difference(await decode(file), made)).toEqual({ bytes: 0, levels: 0 });
  });

  it('does not convert by an embedded colour profile', async () => {
    const file = await whole().withIccProfile('p3', { attach: true }).png().toBuffer();
    expect((await sharp(file).metadata()).hasProfile).toBe(true);
    const plain = await sharp(file, { ignoreIcc: true }).raw().toBuffer();
    expect(Buffer.compare((await decode(file)).data, plain)).toBe(0);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('this is no picture')],
    ['a PNG cut short', null],
  ])('rejects %s', async (_, bytes) => {
    const file = bytes ?? (await whole().png().toBuffer()).subarray(0, 60);
    await expect(decode(file)).rejects.toThrow();
  });
});

describe('resizing', () => {
  it('keeps an even picture even, whatever the sizes', () => {
    for (const [from, to] of [
      [3, 50],
      [50, 3],
      [7, 8],
      [1, 9],
      [9, 1],
    ] as const) {
      const flat = { width: from, height: from, data: new Uint8Array(3 * from * from).fill(201) };
      expect([...new Set(resample(flat, to, to).data)]).toEqual([201]);
    }
  });

  it('to its own size is the picture itself', () => {
    expect(squash(madePicture(5, 5), 5).data).toEqual(madePicture(5, 5).data);
    expect(resizeAndCrop(made, 4).height).toBe(4);
  });

  it('squashes without keeping the aspect ratio', () => {
    const { width, height } = squash(made, 5);
    expect([width, height]).toEqual([5, 5]);
    expect(() => resample(made, 0, 5)).toThrow(RangeError);
  });

  it('crops the middle, half pixels to the even side', () => {
    const at = (width: number) => centreCrop(madePicture(width, 2), 2).data[0];
    const column = (width: number, x: number) => madePicture(width, 2).data[3 * x];
    expect(at(3)).toBe(column(3, 0)); // 0.5 -> 0
    expect(at(5)).toBe(column(5, 2)); // 1.5 -> 2
    expect(at(7)).toBe(column(7, 2)); // 2.5 -> 2
    expect(() => centreCrop(made, 5)).toThrow('cannot crop 5x5 from 6x4');
  });
});
