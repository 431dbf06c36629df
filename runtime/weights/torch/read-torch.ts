import type { ByteReader } from '../../data/artifact/bytes.js';
import { elementBytes } from '../../store/array.js';
import { readPickle } from '../pickle/read-pickle.js';
import { Dictionary, Instance, Tuple, type PickleValue } from '../pickle/values.js';
import { readZipEntry, zipEntries, type Fail } from '../zip/read-zip.js';
import { torchNames } from './names.js';
import { StoredTensor, type Storage } from './tensor.js';

/** A file that PyTorch wrote: the object in it, and the blocks of numbers that it refers to. */
export interface TorchFile {
  /** How it was written: `torch.save` since 1.6, before, or `torch.jit.save`. */
  readonly form: 'zip' | 'legacy' | 'torchscript';
  readonly value: PickleValue;
  readonly bytesOf: (storage: Storage) => Uint8Array;
}

/** Pickles beyond this are none of weights: the numbers are not in them. */
const longestPickle = 2 ** 28;

/** Reads a zip file of `torch.save` or `torch.jit.save`. */
export function readTorchZip(file: ByteReader, fail: Fail): TorchFile {
  const entries = zipEntries(file, fail);
  const main = [...entries.values()].find(({ name }) => name.endsWith('/data.pkl') || name === 'data.pkl');
  if (!main) return fail('it is a zip file without `data.pkl`, so PyTorch did not write it');
  const folder = main.name.slice(0, -'data.pkl'.length);
  const read = (name: string): Uint8Array | null => {
    const entry = entries.get(folder + name);
    return entry ? readZipEntry(file, entry, fail) : null;
  };
  if (main.size > longestPickle) return fail(`its pickle would have ${main.size} bytes`);
  const order = read('byteorder');
  if (order && Buffer.from(order).toString().trim() !== 'little')
    return fail('its numbers are not little-endian');
  const { value } = readPickle(read('data.pkl')!, torchNames(fail), fail);
  return {
    form: entries.has(`${folder}constants.pkl`) ? 'torchscript' : 'zip',
    value,
    bytesOf: (storage) => {
      const bytes = read(`data/${storage.key}`);
      return bytes ? checked(bytes, storage, fail) : fail(`its storage \`${storage.key}\` is missing`);
    },
  };
}

/** The first number of the pickles that a file of PyTorch before 1.6 consists of. */
const magic = 0x1950a86a20f9469cfc6cn;

export function isLegacy(start: Uint8Array): boolean {
  const expected = Buffer.from('80028a0a6cfc9c46f9206aa85019', 'hex');
  return Buffer.compare(start.subarray(0, expected.length), expected) === 0;
}

/** Reads a file of `torch.save` before 1.6: five pickles, then each storage's length and bytes. */
export function readTorchLegacy(file: ByteReader, fail: Fail): TorchFile {
  const bytes = file.read(0, file.size);
  let at = 0;
  const next = (): PickleValue => {
    const { value, end } = readPickle(bytes, torchNames(fail), fail, at);
    at = end;
    return value;
  };
  const [number, protocol] = [next(), next()];
  if (number !== magic || protocol !== 1001) return fail('it is of an unknown version of PyTorch');
  next(); // What the writing machine was.
  const value = next();
  const keys = next();
  if (!Array.isArray(keys) || !keys.every((key) => typeof key === 'string'))
    return fail('its list of storages is damaged');
  const starts = new Map<string, number>();
  const bytesOf = (storage: Storage): Uint8Array => {
    const start = starts.get(storage.key);
    const size = storage.length * elementBytes[storage.dtype];
    if (start === undefined) return fail(`its storage \`${storage.key}\` is missing`);
    return checked(bytes.subarray(start, start + size), storage, fail);
  };
  placeStorages(bytes, at, keys, widths(value), starts, fail);
  return { form: 'legacy', value, bytesOf };
}

/** Bytes of an element of each storage that a value refers to. */
function widths(value: PickleValue): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { storage } of tensorsIn(value)) found.set(storage.key, elementBytes[storage.dtype]);
  return found;
}

function placeStorages(
  bytes: Uint8Array,
  from: number,
  keys: readonly string[],
  width: ReadonlyMap<string, number>,
  starts: Map<string, number>,
  fail: Fail,
): void {
  let at = from;
  for (const key of keys) {
    if (at + 8 > bytes.length) return fail('it was cut off');
    const length = Number(Buffer.from(bytes.buffer, bytes.byteOffset + at, 8).readBigUInt64LE());
    const unit = width.get(key);
    if (unit === undefined) return fail(`nothing refers to its storage \`${key}\``);
    starts.set(key, at + 8);
    at += 8 + length * unit;
  }
}

function checked(bytes: Uint8Array, { key, dtype, length }: Storage, fail: Fail): Uint8Array {
  const expected = length * elementBytes[dtype];
  return bytes.byteLength === expected
    ? bytes
    : fail(`its storage \`${key}\` has ${bytes.byteLength} bytes instead of ${expected}`);
}

/** Every tensor in a value, each once; a value may contain itself. */
export function tensorsIn(value: PickleValue): StoredTensor[] {
  const seen = new Set<PickleValue>();
  const found: StoredTensor[] = [];
  const open: PickleValue[] = [value];
  while (open.length > 0) {
    const one = open.pop()!;
    if (typeof one !== 'object' || one === null || seen.has(one)) continue;
    seen.add(one);
    if (one instanceof StoredTensor) found.push(one);
    else if (Array.isArray(one)) for (const item of one as readonly PickleValue[]) open.push(item);
    else if (one instanceof Tuple) for (const item of one.items) open.push(item);
    else if (one instanceof Instance) open.push(one.attributes);
    else if (one instanceof Dictionary) for (const item of one.entries.values()) open.push(item);
  }
  return found;
}
