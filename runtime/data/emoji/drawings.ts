import type { EmojiDataset } from '../../../schema/generated/resolved.js';
import { packageJson, type Emoji } from './catalogue.js';
import { codepointKey, codepointsByName } from './names.js';

export type SetName = EmojiDataset['sets'][number];

/** An emoji as one set draws it. */
export interface Drawing {
  readonly emoji: Emoji;
  /** The drawing's name in its set. */
  readonly name: string;
  /** A whole SVG document without a size of its own. */
  readonly svg: string;
}

/** Iconify's JSON (https://iconify.design/docs/types/iconify-json.html), as far as these sets use it. */
interface IconSet {
  readonly icons: Readonly<Record<string, Icon>>;
  readonly aliases?: Readonly<Record<string, { readonly parent: string }>>;
  readonly width?: number;
  readonly height?: number;
}

interface Icon {
  readonly body: string;
  readonly left?: number;
  readonly top?: number;
  readonly width?: number;
  readonly height?: number;
}

/** Sets whose `chars.json` gives the codepoints; in the order in which their names are trusted for other sets. */
const numberedSets: readonly SetName[] = ['openmoji', 'fluent-emoji-flat', 'twemoji', 'noto'];

/** The drawings of a set that show an emoji of the catalogue, in the catalogue's order. */
export function drawingsOf(set: SetName, catalogue: readonly Emoji[]): Drawing[] {
  const icons = packageJson<IconSet>(`@iconify-json/${set}/icons.json`);
  const names = numberedSets.includes(set) ? namesFromNumbers(set) : namesFromLabels(icons, catalogue);
  return catalogue.flatMap((emoji) => {
    const name = names.get(emoji.codepoint);
    const icon = name === undefined ? undefined : icons.icons[name];
    return icon ? [{ emoji, name: name!, svg: svgOf(icon, icons) }] : [];
  });
}

/** Codepoint -> name, for a set that numbers its drawings. */
function namesFromNumbers(set: SetName): Map<string, string> {
  const names = new Map<string, string>();
  for (const [hexcode, name] of Object.entries(chars(set))) {
    const key = codepointKey(hexcode);
    if (!names.has(key)) names.set(key, name);
  }
  return names;
}

/**
 * Codepoint -> name, for a set that only names its drawings. An alias helps with a drawing whose own name is not known:
 * where it is, the alias may be the new name of something else ("cricket" was the game, and is the insect).
 */
function namesFromLabels(set: IconSet, catalogue: readonly Emoji[]): Map<string, string> {
  const labels = new Map(catalogue.map(({ codepoint, label }) => [codepoint, label]));
  const codepoints = codepointsByName(labels, numberedSets.map(chars));
  const names = new Map<string, string>();
  const learn = (known: string, drawing: string) => {
    const codepoint = codepoints.get(known);
    if (codepoint !== undefined && !names.has(codepoint)) names.set(codepoint, drawing);
  };
  for (const name of Object.keys(set.icons)) learn(name, name);
  for (const [alias, { parent }] of Object.entries(set.aliases ?? {})) {
    if (!codepoints.has(parent)) learn(alias, parent);
  }
  return names;
}

function chars(set: SetName): Record<string, string> {
  return packageJson(`@iconify-json/${set}/chars.json`);
}

function svgOf(icon: Icon, set: IconSet): string {
  const width = icon.width ?? set.width ?? 16;
  const height = icon.height ?? set.height ?? 16;
  const box = `${icon.left ?? 0} ${icon.top ?? 0} ${width} ${height}`;
  const spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
  return `<svg ${spaces} viewBox="${box}">${icon.body}</svg>`;
}
