import { partsOfSpeech, type PartOfSpeech } from './dictionary.js';
import { baseForms, type Exceptions } from './morphology.js';

/** Synonyms of English words. */
export interface Thesaurus {
  /**
   * Words that share a synonym set with `word`, lower case, letters and spaces only; without the word itself. Those of
   * the most frequent sense come first. The list belongs to the thesaurus.
   */
  readonly synonyms: (word: string) => readonly string[];
}

/** The words of a part of speech and their synonyms, in plain form. */
export type PlainLemmas = Pick<ReadonlyMap<string, readonly string[]>, 'has' | 'get'>;

/** A thesaurus of WordNet's words and exceptions for each part of speech. Answers are remembered. */
export function wordNetThesaurus(
  lemmas: Readonly<Record<PartOfSpeech, PlainLemmas>>,
  exceptions: Readonly<Record<PartOfSpeech, Exceptions>>,
): Thesaurus {
  const answers = new Map<string, readonly string[]>();
  const look = (word: string): string[] => {
    const found = partsOfSpeech.flatMap((part) => {
      const known = lemmas[part];
      const bases = baseForms(word, part, exceptions[part], (form) => known.has(form));
      return bases.flatMap((base) => known.get(base) ?? []);
    });
    return [...new Set(found)].filter((synonym) => synonym !== word);
  };
  return {
    synonyms: (word) => {
      const known = answers.get(word);
      if (known) return known;
      const synonyms = look(word);
      answers.set(word, synonyms);
      return synonyms;
    },
  };
}
