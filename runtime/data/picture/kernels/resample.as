/**
 * The two passes of Pillow's resampling in SIMD, bit for bit (see ../resample.ts). AssemblyScript; compiled into
 * module.ts by `npm run generate`.
 *
 * Weights are fixed-point numbers of 22 bits, which is more than the 16 that `dot` multiplies. So a weight is cut in two,
 * w = 2^11 high + low, and the sums of both parts are put together at the end: exact, as no sum overflows 32 bits.
 */

const PRECISION: i32 = 22;
const LOW_BITS: i32 = 11;

/** Sums of products -> bytes, rounded and clipped. */
// @ts-ignore: decorator
@inline
function rounded(high: v128, low: v128): v128 {
  const sum = i32x4.add(i32x4.add(i32x4.shl(high, LOW_BITS), low), i32x4.splat(1 << (PRECISION - 1)));
  return i32x4.shr_s(sum, PRECISION);
}

/**
 * The horizontal pass on RGB bytes. Reads up to 15 bytes behind the last pixel, and writes one behind the last.
 *
 * @param table for each output column: its first input column times 3, then for each four input columns two high parts,
 *   two low parts, two high parts, two low parts (int16)
 * @param fours groups of four input columns of each output column
 */
export function across(
  source: usize,
  stride: i32,
  rows: i32,
  table: usize,
  fours: i32,
  columns: i32,
  target: usize,
): void {
  const zero = i32x4.splat(0);
  for (let y = 0; y < rows; y++) {
    let at = table;
    for (let x = 0; x < columns; x++) {
      let from = source + load<i32>(at);
      at += 4;
      let high = zero;
      let low = zero;
      for (let k = 0; k < fours; k++) {
        const bytes = v128.load(from);
        const one = v128.shuffle<i8>(bytes, zero, 0, 16, 3, 16, 1, 16, 4, 16, 2, 16, 5, 16, 16, 16, 16, 16);
        const two = v128.shuffle<i8>(bytes, zero, 6, 16, 9, 16, 7, 16, 10, 16, 8, 16, 11, 16, 16, 16, 16, 16);
        high = i32x4.add(high, i32x4.dot_i16x8_s(one, v128.load32_splat(at)));
        low = i32x4.add(low, i32x4.dot_i16x8_s(one, v128.load32_splat(at, 4)));
        high = i32x4.add(high, i32x4.dot_i16x8_s(two, v128.load32_splat(at, 8)));
        low = i32x4.add(low, i32x4.dot_i16x8_s(two, v128.load32_splat(at, 12)));
        at += 16;
        from += 12;
      }
      const words = i16x8.narrow_i32x4_s(rounded(high, low), zero);
      v128.store_lane<i32>(target, i8x16.narrow_i16x8_u(words, words), 0);
      target += 3;
    }
    source += stride;
  }
}

/**
 * The vertical pass on rows of bytes. Reads up to a row and 15 bytes behind the last row, and writes up to 15 bytes
 * behind the last.
 *
 * @param table for each output row: its first input row, then for each two input rows two high parts and two low parts
 * @param pairs pairs of input rows of each output row
 */
export function down(source: usize, stride: i32, table: usize, pairs: i32, rows: i32, target: usize): void {
  const zero = i32x4.splat(0);
  const entry = 4 + 8 * pairs;
  for (let y = 0; y < rows; y++) {
    const top = source + load<i32>(table) * stride;
    for (let x = 0; x < stride; x += 16) {
      let from = top + x;
      let at = table + 4;
      let high0 = zero, high1 = zero, high2 = zero, high3 = zero; // prettier-ignore
      let low0 = zero, low1 = zero, low2 = zero, low3 = zero; // prettier-ignore
      for (let k = 0; k < pairs; k++) {
        const a = v128.load(from);
        const b = v128.load(from + stride);
        const left = v128.shuffle<i8>(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
        const right = v128.shuffle<i8>(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
        const high = v128.load32_splat(at);
        const low = v128.load32_splat(at, 4);
        const v0 = i16x8.extend_low_i8x16_u(left);
        const v1 = i16x8.extend_high_i8x16_u(left);
        const v2 = i16x8.extend_low_i8x16_u(right);
        const v3 = i16x8.extend_high_i8x16_u(right);
        high0 = i32x4.add(high0, i32x4.dot_i16x8_s(v0, high));
        high1 = i32x4.add(high1, i32x4.dot_i16x8_s(v1, high));
        high2 = i32x4.add(high2, i32x4.dot_i16x8_s(v2, high));
        high3 = i32x4.add(high3, i32x4.dot_i16x8_s(v3, high));
        low0 = i32x4.add(low0, i32x4.dot_i16x8_s(v0, low));
        low1 = i32x4.add(low1, i32x4.dot_i16x8_s(v1, low));
        low2 = i32x4.add(low2, i32x4.dot_i16x8_s(v2, low));
        low3 = i32x4.add(low3, i32x4.dot_i16x8_s(v3, low));
        from += 2 * stride;
        at += 8;
      }
      const first = i16x8.narrow_i32x4_s(rounded(high0, low0), rounded(high1, low1));
      const second = i16x8.narrow_i32x4_s(rounded(high2, low2), rounded(high3, low3));
      v128.store(target + x, i8x16.narrow_i16x8_u(first, second));
    }
    table += entry;
    target += stride;
  }
}
