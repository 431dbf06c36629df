import { createReadStream, type ReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { StageFailure } from '../../execute/context.js';
import { fileStart } from './file-start.js';

/** A piece of a text file. */
export interface TextChunk {
  readonly text: string;
  /** Bytes of the file read so far. */
  readonly bytes: number;
  readonly isLast: boolean;
}

const chunkBytes = 2 ** 18;

/**
 * The text of a file in pieces: UTF-8, or UTF-16 with a byte order mark, or either in gzip, as the first bytes tell. A
 * file whose lines end with CR alone gets LF instead.
 *
 * @throws StageFailure when it cannot be read
 */
export async function* textChunks(path: string): AsyncGenerator<TextChunk> {
  let file: ReadStream | null = null;
  try {
    const [first, second] = fileStart(path, 2);
    file = createReadStream(path, { highWaterMark: chunkBytes });
    let decoder: TextDecoder | null = null;
    let endsByReturn: boolean | null = null;
    for await (const chunk of first === 0x1f && second === 0x8b
      ? unpacked(file)
      : (file as AsyncIterable<Uint8Array>)) {
      decoder ??= new TextDecoder(chunk[0] === 0xff && chunk[1] === 0xfe ? 'utf-16le' : 'utf-8');
      let text = decoder.decode(chunk, { stream: true });
      if (endsByReturn === null && /[\r\n]./s.test(text)) endsByReturn = /^[^\r\n]*\r(?!\n)/.test(text);
      if (endsByReturn === true) text = text.replaceAll('\r', '\n');
      yield { text, bytes: file.bytesRead, isLast: false };
    }
    yield { text: decoder?.decode() ?? '', bytes: file.bytesRead, isLast: true };
  } catch (error) {
    throw explain(error, path);
  } finally {
    file?.destroy();
  }
}

/** The bytes of a file in gzip. */
function unpacked(file: Readable): AsyncIterable<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: chunkBytes });
  file.on('error', (error) => gunzip.destroy(error));
  return file.pipe(gunzip);
}

function explain(error: unknown, path: string): unknown {
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (code?.startsWith('Z_'))
    return new StageFailure(`${path}: broken gzip: ${message}`, 'get the file again');
  if (code === undefined || syscall === undefined) return error;
  return new StageFailure(`${path} cannot be read (${code})`, 'check the path and its permissions');
}
