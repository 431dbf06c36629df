import { closeSync, openSync, readSync } from 'node:fs';

/**
 * The first bytes of a file, fewer where it has fewer.
 * @throws the system's error when it cannot be read
 */
export function fileStart(path: string, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  const file = openSync(path, 'r');
  try {
    return bytes.subarray(0, readSync(file, bytes, 0, length, 0));
  } finally {
    closeSync(file);
  }
}
