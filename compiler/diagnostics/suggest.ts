/**
 * Did-you-mean: the nearest of the allowed names.
 *
 * The distance is Damerau-Levenshtein in its optimal-string-alignment form (insert, delete, replace, swap neighbours;
 * Damerau 1964); a change of case costs 1 in all. Near enough is a distance of at most 40 % of the length, plus 1.
 */
export function suggest(input: string, options: Iterable<string>): string | undefined {
  const threshold = Math.floor(input.length * 0.4) + 1;
  let best: string | undefined;
  let least = Infinity;
  for (const option of options) {
    const distance = editDistance(input, option, threshold);
    if (distance > threshold || distance >= least) continue;
    // A name that is replaced letter by letter is not a misspelling of another one.
    if (distance > Math.max(input.length, option.length) * 0.67) continue;
    best = option;
    least = distance;
  }
  return best;
}

/** Edits that turn one name into another, or more than `limit`. */
export function editDistance(from: string, to: string, limit = Infinity): number {
  if (from === to) return 0;
  const a = from.toLowerCase();
  const b = to.toLowerCase();
  if (a === b) return 1;
  // `learning_rate` and `lr`: a word for its initials.
  if (initials(a) === b || initials(b) === a) return 1;
  // `lr-rate` and `lr_rate` are one slip, whatever their number of dashes.
  if (a.replace(/[-_. ]/g, '') === b.replace(/[-_. ]/g, '')) return 1;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, before[j - 2]! + 1);
      row.push(value);
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}

/** `learning_rate` → `lr`; null for a single word. */
function initials(name: string): string | null {
  const words = name.split(/[-_. ]+/);
  return words.length < 2 ? null : words.map((word) => word.charAt(0)).join('');
}

/** Names in backticks, joined in English: "`a`, `b` or `c`". */
export function orList(names: readonly string[], quote = true, word = 'or'): string {
  const shown = names.map((name) => (quote ? `\`${name}\`` : name));
  if (shown.length <= 1) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} ${word} ${shown.at(-1)}`;
}
