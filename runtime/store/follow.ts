import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from './files.js';

export interface FollowOptions {
  /** Ends the following. */
  readonly signal: AbortSignal;
  /** Between two looks. */
  readonly seconds?: number;
  /** Byte to begin at; default the first. */
  readonly from?: number;
}

/** Writes what is in a text file, and then what is added to it, until the signal. A file that is not there yet may come. */
export async function follow(
  path: string,
  write: (text: string) => void,
  { signal, seconds = 0.5, from = 0 }: FollowOptions,
): Promise<void> {
  const decoder = new StringDecoder('utf8');
  let position = from;
  while (!signal.aborted) {
    const size = sizeOf(path);
    if (size < position) position = 0; // It was begun anew.
    for (const bytes of chunks(path, position, size)) {
      position += bytes.byteLength;
      write(decoder.write(bytes));
    }
    await sleep(seconds * 1000, undefined, { signal }).catch(() => {});
  }
}

function* chunks(path: string, from: number, to: number): Generator<Buffer> {
  if (from >= to) return;
  const file = openSync(path, 'r');
  try {
    for (let at = from; at < to;) {
      const buffer = Buffer.alloc(Math.min(65536, to - at));
      const count = readSync(file, buffer, 0, buffer.byteLength, at);
      if (count === 0) return;
      at += count;
      yield buffer.subarray(0, count);
    }
  } finally {
    closeSync(file);
  }
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0;
    throw error;
  }
}
