import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';

/** A file in a shard. */
export interface Member {
  /** Its path in the archive. */
  readonly name: string;
  readonly size: number;
  /** Where its first byte is in the shard; null in a compressed one, which cannot be entered in the middle. */
  readonly start: number | null;
  /** Null when it was not asked for. */
  readonly bytes: Uint8Array | null;
}

/** A shard that ends too early, or is no archive at all from some place on. */
export class BrokenShard extends Error {
  override readonly name = 'BrokenShard';
}

export function isCompressed(shard: string): boolean {
  return /\.(tar\.gz|tgz)$/i.test(shard);
}

/**
 * The files of a tar archive (USTAR, PAX or GNU, `.tar`, `.tar.gz` or `.tgz`) in their order, read as a stream: one
 * member is in memory at a time, and of it only what `wanted` asks for. Folders, links and devices are passed over.
 *
 * @throws {BrokenShard} with the last whole member when the archive is damaged or cannot be read
 */
export async function* tarMembers(
  shard: string,
  wanted: (name: string, size: number) => boolean,
): AsyncGenerator<Member> {
  const compressed = isCompressed(shard);
  const archive = extract();
  const source = createReadStream(shard, { highWaterMark: 1 << 18 });
  const failed: Error[] = [];
  // The first error is the one to tell; the loop below ends by it too.
  const ended = (error: Error | null | undefined): void => void (error && failed.push(error));
  if (compressed) pipeline(source, createGunzip(), archive, ended);
  else pipeline(source, archive, ended);
  let last: string | null = null;
  try {
    for await (const entry of archive) {
      const {
        name,
        size = 0,
        type,
        byteOffset,
      } = entry.header as typeof entry.header & { byteOffset: number };
      const isFile = type === 'file' || type === 'contiguous-file';
      const keep = isFile && wanted(name, size);
      const bytes = keep ? await collect(entry as AsyncIterable<Uint8Array>, size) : null;
      if (!keep) await drain(entry as AsyncIterable<Uint8Array>);
      last = name;
      if (isFile) yield { name, size, start: compressed ? null : byteOffset, bytes };
    }
  } catch (error) {
    throw new BrokenShard(problem(failed[0] ?? (error as Error), last));
  } finally {
    source.destroy();
  }
}

async function collect(entry: AsyncIterable<Uint8Array>, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let at = 0;
  for await (const piece of entry) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

async function drain(entry: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const piece of entry) void piece;
}

function problem(error: Error, last: string | null): string {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall !== undefined) return `it cannot be read (${code})`;
  const where = last === null ? 'at its beginning' : `after the member ${last}`;
  const what =
    code?.startsWith('Z_') === true
      ? 'the compressed data are damaged or cut off'
      : error.message === 'Unexpected end of data'
        ? 'the archive is cut off'
        : 'there is no valid tar header';
  return `${what} ${where}`;
}
