import { beforeAll, describe, expect, it } from 'vitest';
import { cleanCaption, isAugmentable, wordsOf } from '../../../../runtime/augment/eda/clean.js';
import { changesFor, eda } from '../../../../runtime/augment/eda/eda.js';
import {
  deleteWords,
  insertSynonyms,
  replaceSynonyms,
  swapWords,
} from '../../../../runtime/augment/eda/operations.js';
import { stopWords } from '../../../../runtime/augment/eda/stop-words.js';
import { loadThesaurus } from '../../../../runtime/augment/wordnet/load.js';
import type { Thesaurus } from '../../../../runtime/augment/wordnet/thesaurus.js';
import { stream } from '../../../../runtime/random/stream.js';
import { useTestCache } from '../../../support/cache.js';
import { fixtureJson } from '../../../support/parity.js';

type Operation = 'synonym_replacement' | 'random_insertion' | 'random_swap' | 'random_deletion';

interface Fixture {
  readonly count_per_caption: { readonly examples: Readonly<Record<string, number>> };
  readonly stop_words: readonly string[];
  readonly only_chars: Readonly<Record<string, string>>;
  readonly synonyms: Readonly<Record<string, readonly string[]>>;
  readonly failures: Readonly<Record<string, readonly string[]>>;
  readonly statistics: {
    readonly caption: string;
    readonly runs: number;
    readonly returned_operation: Readonly<Record<Operation, number>>;
    readonly change_in_word_count: Readonly<
      Record<Exclude<Operation, 'random_insertion'>, Record<string, number>>
    >;
    readonly unchanged: Readonly<Record<Operation, number>>;
    readonly mean_deleted_of_20_words: number;
    readonly swap2_of_20_changed_positions: Readonly<Record<string, number>>;
    readonly swap1_of_2_words_swapped_fraction: number;
    readonly insertion_position_of_4_words: Readonly<Record<string, number>>;
  };
}

const fixture = fixtureJson<Fixture>('eda/eda.json');
let thesaurus: Thesaurus;

useTestCache();
beforeAll(async () => {
  thesaurus = await loadThesaurus();
});

describe('what is exact', () => {
  it.each(Object.entries(fixture.only_chars))('cleans %j', (caption, clean) => {
    expect(cleanCaption(caption)).toBe(clean);
  });

  it.each(Object.entries(fixture.synonyms))('knows the synonyms of "%s"', (word, synonyms) => {
    expect([...thesaurus.synonyms(word)].sort()).toEqual([...synonyms].sort());
  });

  it.each(Object.entries(fixture.count_per_caption.examples))('%s words: %d changes', (words, changes) => {
    expect(changesFor(Number(words))).toBe(changes);
  });

  it('leaves captions alone that the original cannot handle, and no others', () => {
    for (const caption of Object.keys(fixture.failures)) {
      expect(isAugmentable(caption), caption).toBe(false);
      expect(eda(caption, stream(0, 'test'), thesaurus)).toBe(caption);
    }
    for (const caption of Object.keys(fixture.only_chars)) expect(isAugmentable(caption)).toBe(true);
  });

  it('has the stop words of the original', () => {
    expect([...stopWords].sort()).toEqual(fixture.stop_words.filter((word) => word !== '').sort());
  });
});

/** Two shares agree if they are within 4 standard errors of their difference. */
function expectSameShare(a: number, ofA: number, b: number, ofB: number, what: string): void {
  const pooled = (a + b) / (ofA + ofB);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / ofA + 1 / ofB));
  expect(Math.abs(a / ofA - b / ofB), what).toBeLessThanOrEqual(4 * error);
}

function expectSameCounts(
  actual: ReadonlyMap<number, number>,
  expected: Readonly<Record<string, number>>,
  what: string,
) {
  const total = (counts: Iterable<number>) => [...counts].reduce((sum, count) => sum + count, 0);
  const [ofA, ofB] = [total(actual.values()), total(Object.values(expected))];
  for (const value of new Set([...actual.keys(), ...Object.keys(expected).map(Number)])) {
    expectSameShare(actual.get(value) ?? 0, ofA, expected[value] ?? 0, ofB, `${what} ${value}`);
  }
}

