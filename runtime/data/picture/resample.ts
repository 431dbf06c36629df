import type { Picture } from '../dataset.js';

/**
 * Pillow's antialiased bicubic resampling, bit for bit (libImaging/Resample.c, 8 bits a channel): fixed-point
 * coefficients of 22 bits, a horizontal then a vertical pass, rounded to bytes between the two.
 */
export function resample(picture: Picture, width: number, height: number): Picture {
  if (width < 1 || height < 1) throw new RangeError(`cannot resize to ${width}x${height}`);
  const across = width === picture.width ? picture : resampleRows(picture, width);
  return height === across.height ? across : resampleColumns(across, height);
}

const PRECISION_BITS = 22;
const HALF = 1 << (PRECISION_BITS - 1);

/** Keys' cubic convolution kernel with a = -0.5 (IEEE Trans. ASSP 29, 1981), as Pillow writes it. */
function bicubic(value: number): number {
  const a = -0.5;
  const x = Math.abs(value);
  if (x < 1) return ((a + 2) * x - (a + 3)) * x * x + 1;
  if (x < 2) return (((x - 5) * x + 8) * x - 4) * a;
  return 0;
}

interface Coefficients {
  /** Coefficients of one output position; unused ones at the end are 0. */
  readonly size: number;
  /** First input position of each output position. */
  readonly first: Int32Array;
  /** Number of input positions of each output position. */
  readonly count: Int32Array;
  readonly weights: Int32Array;
}

function coefficients(from: number, to: number): Coefficients {
  const scale = from / to;
  const filterScale = Math.max(scale, 1);
  const support = 2 * filterScale;
  const size = Math.ceil(support) * 2 + 1;
  const first = new Int32Array(to);
  const count = new Int32Array(to);
  const weights = new Int32Array(to * size);
  const inverse = 1 / filterScale;
  for (let i = 0; i < to; i++) {
    const center = (i + 0.5) * scale;
    const low = Math.max(Math.trunc(center - support + 0.5), 0);
    const high = Math.min(Math.trunc(center + support + 0.5), from);
    const raw = Array.from({ length: high - low }, (_, k) => bicubic((k + low - center + 0.5) * inverse));
    let sum = 0;
    for (const weight of raw) sum += weight;
    raw.forEach((weight, k) => {
      const share = (sum === 0 ? weight : weight / sum) * (1 << PRECISION_BITS);
      weights[i * size + k] = Math.trunc(share < 0 ? share - 0.5 : share + 0.5);
    });
    first[i] = low;
    count[i] = high - low;
  }
  return { size, first, count, weights };
}

function toByte(sum: number): number {
  const value = sum >> PRECISION_BITS;
  return value < 0 ? 0 : value > 255 ? 255 : value;
}

function resampleRows(picture: Picture, width: number): Picture {
  const { size, first, count, weights } = coefficients(picture.width, width);
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

function resampleColumns(picture: Picture, height: number): Picture {
  const { size, first, count, weights } = coefficients(picture.height, height);
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
