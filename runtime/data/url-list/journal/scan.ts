import { readSync } from 'node:fs';

/** A whole line of a file, and where it begins. */
export interface Line {
  readonly line: string;
  readonly offset: number;
}

const pieceBytes = 2 ** 20;

/** The whole lines of an open file, without holding it in memory. A last one without an end is no line. */
export function* recordsOf(file: number): Generator<Line> {
  let rest = Buffer.alloc(0);
  let position = 0;
  for (;;) {
    const piece = Buffer.allocUnsafe(pieceBytes);
    const got = readSync(file, piece, 0, pieceBytes, position);
    if (got === 0) return;
    const held = Buffer.concat([rest, piece.subarray(0, got)]);
    const start = position - rest.length;
    let from = 0;
    for (let end = held.indexOf(10); end !== -1; end = held.indexOf(10, from)) {
      yield { line: held.toString('utf8', from, end), offset: start + from };
      from = end + 1;
    }
    rest = held.subarray(from);
    position += got;
  }
}
