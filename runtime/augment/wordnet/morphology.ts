import { createRequire } from 'node:module';
import type { PartOfSpeech } from './dictionary.js';

/** Endings of inflected words and what stands for them in the base form (WordNet's morphy). */
const endings: Readonly<Record<PartOfSpeech, readonly (readonly [ending: string, base: string])[]>> = {
  noun: [
    ['s', ''],
    ['ses', 's'],
    ['ves', 'f'],
    ['xes', 'x'],
    ['zes', 'z'],
    ['ches', 'ch'],
    ['shes', 'sh'],
    ['men', 'man'],
    ['ies', 'y'],
  ],
  verb: [
    ['s', ''],
    ['ies', 'y'],
    ['es', 'e'],
    ['es', ''],
    ['ed', 'e'],
    ['ed', ''],
    ['ing', 'e'],
    ['ing', ''],
  ],
  adj: [
    ['er', ''],
    ['est', ''],
    ['er', 'e'],
    ['est', 'e'],
  ],
  adv: [],
};

/** Inflected word -> base form, of words that follow no rule. */
export type Exceptions = ReadonlyMap<string, string>;

const require = createRequire(import.meta.url);

/** WordNet's lists of exceptions, from wink-lexicon; the few of adverbs are not in it. */
export function loadExceptions(): Readonly<Record<PartOfSpeech, Exceptions>> {
  const list = (name: string) =>
    new Map(Object.entries(require(`wink-lexicon/src/wn-${name}-exceptions.js`) as Record<string, string>));
  return {
    noun: list('noun'),
    verb: list('verb'),
    adj: list('adjective'),
    adv: new Map([
      ['best', 'well'],
      ['better', 'well'],
      ['deeper', 'deeply'],
      ['farther', 'far'],
      ['further', 'far'],
      ['harder', 'hard'],
      ['hardest', 'hard'],
    ]),
  };
}

/**
 * Base forms of a word among `known` ones: of exceptions the listed one, otherwise those that the endings give; the
 * word itself is one of them if it is known. Follows NLTK 3.8's `_morphy`.
 */
export function baseForms(
  word: string,
  part: PartOfSpeech,
  exceptions: Exceptions,
  known: (word: string) => boolean,
): string[] {
  const among = (forms: readonly string[]) => [...new Set(forms)].filter(known);
  const exception = exceptions.get(word);
  if (exception !== undefined) return among([word, exception]);
  let forms = stripped([word], part);
  const found = among([word, ...forms]);
  if (found.length > 0) return found;
  while (forms.length > 0) {
    forms = stripped(forms, part);
    const deeper = among(forms);
    if (deeper.length > 0) return deeper;
  }
  return [];
}

function stripped(forms: readonly string[], part: PartOfSpeech): string[] {
  return forms.flatMap((form) =>
    endings[part]
      .filter(([ending]) => form.endsWith(ending))
      .map(([ending, base]) => form.slice(0, -ending.length) + base),
  );
}
