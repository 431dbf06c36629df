import type { Picture } from '../../data/dataset.js';
import { levelOf, valueOf } from '../levels.js';
import type { Size } from '../trigger.js';

const { fround } = Math;

/** A vector for each pixel: float32 [height, width, 2], x (columns) before y (rows). */
export interface Field extends Size {
  readonly values: Float32Array;
}

/** Where each pixel comes from: clamp(identity + strength * noise / side, -1, 1), -1 and 1 being the outer pixels' centres. */
export function samplingGrid(noise: Field, strength: number): Field {
  const { width, height } = noise;
  const sides = [width, height];
  const values = noise.values.map((value, i) => {
    const axis = i % 2;
    const pixel = Math.floor(i / 2);
    const at = axis === 0 ? pixel % width : Math.floor(pixel / width);
    const moved = fround(
      identity(at, sides[axis]!) + fround(fround(fround(strength) * value) / sides[axis]!),
    );
    return Math.min(Math.max(moved, -1), 1);
  });
  return { width, height, values };
}

/** `torch.linspace(-1, 1, count)[at]`: from both ends to the middle, with one rounding for product and sum. */
function identity(at: number, count: number): number {
  const step = fround(2 / (count - 1));
  if (count === 1) return -1;
  return at < count >> 1 ? fround(-1 + step * at) : fround(1 - step * (count - at - 1));
}

/** Samples a picture at a grid: bilinear, black outside, -1 and 1 being the centres of the outer pixels. */
export function sampleBilinear(picture: Picture, grid: Field): Picture {
  const { width, height, data: source } = picture;
  const data = new Uint8Array(source.length);
  const at = (x: number, y: number, channel: number): number =>
    x < 0 || y < 0 || x >= width || y >= height ? 0 : valueOf[source[3 * (y * width + x) + channel]!]!;
  for (let pixel = 0; pixel < width * height; pixel++) {
    const x = fround(fround((grid.values[2 * pixel]! + 1) / 2) * (width - 1));
    const y = fround(fround((grid.values[2 * pixel + 1]! + 1) / 2) * (height - 1));
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const [east, south] = [fround(x - left), fround(y - top)];
    const [west, north] = [fround(1 - east), fround(1 - south)];
    for (let channel = 0; channel < 3; channel++) {
      // One rounding for each product and sum together, as PyTorch's vectorised kernel has it.
      let sum = fround(at(left, top, channel) * fround(west * north));
      sum = fround(sum + at(left + 1, top, channel) * fround(east * north));
      sum = fround(sum + at(left, top + 1, channel) * fround(west * south));
      sum = fround(sum + at(left + 1, top + 1, channel) * fround(east * south));
      data[3 * pixel + channel] = levelOf(sum, 'clamp');
    }
  }
  return { width, height, data };
}

/** Bicubic up-sampling with aligned corners as PyTorch does it (a = -0.75, edges repeated). */
export function upsample(field: Field, { width, height }: Size): Field {
  if (field.width === width && field.height === height) return field;
  const values = new Float32Array(2 * width * height);
  const columns = taps(field.width, width);
  const rows = taps(field.height, height);
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let axis = 0; axis < 2; axis++, to++) {
        let sum = 0;
        for (const row of rows[y]!) {
          for (const column of columns[x]!) {
            sum += row.weight * column.weight * field.values[2 * (row.at * field.width + column.at) + axis]!;
          }
        }
        values[to] = sum;
      }
    }
  }
  return { width, height, values };
}

interface Tap {
  readonly at: number;
  readonly weight: number;
}

/** The four input positions of each output position. */
function taps(from: number, to: number): Tap[][] {
  const scale = to > 1 ? (from - 1) / (to - 1) : 0;
  return Array.from({ length: to }, (_, i) => {
    const centre = i * scale;
    const base = Math.floor(centre);
    return [-1, 0, 1, 2].map((step) => ({
      at: Math.min(Math.max(base + step, 0), from - 1),
      weight: cubic(centre - (base + step)),
    }));
  });
}

/** Keys' kernel with a = -0.75. */
function cubic(distance: number): number {
  const a = -0.75;
  const x = Math.abs(distance);
  if (x <= 1) return ((a + 2) * x - (a + 3)) * x * x + 1;
  if (x < 2) return ((x - 5) * x + 8) * x * a - 4 * a;
  return 0;
}
