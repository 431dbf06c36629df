import type { ByteReader } from '../../data/artifact/bytes.js';
import { crc32 } from './crc32.js';
import { elsewhere16, elsewhere32, recordBytes, signatures } from './records.js';

/** Says what is wrong with the file, and ends the reading. */
export type Fail = (reason: string) => never;

export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  /** Bytes that it takes in the file; other than its size where it is compressed. */
  readonly packed: number;
  readonly isCompressed: boolean;
  readonly crc: number;
  /** Where the entry's local header starts. */
  readonly header: number;
}

const longestComment = 65535;
/** Entries and bytes of the directory beyond which it is no file of weights. */
const mostEntries = 1_000_000;
const longestDirectory = 2 ** 27;

/**
 * The entries of a zip file. Those that are read must be stored without compression, as PyTorch writes pickles and
 * numbers: so none is larger than the file, and there is nothing that could grow when it is read. The program of a
 * TorchScript archive is compressed, and never looked at.
 */
export function zipEntries(file: ByteReader, fail: Fail): ReadonlyMap<string, ZipEntry> {
  const { start, length, count } = findDirectory(file, fail);
  if (count > mostEntries || length > longestDirectory)
    return fail(`its directory would have ${count} entries in ${length} bytes`);
  if (start + length > file.size) return fail('its directory lies beyond the end of the file');
  const directory = Buffer.from(file.read(start, length));
  const entries = new Map<string, ZipEntry>();
  for (let at = 0, i = 0; i < count; i++) {
    const { entry, next } = readEntry(directory, at, fail);
    if (entries.has(entry.name)) return fail(`it has the entry \`${entry.name}\` twice`);
    if (entry.header + recordBytes.localHeader + entry.packed > file.size)
      return fail(`its entry \`${entry.name}\` would have ${entry.packed} bytes, more than are there`);
    entries.set(entry.name, entry);
    at = next;
  }
  return entries;
}

/** The bytes of an entry, checked against its sum. */
export function readZipEntry(
  file: ByteReader,
  { name, size, packed, isCompressed, crc, header }: ZipEntry,
  fail: Fail,
): Uint8Array {
  if (isCompressed || packed !== size)
    return fail(`its entry \`${name}\` is compressed, which PyTorch's weights never are`);
  const local = Buffer.from(file.read(header, recordBytes.localHeader));
  if (local.readUInt32LE(0) !== signatures.localHeader)
    return fail(`its entry \`${name}\` is not where the directory says`);
  const start = header + recordBytes.localHeader + local.readUInt16LE(26) + local.readUInt16LE(28);
  if (start + size > file.size) return fail(`its entry \`${name}\` ends beyond the end of the file`);
  const bytes = file.read(start, size);
  return crc32(bytes) === crc ? bytes : fail(`its entry \`${name}\` was altered (its CRC-32 differs)`);
}

function readEntry(directory: Buffer, at: number, fail: Fail): { entry: ZipEntry; next: number } {
  if (at + recordBytes.centralHeader > directory.length) return fail('its directory is cut off');
  if (directory.readUInt32LE(at) !== signatures.centralHeader) return fail('its directory is damaged');
  const nameLength = directory.readUInt16LE(at + 28);
  const extraLength = directory.readUInt16LE(at + 30);
  const nameStart = at + recordBytes.centralHeader;
  const next = nameStart + nameLength + extraLength + directory.readUInt16LE(at + 32);
  if (next > directory.length) return fail('its directory is cut off');
  const name = directory.toString('utf8', nameStart, nameStart + nameLength);
  const wide = wideFields(directory.subarray(nameStart + nameLength, nameStart + nameLength + extraLength));
  const field = (offset: number): number => {
    const value = directory.readUInt32LE(at + offset);
    return value === elsewhere32
      ? (wide.next().value ?? fail(`the size of its entry \`${name}\` is missing`))
      : value;
  };
  const [size, packed, header] = [field(24), field(20), field(42)];
  const [flags, method] = [directory.readUInt16LE(at + 8), directory.readUInt16LE(at + 10)];
  if (flags & 1) return fail(`its entry \`${name}\` is encrypted`);
  const crc = directory.readUInt32LE(at + 16);
  return { entry: { name, size, packed, isCompressed: method !== 0, crc, header }, next };
}

/** The numbers of a zip64 extra field, in their order: size, packed size, place of the header. */
function* wideFields(extra: Buffer): Generator<number, undefined> {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const end = Math.min(at + 4 + extra.readUInt16LE(at + 2), extra.length);
    for (let field = at + 4; field + 8 <= end; field += 8) yield Number(extra.readBigUInt64LE(field));
    return undefined;
  }
  return undefined;
}

function findDirectory(file: ByteReader, fail: Fail): { start: number; length: number; count: number } {
  const tailStart = Math.max(0, file.size - recordBytes.end - longestComment);
  const tail = Buffer.from(file.read(tailStart, file.size - tailStart));
  const marker = Buffer.alloc(4);
  marker.writeUInt32LE(signatures.end);
  const at = tail.lastIndexOf(marker);
  if (at < 0 || at + recordBytes.end > tail.length) return fail('its end is missing: it was cut off');
  const [count, length, start] = [
    tail.readUInt16LE(at + 10),
    tail.readUInt32LE(at + 12),
    tail.readUInt32LE(at + 16),
  ];
  if (count !== elsewhere16 && length !== elsewhere32 && start !== elsewhere32)
    return { start, length, count };
  return findDirectory64(file, tailStart + at - recordBytes.end64Locator, fail);
}

function findDirectory64(file: ByteReader, locatorAt: number, fail: Fail) {
  if (locatorAt < 0) return fail('its zip64 records are missing');
  const locator = Buffer.from(file.read(locatorAt, recordBytes.end64Locator));
  const at = Number(locator.readBigUInt64LE(8));
  if (locator.readUInt32LE(0) !== signatures.end64Locator || at + recordBytes.end64 > file.size)
    return fail('its zip64 records are missing');
  const end = Buffer.from(file.read(at, recordBytes.end64));
  if (end.readUInt32LE(0) !== signatures.end64) return fail('its zip64 records are damaged');
  const number = (offset: number) => Number(end.readBigUInt64LE(offset));
  return { start: number(48), length: number(40), count: number(32) };
}
