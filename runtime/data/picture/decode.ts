import sharp from 'sharp';
import type { Picture } from '../dataset.js';

/**
 * Decodes an image file (PNG, JPEG, WebP, GIF, TIFF, ...) to RGB as Pillow's `convert('RGB')` does: alpha is dropped
 * without compositing, palettes are expanded, grey is repeated, EXIF orientation and colour profiles are ignored,
 * of an animation the first frame is taken. Of 16-bit channels the high byte is kept.
 * Rejects with libvips' message when the file cannot be read or is truncated.
 */
export async function decode(input: string | Uint8Array): Promise<Picture> {
  const { data, info } = await sharp(input, { ignoreIcc: true, failOn: 'error' })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 3) throw new Error(`decoded to ${info.channels} channels instead of 3`);
  return { width: info.width, height: info.height, data };
}
