import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** WordNet's parts of speech, in the order in which senses are listed. */
export const partsOfSpeech = ['noun', 'verb', 'adj', 'adv'] as const;
export type PartOfSpeech = (typeof partsOfSpeech)[number];

/** Word -> words of all its senses in plain form, most frequent sense first; the word itself is among them. */
export type Lemmas = Map<string, string[]>;

/**
 * Reads one part of speech of a WordNet database (https://wordnet.princeton.edu/documentation/wndb5wn): for each word
 * of letters alone, the words of all its synonym sets.
 */
export function readDictionary(folder: string, part: PartOfSpeech): Lemmas {
  const sets = readSynonymSets(join(folder, `data.${part}`));
  const lemmas: Lemmas = new Map();
  for (const line of dataLines(join(folder, `index.${part}`))) {
    const fields = line.trimEnd().split(' ');
    const [lemma, , setCount] = fields;
    if (!/^[a-z]+$/.test(lemma!)) continue;
    const offsets = fields.slice(-Number(setCount));
    const words = offsets.flatMap((offset) => sets.get(offset) ?? []);
    lemmas.set(lemma!, [...new Set(words)]);
  }
  return lemmas;
}

/** Offset -> words. A line is: offset, file number, type, number of words (hexadecimal), then word and id by turns. */
function readSynonymSets(path: string): Map<string, string[]> {
  const sets = new Map<string, string[]>();
  for (const line of dataLines(path)) {
    const [offset, , , count] = line.slice(0, 40).split(' ');
    const fields = line.slice(0, line.indexOf('|')).split(' ');
    const words = Array.from({ length: Number.parseInt(count!, 16) }, (_, i) =>
      plainLemma(fields[4 + 2 * i]!),
    );
    sets.set(offset!, words);
  }
  return sets;
}

/** "Canis_familiaris" -> "canis familiaris"; the marker of an adjective's place, "galore(ip)", goes too. */
export function plainLemma(lemma: string): string {
  return lemma
    .replace(/\((a|p|ip)\)$/, '')
    .replace(/[_-]/g, ' ')
    .toLowerCase()
    .replace(/[^a-z ]/g, '');
}

/** Lines below the licence, which is indented by two spaces. */
function dataLines(path: string): string[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('  '));
}
