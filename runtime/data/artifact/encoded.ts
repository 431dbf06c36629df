import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { StageFailure } from '../../execute/context.js';
import type { Picture } from '../dataset.js';
import { decodeSquare } from '../picture/decode.js';
import type { EncodedPlace } from './format.js';

/** The digest of an encoded picture: the first 16 hexadecimal digits of its SHA-256. */
export function pictureDigest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

/**
 * The bytes of a file, or a part of them.
 * @throws the system's error, or RangeError when the file is too short
 */
export function readBytes(path: string, start?: number, length?: number): Uint8Array {
  if (start === undefined || length === undefined) return readFileSync(path);
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(length);
    for (let done = 0; done < length;) {
      const got = readSync(file, bytes, done, length - done, start + done);
      if (got === 0) throw new RangeError(`it ends at byte ${start + done}`);
      done += got;
    }
    return bytes;
  } finally {
    closeSync(file);
  }
}

/**
 * The picture at a place, decoded, resized and cropped to `side`.
 *
 * @param root folder of relative names
 * @throws StageFailure when the file is gone, has changed since the data set was built, or cannot be decoded
 */
export async function loadEncoded(root: string, place: EncodedPlace, side: number): Promise<Picture> {
  const path = pathOf(root, place);
  const bytes = readPlace(path, place);
  try {
    return await decodeSquare(bytes, side);
  } catch (error) {
    throw unusable(path, `cannot be decoded: ${(error as Error).message.trim().split('\n')[0]!}`);
  }
}

/**
 * The encoded picture at a place.
 * @throws StageFailure when the file is gone, or has changed since the data set was built
 */
export function readEncoded(root: string, place: EncodedPlace): Uint8Array {
  return readPlace(pathOf(root, place), place);
}

function pathOf(root: string, { file }: EncodedPlace): string {
  return isAbsolute(file) ? file : join(root, file);
}

function readPlace(path: string, { start, length, digest }: EncodedPlace): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = readBytes(path, start, length);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw unusable(path, `cannot be read: ${code === 'ENOENT' ? 'it is not there' : (code ?? message)}`);
  }
  if (digest === undefined || (bytes.length === length && pictureDigest(bytes) === digest)) return bytes;
  throw unusable(path, 'has changed since the data set was built');
}

function unusable(path: string, what: string): StageFailure {
  return new StageFailure(
    `the picture ${path} ${what}`,
    'put the file back as it was; or remove the folder of the data set’s stage and run again, to build it of the files as they are',
  );
}
