import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { codepointKey } from './names.js';

/** An emoji as a thing that pictures are drawn of. */
export interface Emoji {
  /** Hexadecimal codepoints joined by "-", as `codepointKey` gives them. */
  readonly codepoint: string;
  /** Its English name, unique: the class. */
  readonly label: string;
  readonly group: string;
  /** Words that describe it: emojibase's tags, then emojilib's keywords; without the label, without repeats. */
  readonly words: readonly string[];
}

interface EmojibaseEntry {
  readonly emoji: string;
  readonly hexcode: string;
  readonly label: string;
  readonly tags?: readonly string[];
  readonly group?: number;
  readonly order?: number;
}

const require = createRequire(import.meta.url);

/** Content of a JSON file of an installed package. */
export function packageJson<T>(file: string): T {
  return JSON.parse(readFileSync(require.resolve(file), 'utf8')) as T;
}

/** Every emoji that emojibase labels and puts into a group, in Unicode's order; skin tones are not told apart. */
export function emojiCatalogue(): Emoji[] {
  const groups = packageJson<{ groups: Record<string, string> }>('emojibase-data/meta/groups.json').groups;
  const keywords = packageJson<Record<string, readonly string[]>>('emojilib');
  return packageJson<EmojibaseEntry[]>('emojibase-data/en/data.json')
    .filter((entry) => entry.group !== undefined && groups[entry.group] !== 'component')
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .map((entry) => ({
      codepoint: codepointKey(entry.hexcode),
      label: entry.label,
      group: groups[entry.group!]!,
      words: describingWords(entry.label, [...(entry.tags ?? []), ...(keywords[entry.emoji] ?? [])]),
    }));
}

function describingWords(label: string, words: readonly string[]): string[] {
  const plain = words.map((word) => word.toLowerCase().replaceAll('_', ' ').trim());
  return [...new Set(plain)].filter((word) => /\p{L}/u.test(word) && word !== label.toLowerCase());
}
