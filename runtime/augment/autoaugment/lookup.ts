import type { Picture } from '../../data/dataset.js';

/** Operations that give each byte a new value by a table: Pillow's ImageOps. */

/** Keeps the highest `bits` bits. */
export function posterize(picture: Picture, bits: number): Picture {
  const mask = 0xff & ~(2 ** (8 - bits) - 1);
  return lookUp(picture, [tableOf((level) => level & mask)]);
}

/** Inverts all levels from `threshold` on. */
export function solarize(picture: Picture, threshold: number): Picture {
  return lookUp(picture, [tableOf((level) => (level < threshold ? level : 255 - level))]);
}

export function invert(picture: Picture): Picture {
  return lookUp(picture, [tableOf((level) => 255 - level)]);
}

/** Stretches each channel to the full range. */
export function autoContrast(picture: Picture): Picture {
  return lookUp(
    picture,
    histograms(picture).map((histogram) => {
      const low = histogram.findIndex((count) => count > 0);
      const high = histogram.findLastIndex((count) => count > 0);
      if (high <= low) return tableOf((level) => level);
      const scale = 255 / (high - low);
      const offset = -low * scale;
      return tableOf((level) => Math.trunc(level * scale + offset));
    }),
  );
}

/** Makes each channel's levels equally frequent. */
export function equalize(picture: Picture): Picture {
  return lookUp(
    picture,
    histograms(picture).map((histogram) => {
      const last = histogram[histogram.findLastIndex((count) => count > 0)]!;
      const step = Math.floor((picture.width * picture.height - last) / 255);
      if (step === 0) return tableOf((level) => level);
      let sum = step >> 1;
      return tableOf((level) => {
        const value = Math.floor(sum / step);
        sum += histogram[level]!;
        return value;
      });
    }),
  );
}

/** A table of 256 bytes; values outside of 0..255 are clamped. */
export function tableOf(value: (level: number) => number): Uint8ClampedArray {
  const table = new Uint8ClampedArray(256);
  for (let level = 0; level < 256; level++) table[level] = value(level);
  return table;
}

/** Replaces each byte by that of its channel's table; a single table serves all channels. */
export function lookUp({ width, height, data }: Picture, tables: readonly Uint8ClampedArray[]): Picture {
  const [red, green, blue] = [tables[0]!, tables[1] ?? tables[0]!, tables[2] ?? tables[0]!];
  const result = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i += 3) {
    result[i] = red[data[i]!]!;
    result[i + 1] = green[data[i + 1]!]!;
    result[i + 2] = blue[data[i + 2]!]!;
  }
  return { width, height, data: result };
}

function histograms({ data }: Picture): [Int32Array, Int32Array, Int32Array] {
  const [red, green, blue] = [new Int32Array(256), new Int32Array(256), new Int32Array(256)];
  for (let i = 0; i < data.length; i += 3) {
    red[data[i]!]!++;
    green[data[i + 1]!]!++;
    blue[data[i + 2]!]!++;
  }
  return [red, green, blue];
}