/** How often `measure` gives each number in `runs` runs with different streams. */
function count(runs: number, measure: (random: ReturnType<typeof stream>) => number): Map<number, number> {
  const counts = new Map<number, number>();
  for (let run = 0; run < runs; run++) {
    const value = measure(stream(1, 'statistics', run));
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

describe('what is random agrees with the original within 4 standard errors', () => {
  const { statistics } = fixture;
  const RUNS = 4000;
  const words = wordsOf(statistics.caption);
  const n = changesFor(words.length);
  /** How often the original drew for the statistics that are shares. */
  const draws = Object.values(statistics.swap2_of_20_changed_positions).reduce(
    (sum, count) => sum + count,
    0,
  );
  const letters = (length: number) => Array.from({ length }, (_, i) => String.fromCharCode(97 + i));
  const growth = (result: string[]) => wordsOf(result.join(' ')).length - words.length;

  it('changes the number of words alike', () => {
    const { change_in_word_count: change } = statistics;
    const replaced = count(RUNS, (random) => growth(replaceSynonyms(words, n, random, thesaurus)));
    expectSameCounts(replaced, change.synonym_replacement, 'replacement by');
    const deleted = count(RUNS, (random) => growth(deleteWords(words, 0.1, random)));
    expectSameCounts(deleted, change.random_deletion, 'deletion by');
    const swapped = count(RUNS, (random) => growth(swapWords(words, n, random)));
    expectSameCounts(swapped, change.random_swap, 'swap by');
  });

  it('leaves the caption unchanged as often', () => {
    const unchanged = (result: string[]) => Number(result.join(' ') === words.join(' '));
    const { unchanged: expected, returned_operation: runs } = statistics;
    const check = (operation: Operation, apply: (random: ReturnType<typeof stream>) => string[]) => {
      const actual = count(RUNS, (random) => unchanged(apply(random))).get(1) ?? 0;
      expectSameShare(actual, RUNS, expected[operation], runs[operation], operation);
    };
    check('synonym_replacement', (random) => replaceSynonyms(words, n, random, thesaurus));
    // Which synonym comes first differs from process to process in the original: one without letters changes nothing.
    if (!words.some((word) => thesaurus.synonyms(word).includes('')))
      check('random_insertion', (random) => insertSynonyms(words, n, random, thesaurus));
    check('random_swap', (random) => swapWords(words, n, random));
    check('random_deletion', (random) => deleteWords(words, 0.1, random));
  });

  it('swaps as the original, which gives up early', () => {
    const twenty = letters(20);
    const moved = (result: string[], from: string[]) => result.filter((word, i) => word !== from[i]).length;
    const twice = count(RUNS, (random) => moved(swapWords(twenty, 2, random), twenty));
    expectSameCounts(twice, statistics.swap2_of_20_changed_positions, 'positions');
    const two = count(RUNS, (random) => moved(swapWords(['a', 'b'], 1, random), ['a', 'b']));
    const fraction = statistics.swap1_of_2_words_swapped_fraction;
    expectSameShare(two.get(2) ?? 0, RUNS, fraction * draws, draws, 'two words');
  });

  it('inserts before every word alike and never at the end', () => {
    const four = ['dog', 'cat', 'horse', 'bear'];
    const place = count(RUNS, (random) => {
      const result = insertSynonyms(four, 1, random, { synonyms: () => ['new'] });
      return result.indexOf('new');
    });
    expectSameCounts(place, statistics.insertion_position_of_4_words, 'place');
  });

  it('deletes a tenth of the words', () => {
    const twenty = letters(20);
    let deleted = 0;
    for (let run = 0; run < RUNS; run++) {
      deleted += 20 - deleteWords(twenty, 0.1, stream(2, 'deletion', run)).length;
    }
    const error = Math.sqrt((20 * 0.1 * 0.9) / RUNS);
    expect(Math.abs(deleted / RUNS - statistics.mean_deleted_of_20_words)).toBeLessThanOrEqual(4 * error);
  });

  it('chooses each operation as often: the result tells which', () => {
    // Without synonyms, only swap and deletion can change this one.
    const results = count(RUNS, (random) => {
      const result = eda('zzza zzzb', random, { synonyms: () => [] });
      return result === 'zzza zzzb' ? 0 : result === 'zzzb zzza' ? 1 : 2;
    });
    expectSameShare(results.get(1) ?? 0, RUNS, 0.25 * 0.875 * draws, draws, 'swapped');
    expectSameShare(results.get(2) ?? 0, RUNS, 0.25 * 0.19 * draws, draws, 'shortened');
  });
});
