import { crc32 } from './crc32.js';
import { recordBytes, signatures } from './records.js';

export interface NewEntry {
  readonly name: string;
  readonly data: Uint8Array;
}

/** PyTorch starts every entry's data at a multiple of this, so that it can be mapped into memory. */
const alignment = 64;
const largestFile = 0xfffffffe;

/**
 * The parts of a zip file with these entries, stored, each entry's data aligned; the data itself is not copied. Equal
 * entries give equal bytes: the date is 1980-01-01.
 *
 * @throws {RangeError} if the file would be larger than 4 GiB
 */
export function zipParts(entries: readonly NewEntry[]): readonly Uint8Array[] {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  const push = (part: Uint8Array) => {
    parts.push(part);
    at += part.byteLength;
  };
  for (const { name, data } of entries) {
    const header = { name: Buffer.from(name), crc: crc32(data), size: data.byteLength, at };
    directory.push(centralHeader(header));
    push(localHeader(header));
    push(data);
    if (at > largestFile) throw new RangeError('a zip file of more than 4 GiB');
  }
  const start = at;
  directory.forEach(push);
  push(endRecord(entries.length, at - start, start));
  return parts;
}

interface Header {
  readonly name: Buffer;
  readonly crc: number;
  readonly size: number;
  /** Where the local header starts. */
  readonly at: number;
}

function localHeader({ name, crc, size, at }: Header): Buffer {
  const before = recordBytes.localHeader + name.length;
  const padding = 4 + ((alignment - ((at + before + 4) % alignment)) % alignment);
  const header = Buffer.alloc(before + padding);
  header.writeUInt32LE(signatures.localHeader, 0);
  header.set(common(crc, size, name.length), 4);
  header.writeUInt16LE(padding, 28);
  name.copy(header, recordBytes.localHeader);
  header.write('FB', before, 'latin1'); // PyTorch's own extra field: nothing but padding.
  header.writeUInt16LE(padding - 4, before + 2);
  return header;
}

function centralHeader({ name, crc, size, at }: Header): Buffer {
  const header = Buffer.alloc(recordBytes.centralHeader + name.length);
  header.writeUInt32LE(signatures.centralHeader, 0);
  header.set(common(crc, size, name.length), 6);
  header.writeUInt32LE(at, 42);
  name.copy(header, recordBytes.centralHeader);
  return header;
}

/** Version, flags, method, time, date, sum, sizes and length of the name. */
function common(crc: number, size: number, nameLength: number): Buffer {
  const fields = Buffer.alloc(24);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(0x0800, 2); // Names are UTF-8.
  fields.writeUInt16LE(0x0021, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(size, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(nameLength, 22);
  return fields;
}

function endRecord(count: number, length: number, start: number): Buffer {
  const end = Buffer.alloc(recordBytes.end);
  end.writeUInt32LE(signatures.end, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(start, 16);
  return end;
}
