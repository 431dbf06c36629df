import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { StageFailure } from '../execute/context.js';
import { elementBytes, elements, type NamedArray, type NamedArrays } from './array.js';
import { parseHeader, type HeaderEntry } from './safetensors-header.js';

/**
 * Reads safetensors: 8 bytes little-endian header length, a JSON header, the arrays' raw little-endian data
 * (https://github.com/huggingface/safetensors, "Format"). The arrays come in the order of the data.
 *
 * @param source a path, or the whole file's bytes (then the arrays are views of them)
 * @throws {StageFailure} if it is not a whole, consistent safetensors file
 */
export function readSafetensors(source: string | Uint8Array): NamedArrays {
  if (typeof source !== 'string')
    return read('the data', source.byteLength, (from, to) => source.subarray(from, to));
  const file = openSync(source, 'r');
  try {
    return read(source, fstatSync(file).size, (from, to) => readRange(source, file, from, to));
  } finally {
    closeSync(file);
  }
}

/** The bytes of a safetensors file; the same arrays give the same bytes whatever their order. */
export function encodeSafetensors(arrays: NamedArrays): Uint8Array {
  const parts = safetensorsParts(arrays);
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}

/** Writes a safetensors file and syncs it. Not atomic: a file that matters is written beside and renamed. */
export function writeSafetensors(path: string, arrays: NamedArrays): void {
  const file = openSync(path, 'w');
  try {
    for (const part of safetensorsParts(arrays)) {
      for (let done = 0; done < part.byteLength;) done += writeSync(file, part, done, part.byteLength - done);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

type ReadRange = (from: number, to: number) => Uint8Array;

function read(name: string, size: number, range: ReadRange): NamedArrays {
  const fail = (reason: string): never => {
    throw new StageFailure(
      `${name} is not a readable safetensors file: ${reason}`,
      'write or copy the file again',
    );
  };
  if (size < 8) return fail(`it has ${size} bytes, and the header's length alone takes 8`);
  const length = Number(Buffer.from(range(0, 8)).readBigUInt64LE());
  if (length > size - 8) return fail(`its header would have ${length} bytes, and only ${size - 8} follow`);
  if (length > maxHeader)
    return fail(`its header would have ${length} bytes, more than the ${maxHeader} allowed`);
  const start = 8 + length;
  const entries = parseHeader(Buffer.from(range(8, start)), size - start, fail);
  return new Map(
    entries.map(({ name, dtype, shape, begin, end }: HeaderEntry) => [
      name,
      { dtype, shape, data: range(start + begin, start + end) },
    ]),
  );
}

const maxHeader = 100_000_000;

function readRange(path: string, file: number, from: number, to: number): Uint8Array {
  const bytes = new Uint8Array(to - from);
  for (let done = 0; done < bytes.byteLength;) {
    const count = readSync(file, bytes, done, bytes.byteLength - done, from + done);
    if (count === 0) throw new StageFailure(`${path} became shorter while it was read`);
    done += count;
  }
  return bytes;
}

/**
 * The bytes of a safetensors file in parts, the arrays' own memory among them: nothing is copied. Header length,
 * header, data: wide elements first, so that every array is aligned, then by name.
 */
export function safetensorsParts(arrays: NamedArrays): readonly Uint8Array[] {
  const sorted = [...arrays].sort(
    ([a, x], [b, y]) => elementBytes[y.dtype] - elementBytes[x.dtype] || (a < b ? -1 : 1),
  );
  let end = 0;
  const entries = sorted.map(([name, array]) => {
    checkSize(name, array);
    const begin = end;
    end += array.data.byteLength;
    return [name, { dtype: array.dtype, shape: array.shape, data_offsets: [begin, end] }] as const;
  });
  const json = Buffer.from(
    `{${entries.map(([name, entry]) => `${JSON.stringify(name)}:${JSON.stringify(entry)}`).join(',')}}`,
  );
  const header = Buffer.alloc(Math.ceil(json.byteLength / 8) * 8, ' ');
  json.copy(header);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.byteLength));
  return [length, header, ...sorted.map(([, array]) => array.data)];
}

function checkSize(name: string, { dtype, shape, data }: NamedArray): void {
  const expected = elements(shape) * elementBytes[dtype];
  if (data.byteLength !== expected) {
    throw new RangeError(
      `${name}: ${data.byteLength} bytes for ${dtype} [${shape.join(', ')}], which takes ${expected}`,
    );
  }
}
