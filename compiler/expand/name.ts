import type { AxisValue } from '../../schema/plan.js';
import { labelText } from './label.js';

const longest = 180;

/**
 * How axes are called in run names and table heads: the last part of their path (`lr`); where two axes share it, the
 * first and the last (`clean.lr`); where even those agree, the whole path.
 */
export function shortNames(names: readonly string[]): ReadonlyMap<string, string> {
  const last = (name: string): string => name.slice(name.lastIndexOf('.') + 1);
  const ends = (name: string): string => `${name.slice(0, name.indexOf('.'))}.${last(name)}`;
  const result = new Map<string, string>();
  for (const name of names) {
    const others = names.filter((other) => other !== name);
    const unique = (shorten: (text: string) => string): boolean =>
      others.every((other) => shorten(other) !== shorten(name));
    const short = unique(last) ? last(name) : name.includes('.') && unique(ends) ? ends(name) : name;
    result.set(name, short);
  }
  return result;
}

/** `lr=3e-4`: one axis in a run's name. */
export function namePart(shortName: string, label: AxisValue): string {
  return `${safe(shortName)}=${safe(labelText(label))}`;
}

/**
 * Gives every run a name that no other run has and that is safe as a folder's name. The same run gets the same name
 * each time, whatever other runs there are, unless its name is cut or taken: then a digest of the name tells it apart.
 */
export class RunNames {
  readonly #taken = new Set<string>();

  take(prefix: string, parts: readonly string[]): string {
    const full = parts.length === 0 ? prefix : `${prefix},${parts.join(',')}`;
    const own = full.length <= longest ? full : `${full.slice(0, longest - 9)}~${fingerprint(full)}`;
    let name = own;
    for (let turn = 2; this.#taken.has(name); turn++) name = `${own}~${turn}`;
    this.#taken.add(name);
    return name;
  }
}

/** Only what every file system and shell takes as it is. */
function safe(text: string): string {
  return text.replace(/[^A-Za-z0-9_.+=@%-]+/g, '-').replace(/^-+$/, '-');
}

/** FNV-1a (32 bits) of a text: short and the same everywhere; only tells names apart. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
