import type { Place } from '../document/node.js';

/** How much of a line fits beside the line numbers. */
const columns = 80;

export interface Frame {
  /** The line, cut to a window around the place. */
  readonly text: string;
  /** Spaces before the carets, and their number. */
  readonly indent: number;
  readonly width: number;
}

/** The line of a place and where in it to put the carets; null when there is no line to show. */
export function frameOf(source: string, place: Place): Frame | null {
  const line = source.split(/\r\n|\n|\r/)[place.line - 1];
  const wholeFile = place.start === 0 && place.end === 0;
  if (line === undefined || line.trim() === '' || wholeFile) return null;
  const start = place.column - 1;
  // A value of many lines is underlined to the end of its first.
  const end = Math.max(start + 1, Math.min(start + place.end - place.start, line.trimEnd().length));
  const from =
    line.length <= columns || end <= columns ? 0 : Math.max(0, Math.min(start - 20, line.length - columns));
  const shown = [...printable(line.slice(from, from + columns))].join('');
  const cut = `${from > 0 ? '…' : ''}${shown.slice(from > 0 ? 1 : 0)}`;
  const until = Math.min(end, from + columns);
  return {
    text: cut.trimEnd(),
    indent: displayWidth(printable(line.slice(from, start))),
    width: Math.max(1, displayWidth(printable(line.slice(start, until)))),
  };
}

/** The text with tabs made visible and other control characters blank, so that columns stay columns. */
function printable(text: string): string {
  return text.replaceAll('\t', '→').replace(/[\0-\x1f\x7f-\x9f\u2028\u2029]/g, ' ');
}

/** Columns that a text takes on a terminal: wide East Asian characters and emoji take two, marks none. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{Mark}|\u200d|\ufe0f/u.test(character)) continue;
    const wide =
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
    width += wide.test(character) || /\p{Emoji_Presentation}/u.test(character) ? 2 : 1;
  }
  return width;
}
