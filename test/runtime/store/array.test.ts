import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allFinite,
  asFloat32,
  asInt32,
  float32Array,
  int64Scalar,
  roundToHalf,
  type ArrayType,
} from '../../../runtime/store/array.js';

const of = (dtype: ArrayType, values: ArrayBufferView) => ({
  dtype,
  shape: [],
  data: new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
});

describe('values of an array', () => {
  it('are a view where they can be', () => {
    const values = Float32Array.of(1, 2, 3);
    expect(asFloat32(float32Array(values.subarray(1), [2])).buffer).toBe(values.buffer);
  });

  it('are the same at an odd address', () => {
    const bytes = new Uint8Array(9);
    bytes.set(new Uint8Array(Float32Array.of(1.5, -2).buffer), 1);
    expect([...asFloat32({ dtype: 'F32', shape: [2], data: bytes.subarray(1) })]).toEqual([1.5, -2]);
  });

  it('are converted from half precision', () => {
    const bits = Uint16Array.of(0x3c00, 0xc000, 0x0001, 0x7bff, 0x8000, 0x3555);
    const expected = [1, -2, 2 ** -24, 65504, -0, 0.333251953125];
    expect([...asFloat32(of('F16', bits))]).toEqual(expected);
    expect([...asFloat32(of('F16', Uint16Array.of(0x7c00, 0xfc00, 0x7e00)))]).toEqual([
      Infinity,
      -Infinity,
      NaN,
    ]);
  });

  it('are converted from bfloat16 and float64', () => {
    expect([...asFloat32(of('BF16', Uint16Array.of(0x3f80, 0xc049)))]).toEqual([1, -3.140625]);
    expect([...asFloat32(of('F64', Float64Array.of(0.1)))]).toEqual([Math.fround(0.1)]);
  });

  it('are integers of 32 or 64 bits', () => {
    expect([...asInt32(of('I32', Int32Array.of(-5)))]).toEqual([-5]);
    expect([...asInt32(int64Scalar(12))]).toEqual([12]);
    expect(() => asInt32(int64Scalar(2 ** 40))).toThrow('1099511627776 does not fit into 32 bits');
    expect(() => asInt32(float32Array(Float32Array.of(1), []))).toThrow('F32 is not a signed');
    expect(() => asFloat32(int64Scalar(1))).toThrow('I64 is not a floating-point type');
  });
});

describe('rounding to half precision', () => {
  it('knows ties, subnormals and the ends', () => {
    expect(roundToHalf(1 + 2 ** -11)).toBe(1); // a tie goes to the even neighbour
    expect(roundToHalf(1 + 3 * 2 ** -11)).toBe(1 + 2 ** -9);
    expect(roundToHalf(2 ** -25)).toBe(0);
    expect(roundToHalf(1.5 * 2 ** -25)).toBe(2 ** -24);
    expect(roundToHalf(65519)).toBe(65504);
    expect(roundToHalf(-65520)).toBe(-Infinity);
    expect(roundToHalf(-0)).toBe(-0);
    expect(roundToHalf(NaN)).toBeNaN();
  });

  it('leaves every half-precision number alone', () => {
    const all = asFloat32(
      of(
        'F16',
        Uint16Array.from({ length: 65536 }, (_, i) => i),
      ),
    );
    expect(Buffer.from(Float32Array.from(all, roundToHalf).buffer).equals(Buffer.from(all.buffer))).toBe(
      true,
    );
  });

  it('gives the nearest half-precision number', () => {
    const finite = asFloat32(
      of(
        'F16',
        Uint16Array.from({ length: 0x7c00 }, (_, i) => i),
      ),
    ); // 0 and all positive, sorted
    fc.assert(
      fc.property(fc.double({ min: 0, max: 65504, noNaN: true }), (value) => {
        const rounded = roundToHalf(value);
        const above = finite.findIndex((half) => half >= value);
        const nearest = Math.min(...[above - 1, above].map((i) => Math.abs((finite[i] ?? Infinity) - value)));
        expect(finite.includes(rounded)).toBe(true);
        expect(Math.abs(rounded - value)).toBe(nearest);
      }),
      { numRuns: 200 },
    );
  });
});

describe('finite values', () => {
  it('are all but infinities and what is no number', () => {
    expect(allFinite(Float32Array.of(0, -1e38, 3))).toBe(true);
    expect(allFinite(new Float32Array(0))).toBe(true);
    for (const bad of [NaN, Infinity, -Infinity]) expect(allFinite(Float32Array.of(1, bad))).toBe(false);
  });
});
