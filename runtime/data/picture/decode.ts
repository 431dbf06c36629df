import { isMainThread } from 'node:worker_threads';
import sharp from 'sharp';
import type { Picture } from '../dataset.js';
import { centre, resizeAndCrop, shortSideSize } from './geometry.js';
import { jpegDecoder } from './jpeg.js';
import { resampleFilled } from './resample.js';

/**
 * Decodes an image file (PNG, JPEG, WebP, GIF, TIFF, ...) to RGB as Pillow's `convert('RGB')` does: alpha is dropped
 * without compositing, palettes are expanded, grey is repeated, EXIF orientation and colour profiles are ignored,
 * of an animation the first frame is taken. Of 16-bit channels the high byte is kept.
 * Rejects with libvips' message when the file cannot be read or is truncated.
 */
export async function decode(input: string | Uint8Array): Promise<Picture> {
  return (typeof input === 'string' ? null : await decodeJpeg(input)) ?? decodeByLibvips(input);
}

/** `resizeAndCrop` of what `decode` gives, with fewer copies. A worker thread does it itself, JPEGs at least. */
export async function decodeSquare(input: Uint8Array, side: number): Promise<Picture> {
  const size = isMainThread ? null : (jpegDecoder?.size(input) ?? null);
  if (size === null || Math.min(size.width, size.height) === side)
    return resizeAndCrop(await decode(input), side);
  let whole = false;
  const fill = (room: Uint8Array) => {
    whole = jpegDecoder!.decode(input, size, room);
  };
  const wanted = shortSideSize(size, side);
  const picture = resampleFilled(fill, size, wanted, 'bicubic', centre(wanted, side));
  return whole ? picture : resizeAndCrop(await decodeByLibvips(input), side);
}

async function decodeJpeg(input: Uint8Array): Promise<Picture | null> {
  const size = jpegDecoder?.size(input) ?? null;
  if (size === null) return null;
  const data = new Uint8Array(3 * size.width * size.height);
  const whole = isMainThread
    ? await jpegDecoder!.decodeAside(input, size, data)
    : jpegDecoder!.decode(input, size, data);
  return whole ? { ...size, data } : null;
}

/** The same by libvips, whatever the file. */
export async function decodeByLibvips(input: string | Uint8Array): Promise<Picture> {
  const { data, info } = await sharp(input, { ignoreIcc: true, failOn: 'error' })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 3) throw new Error(`decoded to ${info.channels} channels instead of 3`);
  return { width: info.width, height: info.height, data };
}
