import type { Picture } from '../dataset.js';

/** A hash of 64 bits, as two unsigned numbers of 32. */
export type Hash64 = readonly [high: number, low: number];

/**
 * The difference hash of a picture (Krawetz, 2013): its brightness in 9 x 8 equal fields, and for each of the 8 x 8
 * neighbours in a row whether the right one is brighter, row by row from the highest bit. Pictures that were rescaled
 * or compressed again differ in a few bits.
 */
export function differenceHash(picture: Picture): Hash64 {
  const fields = brightness(picture, 9, 8);
  const half = (first: number): number => {
    let bits = 0;
    for (let y = first; y < first + 4; y++)
      for (let x = 0; x < 8; x++) bits = (bits << 1) | (fields[9 * y + x + 1]! > fields[9 * y + x]! ? 1 : 0);
    return bits >>> 0;
  };
  return [half(0), half(4)];
}

/** Mean brightness (ITU-R 601 weights, whole numbers) of the fields of a grid, in 1/65536. */
function brightness({ width, height, data }: Picture, columns: number, rows: number): Float64Array {
  const sums = new Float64Array(columns * rows);
  const edge = (i: number, fields: number, length: number) => Math.floor((i * length) / fields);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const [top, left] = [edge(row, rows, height), edge(column, columns, width)];
      const bottom = Math.max(top + 1, edge(row + 1, rows, height));
      const right = Math.max(left + 1, edge(column + 1, columns, width));
      let sum = 0;
      for (let y = top; y < bottom; y++)
        for (let x = left, at = 3 * (y * width + left); x < right; x++, at += 3)
          sum += 19595 * data[at]! + 38470 * data[at + 1]! + 7471 * data[at + 2]!;
      sums[row * columns + column] = Math.round(sum / ((bottom - top) * (right - left)));
    }
  return sums;
}

/** Number of bits in which two hashes differ. */
export function distance(a: Hash64, b: Hash64): number {
  return bitsIn(a[0] ^ b[0]) + bitsIn(a[1] ^ b[1]);
}

export function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
