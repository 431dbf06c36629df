/** So many files may be named at once. */
export const mostShards = 100_000;

/**
 * The files that a pattern names, as a shell expands it: `a-{000..099}.tar` counts with leading zeros, `{train,val}.tar`
 * lists, several groups multiply with the last one fastest, and a group may hold groups. Braces that are neither a
 * range nor a list stand for themselves.
 *
 * @returns null when they are more than `most`
 */
export function expandBraces(pattern: string, most: number = mostShards): string[] | null {
  const group = firstGroup(pattern);
  if (group === null) return [pattern];
  const alternatives = alternativesOf(group.inside, most);
  const rests = expandBraces(group.after, most);
  if (alternatives === null || rests === null || alternatives.length * rests.length > most) return null;
  return alternatives.flatMap((one) => rests.map((rest) => `${group.before}${one}${rest}`));
}

/** What stands between the braces of a group, written out; null when it is too much. */
function alternativesOf(inside: string, most: number): string[] | null {
  const range = rangeOf(inside);
  if (range !== null) return countUp(range, most);
  const lists = splitAtCommas(inside).map((part) => expandBraces(part, most));
  return lists.some((list) => list === null) ? null : lists.flatMap((list) => list!);
}

type Range = readonly [first: string, last: string];

function rangeOf(inside: string): Range | null {
  const found = /^(\d{1,15})\.\.(\d{1,15})$/.exec(inside);
  return found === null ? null : [found[1]!, found[2]!];
}

/** A range that counts down is read as a shell reads it. Either end with a leading zero sets the number of digits. */
function countUp([first, last]: Range, most: number): string[] | null {
  const [from, to] = [Number(first), Number(last)];
  const count = Math.abs(to - from) + 1;
  if (count > most) return null;
  const padded = [first, last].some((end) => end.length > 1 && end.startsWith('0'));
  const digits = padded ? Math.max(first.length, last.length) : 1;
  const step = Math.sign(to - from);
  return Array.from({ length: count }, (_, i) => String(from + i * step).padStart(digits, '0'));
}

/** The first group that is a range or a list. */
function firstGroup(pattern: string): { before: string; inside: string; after: string } | null {
  for (let start = pattern.indexOf('{'); start >= 0; start = pattern.indexOf('{', start + 1)) {
    const end = closing(pattern, start);
    if (end === null) continue;
    const inside = pattern.slice(start + 1, end);
    if (rangeOf(inside) !== null || splitAtCommas(inside).length > 1)
      return { before: pattern.slice(0, start), inside, after: pattern.slice(end + 1) };
  }
  return null;
}

function closing(pattern: string, start: number): number | null {
  let depth = 0;
  for (let at = start; at < pattern.length; at++) {
    if (pattern[at] === '{') depth++;
    if (pattern[at] === '}' && --depth === 0) return at;
  }
  return null;
}

/** Parts between commas that are in no inner braces. */
function splitAtCommas(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of text) {
    if (sign === ',' && depth === 0) {
      parts.push('');
      continue;
    }
    depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
    parts[parts.length - 1] += sign;
  }
  return parts;
}
