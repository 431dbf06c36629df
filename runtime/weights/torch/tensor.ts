import { elementBytes, elements, type ArrayType, type NamedArray } from '../../store/array.js';
import { Foreign } from '../pickle/values.js';
import type { Fail } from '../zip/read-zip.js';

/** A block of memory of a PyTorch file, by its name there. */
export class Storage extends Foreign {
  constructor(
    readonly key: string,
    readonly dtype: ArrayType,
    /** Length in elements. */
    readonly length: number,
  ) {
    super();
  }
}

/** A tensor as a view of a storage; offset and strides count elements. */
export class StoredTensor extends Foreign {
  constructor(
    readonly storage: Storage,
    readonly offset: number,
    readonly shape: readonly number[],
    readonly strides: readonly number[],
  ) {
    super();
  }

  get bytes(): number {
    return elements(this.shape) * elementBytes[this.storage.dtype];
  }
}

/**
 * A tensor's elements, row by row.
 *
 * @param bytes the whole storage
 */
export function materialize(
  { storage, offset, shape, strides }: StoredTensor,
  bytes: Uint8Array,
  fail: Fail,
): NamedArray {
  const { dtype } = storage;
  const width = elementBytes[dtype];
  const count = elements(shape);
  const last = shape.reduce((sum, side, i) => sum + Math.max(0, side - 1) * strides[i]!, offset);
  if (count > 0 && (last + 1) * width > bytes.byteLength)
    return fail(`a tensor of [${shape.join(', ')}] reaches beyond its storage \`${storage.key}\``);
  const start = offset * width;
  if (isRowByRow(shape, strides)) return { dtype, shape, data: bytes.subarray(start, start + count * width) };
  return { dtype, shape, data: gather(bytes, start, width, shape, strides) };
}

function isRowByRow(shape: readonly number[], strides: readonly number[]): boolean {
  let expected = 1;
  for (let i = shape.length - 1; i >= 0; i--) {
    if (shape[i] !== 1 && strides[i] !== expected) return false;
    expected *= shape[i]!;
  }
  return true;
}

function gather(
  bytes: Uint8Array,
  start: number,
  width: number,
  shape: readonly number[],
  strides: readonly number[],
): Uint8Array {
  const count = elements(shape);
  const data = new Uint8Array(count * width);
  const place = shape.map(() => 0);
  let from = start;
  for (let i = 0; i < count; i++) {
    for (let b = 0; b < width; b++) data[i * width + b] = bytes[from + b]!;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      from += strides[axis]! * width;
      if (++place[axis]! < shape[axis]!) break;
      from -= shape[axis]! * strides[axis]! * width;
      place[axis] = 0;
    }
  }
  return data;
}
