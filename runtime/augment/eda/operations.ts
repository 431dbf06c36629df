import { choice, permutation, type Stream } from '../../random/stream.js';
import type { Thesaurus } from '../wordnet/thesaurus.js';
import { stopWords } from './stop-words.js';

/**
 * EDA's four operations on the words of a caption (Wei and Zou, "EDA: easy data augmentation techniques for boosting
 * performance on text classification tasks", arXiv 1901.11196), with the limits of the authors' code. Words given are
 * not changed; a synonym may be several words in one string.
 */

/** Replaces all occurrences of `n` words that are no stop words and have synonyms by a random one of these. */
export function replaceSynonyms(
  words: readonly string[],
  n: number,
  random: Stream,
  { synonyms }: Thesaurus,
): string[] {
  const candidates = [...new Set(words)].filter((word) => !stopWords.has(word));
  let result = [...words];
  let replaced = 0;
  for (const place of permutation(random, candidates.length)) {
    const candidate = candidates[place]!;
    const choices = synonyms(candidate);
    if (choices.length === 0) continue;
    const synonym = choice(random, choices);
    result = result.map((word) => (word === candidate ? synonym : word));
    replaced++;
    if (replaced >= n) break;
  }
  return result;
}

/** Draws of a word with synonyms before an insertion is given up; the original counts the last one as failed. */
const INSERTION_DRAWS = 9;

/** `n` times: the first synonym of a random word goes before a random word, so never to the end. */
export function insertSynonyms(
  words: readonly string[],
  n: number,
  random: Stream,
  { synonyms }: Thesaurus,
): string[] {
  const result = [...words];
  for (let time = 0; time < n; time++) {
    for (let draw = 0; draw < INSERTION_DRAWS; draw++) {
      const [first] = synonyms(choice(random, result));
      if (first === undefined) continue;
      result.splice(random.int(result.length), 0, first);
      break;
    }
  }
  return result;
}

/** Draws of another place before a swap is given up; the original's fourth draw is never used. */
const SWAP_DRAWS = 3;

/** `n` times: swaps the words at two random places. */
export function swapWords(words: readonly string[], n: number, random: Stream): string[] {
  const result = [...words];
  for (let time = 0; time < n; time++) {
    const one = random.int(result.length);
    for (let draw = 0; draw < SWAP_DRAWS; draw++) {
      const other = random.int(result.length);
      if (other === one) continue;
      [result[one], result[other]] = [result[other]!, result[one]!];
      break;
    }
  }
  return result;
}

/** Deletes each word with a probability; one is always left. */
export function deleteWords(words: readonly string[], probability: number, random: Stream): string[] {
  if (words.length === 1) return [...words];
  const kept = words.filter(() => random.float() > probability);
  return kept.length > 0 ? kept : [choice(random, words)];
}
