import { closeSync, fstatSync, fsyncSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';

/** Files up to this size are held in memory once opened. */
const HELD_BYTES = 64 * 2 ** 20;

/** So much is read at once where one read goes on from the last. */
const AHEAD_BYTES = 2 ** 18;

/** Random access to a file that does not change while it is open. */
export class ByteReader {
  readonly size: number;
  private readonly file: number;
  private held: Uint8Array | null = null;
  private view: DataView | null = null;
  /** What was read ahead, and where it begins. */
  private ahead: Uint8Array = new Uint8Array(0);
  private aheadAt = 0;
  /** Where the last read ended. */
  private end = -1;

  constructor(path: string, holdUpTo = HELD_BYTES) {
    this.file = openSync(path, 'r');
    try {
      this.size = fstatSync(this.file).size;
      if (this.size <= holdUpTo) this.held = readFileSync(this.file);
    } catch (error) {
      closeSync(this.file);
      throw error;
    }
  }

  /** `length` bytes from `offset`; not to be written to. */
  read(offset: number, length: number): Uint8Array {
    if (offset < 0 || length < 0 || offset + length > this.size) {
      throw new RangeError(`bytes ${offset}..${offset + length} of a file of ${this.size}`);
    }
    if (this.held) return this.held.subarray(offset, offset + length);
    const goesOn = offset === this.end;
    this.end = offset + length;
    const from = offset - this.aheadAt;
    if (from >= 0 && from + length <= this.ahead.length) return this.ahead.subarray(from, from + length);
    if (!goesOn || length >= AHEAD_BYTES) return this.readNow(offset, length);
    this.ahead = this.readNow(offset, Math.min(AHEAD_BYTES, this.size - offset));
    this.aheadAt = offset;
    return this.ahead.subarray(0, length);
  }

  /** The little-endian float64 at `offset`. */
  readDouble(offset: number): number {
    if (this.held === null) {
      const bytes = this.read(offset, 8);
      return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0, true);
    }
    this.view ??= new DataView(this.held.buffer, this.held.byteOffset, this.held.length);
    return this.view.getFloat64(offset, true);
  }

  private readNow(offset: number, length: number): Uint8Array {
    const bytes = new Uint8Array(length);
    for (let done = 0; done < length;) {
      const got = readSync(this.file, bytes, done, length - done, offset + done);
      if (got === 0) throw new RangeError(`the file ended at byte ${offset + done}`);
      done += got;
    }
    return bytes;
  }

  close(): void {
    this.held = null;
    closeSync(this.file);
  }
}

/** Writes a file from its start in large pieces; complete and on disk after `close`. */
export class ByteWriter {
  /** Bytes written so far. */
  size = 0;
  private readonly file: number;
  private readonly pending = Buffer.allocUnsafe(2 ** 20);
  private filled = 0;

  constructor(path: string) {
    this.file = openSync(path, 'w');
  }

  write(bytes: Uint8Array): void {
    this.size += bytes.length;
    if (this.filled + bytes.length > this.pending.length) this.flush();
    if (bytes.length > this.pending.length) {
      this.writeAll(bytes);
    } else {
      this.pending.set(bytes, this.filled);
      this.filled += bytes.length;
    }
  }

  /** A text in UTF-8. */
  writeText(text: string): void {
    // A UTF-16 unit is three bytes at most.
    if (3 * text.length > this.pending.length) {
      this.write(Buffer.from(text));
      return;
    }
    if (this.filled + 3 * text.length > this.pending.length) this.flush();
    const bytes = this.pending.write(text, this.filled);
    this.filled += bytes;
    this.size += bytes;
  }

  /** A number as a little-endian float64. */
  writeDouble(value: number): void {
    if (this.filled + 8 > this.pending.length) this.flush();
    this.filled = this.pending.writeDoubleLE(value, this.filled);
    this.size += 8;
  }

  close(): void {
    this.flush();
    fsyncSync(this.file);
    closeSync(this.file);
  }

  /** Closes without a promise about the content. */
  abandon(): void {
    closeSync(this.file);
  }

  private flush(): void {
    this.writeAll(this.pending.subarray(0, this.filled));
    this.filled = 0;
  }

  private writeAll(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length;) done += writeSync(this.file, bytes, done, bytes.length - done);
  }
}

/** Writes a small file and makes sure that it is on disk. */
export function writeSynced(path: string, text: string): void {
  const writer = new ByteWriter(path);
  writer.write(Buffer.from(text));
  writer.close();
}
