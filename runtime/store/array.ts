/** Bytes of one element of each type. Names are those of safetensors. */
export const elementBytes = {
  F64: 8,
  I64: 8,
  U64: 8,
  F32: 4,
  I32: 4,
  U32: 4,
  F16: 2,
  BF16: 2,
  I16: 2,
  U16: 2,
  I8: 1,
  U8: 1,
  BOOL: 1,
} as const;

export type ArrayType = keyof typeof elementBytes;

/** An array as it lies in a file: raw little-endian bytes, row by row. */
export interface NamedArray {
  readonly dtype: ArrayType;
  readonly shape: readonly number[];
  readonly data: Uint8Array;
}

/** Arrays by name: a model's weights, an optimizer's state. */
export type NamedArrays = Map<string, NamedArray>;

/** Product of the sides; 1 for a scalar's empty shape. */
export function elements(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}

/** A float32 array; shares the values' memory. */
export function float32Array(values: Float32Array, shape: readonly number[]): NamedArray {
  return { dtype: 'F32', shape, data: bytesOf(values) };
}

/** An int32 array; shares the values' memory. */
export function int32Array(values: Int32Array, shape: readonly number[]): NamedArray {
  return { dtype: 'I32', shape, data: bytesOf(values) };
}

/** An int64 scalar, as PyTorch keeps counters. `value` is a safe integer. */
export function int64Scalar(value: number): NamedArray {
  return { dtype: 'I64', shape: [], data: bytesOf(BigInt64Array.of(BigInt(value))) };
}

/** The values as float32: a view where the type and alignment allow it, otherwise converted (F16, BF16, F64). */
export function asFloat32({ dtype, data }: NamedArray): Float32Array {
  switch (dtype) {
    case 'F32':
      return new Float32Array(...aligned(data, 4));
    case 'F64':
      return Float32Array.from(new Float64Array(...aligned(data, 8)));
    case 'F16':
      return Float32Array.from(new Uint16Array(...aligned(data, 2)), fromHalf);
    case 'BF16':
      return new Float32Array(
        Uint32Array.from(new Uint16Array(...aligned(data, 2)), (bits) => bits << 16).buffer,
      );
    default:
      throw new TypeError(`${dtype} is not a floating-point type`);
  }
}

/** Whether no value is infinite or no number: a plain loop, for arrays of many millions. */
export function allFinite(values: Float32Array): boolean {
  for (let index = 0; index < values.length; index++) if (!Number.isFinite(values[index])) return false;
  return true;
}

/** The values as int32; of I64 the values must fit. */
export function asInt32({ dtype, data }: NamedArray): Int32Array {
  switch (dtype) {
    case 'I32':
      return new Int32Array(...aligned(data, 4));
    case 'I64':
      return Int32Array.from(new BigInt64Array(...aligned(data, 8)), narrow);
    default:
      throw new TypeError(`${dtype} is not a signed 32 or 64 bit integer type`);
  }
}

/** Nearest half-precision number to each value, ties to even, as float32 (IEEE 754). Beyond 65504 + 16 it is infinite. */
export function roundToHalf(value: number): number {
  const size = Math.abs(value);
  if (size >= 65520) return value * Infinity;
  const exponent = Math.max(Math.floor(Math.log2(size)), -14);
  const unit = 2 ** (exponent - 10);
  return size === 0 || Number.isNaN(value) ? value : roundToEven(value / unit) * unit;
}

function roundToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor;
}

function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1024 + fraction) * 2 ** (exponent - 25);
}

function narrow(value: bigint): number {
  const result = Number(BigInt.asIntN(32, value));
  if (BigInt(result) !== value) throw new RangeError(`${value} does not fit into 32 bits`);
  return result;
}

function bytesOf(values: ArrayBufferView): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

/** Buffer, offset and length for a typed array over `data`, which is copied if it is not aligned. */
function aligned(data: Uint8Array, width: number): [ArrayBufferLike, number, number] {
  const { buffer, byteOffset } = byteOffsetFits(data, width) ? data : new Uint8Array(data); // A Buffer's slice is no copy.
  return [buffer, byteOffset, data.byteLength / width];
}

function byteOffsetFits(data: Uint8Array, width: number): boolean {
  return data.byteOffset % width === 0;
}
