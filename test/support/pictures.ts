import { join } from 'node:path';
import type { Picture } from '../../runtime/data/dataset.js';
import { decode } from '../../runtime/data/picture/decode.js';
import { parityDir } from './parity.js';

/** A picture of the parity fixtures: `fixturePicture('triggers/photo0.png')`. */
export function fixturePicture(path: string): Promise<Picture> {
  return decode(join(parityDir(), path));
}

/** A picture whose bytes follow from its size and `salt`, with all levels from 0 to 255. */
export function madePicture(width: number, height: number, salt = 0): Picture {
  const data = Uint8Array.from(
    { length: 3 * width * height },
    (_, i) => (i * 31 + (i >> 5) * 17 + salt) & 255,
  );
  return { width, height, data };
}

/** Number of differing bytes of two pictures of one size, and the largest difference. */
export function difference(actual: Picture, expected: Picture): { bytes: number; levels: number } {
  if (actual.width !== expected.width || actual.height !== expected.height) {
    throw new RangeError(`${actual.width}x${actual.height} is not ${expected.width}x${expected.height}`);
  }
  let [bytes, levels] = [0, 0];
  for (let i = 0; i < expected.data.length; i++) {
    const by = Math.abs(actual.data[i]! - expected.data[i]!);
    if (by > 0) bytes++;
    levels = Math.max(levels, by);
  }
  return { bytes, levels };
}
