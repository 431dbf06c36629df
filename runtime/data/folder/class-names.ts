import { readFileSync } from 'node:fs';
import { StageFailure } from '../../execute/context.js';

/** Class names by the name of a folder, or by a number as text. */
export type ClassNames = ReadonlyMap<string, string>;

/**
 * Reads a file of class names: the study's `classes.py` (`classes = [...]`), a JSON map or list (ImageNet's class
 * index has ["n01440764", "tench"] under each number), or lines `n01440764 tench, Tinca tinca`. Where classes are
 * `numbered`, lines that do not begin with a number are names in the order of their numbers.
 *
 * @throws StageFailure when it is none of these
 */
export function readClassNames(path: string, keys: 'any' | 'numbered' = 'any'): ClassNames {
  const text = read(path);
  const names = /^\s*classes\s*=/m.test(text)
    ? fromPython(text)
    : /^\s*[[{]/.test(text)
      ? fromJson(text)
      : keys === 'numbered' && !/^\s*\d+\s/.test(text)
        ? numbered(linesOf(text))
        : fromLines(text);
  if (names === null || names.size === 0)
    throw new StageFailure(
      `${path} is no file of class names`,
      'lines `folder name`, a JSON map or list of names, or a classes.py with `classes = [...]`',
    );
  return names;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new StageFailure(`${path} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

/** The list that `classes` is set to; strings of Python are read, nothing is run. */
function fromPython(text: string): ClassNames | null {
  const start = text.indexOf('[', text.search(/^\s*classes\s*=/m));
  if (start < 0) return null;
  const list: string[] = [];
  const token = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|([,\s]+)|#[^\n]*|(\])/y;
  token.lastIndex = start + 1;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const [, single, double, , end] = found;
    if (end !== undefined) return numbered(list);
    const written = single ?? double;
    if (written !== undefined) list.push(written.replace(/\\(.)/g, '$1'));
  }
  return null;
}

function fromJson(text: string): ClassNames | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (Array.isArray(value)) return value.every((name) => typeof name === 'string') ? numbered(value) : null;
  const names = new Map<string, string>();
  for (const [key, entry] of Object.entries(value as object)) {
    const parts: readonly unknown[] = Array.isArray(entry) ? entry : [entry];
    const name = parts.at(-1);
    if (typeof name !== 'string') return null;
    // ImageNet's index names the folder beside the class.
    if (parts.length > 1 && typeof parts[0] === 'string') names.set(parts[0], spaced(name));
    names.set(key, spaced(name));
  }
  return names;
}

function fromLines(text: string): ClassNames | null {
  const names = new Map<string, string>();
  for (const line of linesOf(text)) {
    const found = /^(\S+)\s+([^,]+)/.exec(line);
    if (!found) return null;
    names.set(found[1]!, found[2]!.trim());
  }
  // Lists of labels count them, from 0.
  const isCounted = [...names.keys()].some((key) => /^\d+$/.test(key));
  return isCounted ? names : new Map([...numbered([...names.values()]), ...names]);
}

const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

const numbered = (list: readonly string[]): ClassNames => new Map(list.map((name, i) => [String(i), name]));

/** Names of folders and JSON files have `_` where people write a space. */
export function spaced(name: string): string {
  return name.replaceAll('_', ' ').trim();
}
