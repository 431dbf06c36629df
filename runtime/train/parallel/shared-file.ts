import { randomBytes } from 'node:crypto';
import { closeSync, ftruncateSync, openSync, readSync, statfsSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StageFailure } from '../../execute/context.js';

/** Most bytes of one call: the system takes a little less than 2 GiB. */
const MOST = 2 ** 30;

/**
 * Memory that processes share: a file that has no name any more, which they know by its descriptor. It is gone with the
 * last of them, however they end.
 */
export class SharedFile {
  /** Bytes read and written by this process, and the time that took. */
  readonly traffic = { bytes: 0, seconds: 0 };

  constructor(readonly descriptor: number) {}

  write(at: number, values: Uint8Array | Int32Array | Float32Array): void {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    this.#measured(bytes, (from) =>
      writeSync(this.descriptor, bytes, from, Math.min(MOST, bytes.length - from), at + from),
    );
  }

  /** Fills `values` and returns it. */
  read<T extends Uint8Array | Int32Array | Float32Array>(at: number, values: T): T {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    this.#measured(bytes, (from) => {
      const count = readSync(this.descriptor, bytes, from, Math.min(MOST, bytes.length - from), at + from);
      if (count === 0) throw new RangeError(`nothing to read at ${at + from}: the shared file is shorter`);
      return count;
    });
    return values;
  }

  close(): void {
    closeSync(this.descriptor);
  }

  #measured(bytes: Uint8Array, some: (from: number) => number): void {
    const begun = performance.now();
    for (let from = 0; from < bytes.length;) from += some(from);
    this.traffic.bytes += bytes.length;
    this.traffic.seconds += (performance.now() - begun) / 1000;
  }
}

/** Memory as a file system; where it is not there or too small, the folder for temporary files. */
const folders = (): string[] => ['/dev/shm', tmpdir()];

/**
 * Makes a shared file of zeros.
 *
 * @throws {StageFailure} if there is no room for it
 */
export function makeSharedFile(size: number, where: readonly string[] = folders()): SharedFile {
  const folder = where.find((one) => roomIn(one) >= size);
  if (folder === undefined) {
    const room = where.map((one) => `${one} has ${gigabytes(Math.max(0, roomIn(one)))}`);
    throw new StageFailure(
      `the training's devices exchange through ${gigabytes(size)} of shared memory, and ${room.join(', ')}`,
      'give /dev/shm more (in a container: --shm-size), or let TMPDIR name a folder with as much room',
    );
  }
  const path = join(folder, `expc-${process.pid}-${randomBytes(8).toString('hex')}`);
  const descriptor = openSync(path, 'wx+', 0o600);
  unlinkSync(path);
  ftruncateSync(descriptor, size);
  return new SharedFile(descriptor);
}

/** Free bytes; -1 where there is no such folder. */
function roomIn(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return -1;
  }
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}
