import { LineCounter } from 'yaml';
import type { Origin, Place } from '../document/node.js';

/** Turns offsets into a file's text into places. */
export class Positions {
  readonly lines = new LineCounter();

  constructor(
    readonly file: string,
    readonly text: string,
  ) {}

  place(start: number, end: number): Place {
    // An empty file has no line yet: its start is still line 1.
    const { line, col } = this.lines.linePos(start);
    return {
      file: this.file,
      line: Math.max(line, 1),
      column: Math.max(col, 1),
      start,
      end: Math.max(end, start),
    };
  }

  origin(start: number, end: number): Origin {
    return { place: this.place(start, end), via: [] };
  }
}
