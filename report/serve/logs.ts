import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** A piece of a log, and where it stands in the file. */
export interface LogPiece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** At most so much is sent at once: of a long log its end. */
const most = 256 * 1024;

/** What a log holds from a byte on; whole lines are not cut, except that a long log begins somewhere. */
export function readLog(path: string, wanted: number): LogPiece {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return { text: '', from: 0, to: 0 };
  }
  try {
    const { size } = fstatSync(file);
    const asked = wanted > size ? 0 : wanted; // It was begun anew.
    const from = Math.max(asked, size - most);
    const bytes = Buffer.alloc(size - from);
    const read = readSync(file, bytes, 0, bytes.byteLength, from);
    const start = from === asked ? 0 : bytes.indexOf(0x0a) + 1;
    const end = bytes.subarray(0, read).lastIndexOf(0x0a) + 1;
    return {
      text: bytes.subarray(start, Math.max(start, end)).toString('utf8'),
      from: from + start,
      to: from + Math.max(start, end),
    };
  } finally {
    closeSync(file);
  }
}
