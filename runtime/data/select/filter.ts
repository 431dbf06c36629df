import type { PairFilter as FilterConfig } from '../../../schema/generated/resolved.js';
import { isAugmentable } from '../../augment/eda/clean.js';
import type { Candidate, DroppedRow, Entry } from '../listing.js';
import { HashSet, hashText } from './hash-set.js';

/**
 * Leaves pairs out by what is known before pictures are read. Of a pair with several captions those go that do not meet
 * the conditions, and the pair when none is left.
 */
export class PairFilter {
  readonly #seen = new HashSet();
  readonly #contents = new HashSet();

  constructor(private readonly config: FilterConfig) {}

  /** The pair, as far as it meets the conditions; or why it does not. */
  apply(pair: Candidate): Entry {
    const { min_caption_length: least, augmentable, duplicates } = this.config;
    let { captions } = pair;
    if (least !== undefined) {
      captions = captions.filter((caption) => isAtLeast(caption, least));
      if (captions.length === 0) return drop(pair, 'short caption', pair.captions[0]!);
    }
    if (augmentable === true) {
      captions = captions.filter(isAugmentable);
      if (captions.length === 0) return drop(pair, 'caption without words', pair.captions[0]!);
    }
    if (duplicates !== undefined && duplicates !== 'content' && !this.#isNew(pair, duplicates))
      return drop(pair, `duplicate ${duplicates}`, pair.id);
    const distinct =
      duplicates === 'content' ? { distinct: [...(pair.distinct ?? []), this.#contents] } : undefined;
    return captions.length === pair.captions.length && distinct === undefined
      ? pair
      : { ...pair, captions, ...distinct };
  }

  #isNew({ file, captions }: Candidate, by: 'pair' | 'picture' | 'caption'): boolean {
    const caption = by === 'picture' ? '' : captions.join('\n');
    return this.#seen.add(hashText(by === 'caption' ? caption : `${file}\n${caption}`));
  }
}

function drop({ row }: Candidate, reason: string, detail: string): DroppedRow {
  return { dropped: { row, reason, detail } };
}

/** Has a text at least so many characters (code points)? */
function isAtLeast(text: string, least: number): boolean {
  if (text.length < least) return false;
  if (text.length >= 2 * least) return true;
  let count = 0;
  for (const character of text) if (character !== '') count++;
  return count >= least;
}
