import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { decode } from '../../picture/decode.js';
import type { PictureOptions } from '../config.js';
import { digestOf, type PictureFile } from './file.js';

/**
 * A file that stands under a URL's name before anything is known of that URL: one that an earlier program downloaded. It
 * is taken if it is a whole picture of the size that is asked for.
 *
 * @returns null where there is none to take
 */
export async function adopted(
  root: string,
  file: string,
  { resize, resolution }: PictureOptions,
): Promise<PictureFile | null> {
  let bytes: Buffer;
  try {
    bytes = await readFile(join(root, file));
  } catch {
    return null;
  }
  try {
    const { width, height } = await sharp(bytes).metadata();
    if (resize !== 'none' && (width !== resolution || height !== resolution)) return null;
    await decode(bytes);
  } catch {
    return null; // Broken, or half of one: it is downloaded again.
  }
  return { file, bytes: bytes.length, digest: digestOf(bytes) };
}
