import type { Picture } from '../../runtime/data/dataset.js';
import { coefficients, PRECISION_BITS, type Filter } from '../../runtime/data/picture/coefficients.js';

/** Pillow's resampling (libImaging/Resample.c, 8 bits a channel) as plainly as it can be written. */
export function plainResample(picture: Picture, width: number, height: number, filter: Filter): Picture {
  const across = width === picture.width ? picture : resampleRows(picture, width, filter);
  return height === across.height ? across : resampleColumns(across, height, filter);
}

const HALF = 1 << (PRECISION_BITS - 1);

function toByte(sum: number): number {
  const value = sum >> PRECISION_BITS;
  return value < 0 ? 0 : value > 255 ? 255 : value;
}

function resampleRows(picture: Picture, width: number, filter: Filter): Picture {
  const { size, first, count, weights } = coefficients(picture.width, width, filter);
  const { data: source, height } = picture;
  const data = new Uint8Array(3 * width * height);
  for (let y = 0, at = 0; y < height; y++) {
    const row = 3 * y * picture.width;
    for (let x = 0; x < width; x++, at += 3) {
      let [red, green, blue] = [HALF, HALF, HALF];
      let from = row + 3 * first[x]!;
      const end = x * size + count[x]!;
      for (let k = x * size; k < end; k++, from += 3) {
        const weight = weights[k]!;
        red = (red + source[from]! * weight) | 0;
        green = (green + source[from + 1]! * weight) | 0;
        blue = (blue + source[from + 2]! * weight) | 0;
      }
      data[at] = toByte(red);
      data[at + 1] = toByte(green);
      data[at + 2] = toByte(blue);
    }
  }
  return { width, height, data };
}

function resampleColumns(picture: Picture, height: number, filter: Filter): Picture {
  const { size, first, count, weights } = coefficients(picture.height, height, filter);
  const stride = 3 * picture.width;
  const { data: source, width } = picture;
  const data = new Uint8Array(stride * height);
  const sums = new Int32Array(stride);
  for (let y = 0; y < height; y++) {
    sums.fill(HALF);
    for (let k = 0; k < count[y]!; k++) {
      const weight = weights[y * size + k]!;
      const row = (first[y]! + k) * stride;
      for (let x = 0; x < stride; x++) sums[x] = sums[x]! + source[row + x]! * weight;
    }
    for (let x = 0, at = y * stride; x < stride; x++, at++) data[at] = toByte(sums[x]!);
  }
  return { width, height, data };
}
