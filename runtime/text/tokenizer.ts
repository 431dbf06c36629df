import { cleanCaption } from './clean.js';
import { byteSymbols, loadMerges, type Merges } from './vocabulary.js';

/** How ids are laid out for the text encoder. */
export interface TokenLayout {
  /** Ids of a caption, start and end included; shorter captions are padded with 0. */
  readonly context: number;
  /** What becomes of a longer caption: `keep-end` puts the end token last, `cut` loses it. */
  readonly truncation: 'keep-end' | 'cut';
}

/** CLIP's tokenizer. */
export interface Tokenizer {
  /** Entries of the vocabulary: ids are below it. */
  readonly size: number;
  /** Id of the start token: size - 2. */
  readonly start: number;
  /** Id of the end token, the largest: size - 1. */
  readonly end: number;
  /** Ids of a caption with start and end, as many as it takes. */
  tokens(caption: string): Uint16Array;
  /** Ids of a caption, [context]. */
  encode(caption: string, layout: TokenLayout): Int32Array;
  /** Ids of captions, [captions, context]. */
  encodeAll(captions: readonly string[], layout: TokenLayout): Int32Array;
}

/**
 * CLIP's byte-pair encoding (arXiv 1508.07909 over bytes), as OpenAI's `SimpleTokenizer` except that the special tokens
 * are spelt `<start_of_text>` and `<end_of_text>`.
 *
 * @param size entries of the vocabulary: 49408 is CLIP's, a smaller one keeps the first merges
 */
export function createTokenizer(size: number): Tokenizer {
  const merges = loadMerges(size - byteSymbols - 2);
  const [start, end] = [size - 2, size - 1];
  const words = new Map<string, readonly number[]>([
    ['<start_of_text>', [start]],
    ['<end_of_text>', [end]],
  ]);
  const word = (text: string) => {
    let ids = words.get(text);
    if (!ids) {
      ids = mergeBytes(Buffer.from(text, 'utf8'), merges);
      if (words.size < maxCachedWords) words.set(text, ids);
    }
    return ids;
  };
  const tokens = (caption: string) =>
    Uint16Array.from([start, ...(cleanCaption(caption).match(pattern) ?? []).flatMap(word), end]);

  const write = (caption: string, { context, truncation }: TokenLayout, ids: Int32Array) => {
    const all = tokens(caption);
    ids.set(all.subarray(0, context));
    if (all.length > context && truncation === 'keep-end') ids[context - 1] = end;
    return ids;
  };
  const encodeAll = (captions: readonly string[], layout: TokenLayout) => {
    const ids = new Int32Array(captions.length * layout.context);
    captions.forEach((caption, i) =>
      write(caption, layout, ids.subarray(i * layout.context, (i + 1) * layout.context)),
    );
    return ids;
  };
  return {
    size,
    start,
    end,
    tokens,
    encode: (caption, layout) => write(caption, layout, new Int32Array(layout.context)),
    encodeAll,
  };
}

const maxCachedWords = 200_000;

/** What a caption is cut into: special tokens, English contractions, runs of letters, single digits, runs of the rest. */
const pattern =
  /<start_of_text>|<end_of_text>|'s|'t|'re|'ve|'m|'ll|'d|\p{L}+|\p{N}|[^\p{L}\p{N}\t-\r\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/giu;

/** Merges the bytes of one word: the pair of the lowest rank first, everywhere, until no pair is in the vocabulary. */
function mergeBytes(bytes: Uint8Array, { byteIds, merged }: Merges): readonly number[] {
  let symbols = Array.from(bytes, (byte, i) => byteIds[byte]! + (i === bytes.length - 1 ? 256 : 0));
  for (;;) {
    let lowest = Infinity;
    for (let i = 1; i < symbols.length; i++)
      lowest = Math.min(lowest, merged(symbols[i - 1]!, symbols[i]!) ?? Infinity);
    if (lowest === Infinity) return symbols;
    const next: number[] = [];
    for (let i = 0; i < symbols.length; i++) {
      const pair = i + 1 < symbols.length && merged(symbols[i]!, symbols[i + 1]!) === lowest;
      next.push(pair ? lowest : symbols[i]!);
      if (pair) i++;
    }
    symbols = next;
  }
}
