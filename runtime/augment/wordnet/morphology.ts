import { createRequire } from 'node:module';
import { corrections } from './corrections.js';
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

/** Inflected word -> base forms, of words that follow no rule. */
export type Exceptions = ReadonlyMap<string, readonly string[]>;

const require = createRequire(import.meta.url);

/** The lists of exceptions of WordNet 3.0: wink-lexicon's, corrected; the few of adverbs are not in it. */
export function loadExceptions(): Readonly<Record<PartOfSpeech, Exceptions>> {
  const list = (name: string) =>
    Object.entries(require(`wink-lexicon/src/wn-${name}-exceptions.js`) as Record<string, string>);
  const adverbs = { best: 'well', better: 'well', deeper: 'deeply', farther: 'far', further: 'far' };
  return {
    noun: corrected(list('noun'), corrections.noun),
    verb: corrected(list('verb'), corrections.verb),
    adj: corrected(list('adjective'), corrections.adj),
    adv: corrected(Object.entries({ ...adverbs, harder: 'hard', hardest: 'hard' })),
  };
}

function corrected(list: readonly (readonly [word: string, base: string])[], changes = ''): Exceptions {
  const exceptions = new Map(list.map(([word, base]) => [word, [base]]));
  for (const change of changes.split(',')) {
    const [word, ...bases] = change.trim().split(/\s+/);
    if (bases.length > 0) exceptions.set(word!, bases);
    else exceptions.delete(word!);
  }
  return exceptions;
}

/**
 * Base forms of a word among `known` ones: of exceptions the listed ones, otherwise those that the endings give; the
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
  if (exception !== undefined) return among([word, ...exception]);
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
