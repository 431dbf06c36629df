import { roundToHalf } from '../store/array.js';

/** The bits of the nearest half-precision number to each value, ties to even (IEEE 754). */
export function toHalf(values: Float32Array): Uint16Array {
  return Uint16Array.from(values, bitsOf);
}

function bitsOf(value: number): number {
  const rounded = roundToHalf(value);
  const sign = rounded < 0 || Object.is(rounded, -0) ? 0x8000 : 0;
  const size = Math.abs(rounded);
  if (Number.isNaN(size)) return 0x7e00;
  if (size === Infinity) return sign | 0x7c00;
  if (size < 2 ** -14) return sign | (size * 2 ** 24);
  const exponent = Math.floor(Math.log2(size));
  return sign | ((exponent + 15) << 10) | (size * 2 ** (10 - exponent) - 1024);
}
