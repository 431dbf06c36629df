import type { Stream } from '../../random/stream.js';
import type { Thesaurus } from '../wordnet/thesaurus.js';
import { cleanCaption, wordsOf } from './clean.js';
import { deleteWords, insertSynonyms, replaceSynonyms, swapWords } from './operations.js';

/** Share of the words that replacement, insertion and swap change, and each word's probability of deletion. */
const ALPHA = 0.1;

/** Words that replacement, insertion and swap change in a caption of `words` words. */
export function changesFor(words: number): number {
  return Math.max(1, Math.trunc(ALPHA * words));
}

/**
 * EDA: one of synonym replacement, random insertion, random swap and random deletion, each with the same chance. (The
 * original carries out all four and takes one at random.)
 *
 * A caption without letters from a to z, which the original could not handle, is returned as it is.
 */
export function eda(caption: string, random: Stream, thesaurus: Thesaurus): string {
  const words = wordsOf(caption);
  if (words.length === 0) return caption;
  return cleanCaption(augment(words, random, thesaurus).join(' '));
}

function augment(words: readonly string[], random: Stream, thesaurus: Thesaurus): string[] {
  const n = changesFor(words.length);
  switch (random.int(4)) {
    case 0:
      return replaceSynonyms(words, n, random, thesaurus);
    case 1:
      return insertSynonyms(words, n, random, thesaurus);
    case 2:
      return swapWords(words, n, random);
    default:
      return deleteWords(words, ALPHA, random);
  }
}
