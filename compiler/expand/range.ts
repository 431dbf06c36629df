import { fromValue } from '../document/access.js';
import type { Diagnostic } from '../document/diagnostic.js';
import type { MapNode, Node } from '../document/node.js';
import * as message from './messages.js';

/** `{ log: { from, to, count } }` or `{ linear: … }`: an axis of evenly spaced values. */
export interface Range {
  readonly spacing: 'log' | 'linear';
  readonly spec: MapNode;
}

const keys = ['from', 'to', 'count'];
const largestCount = 100_000;

/** The range that an axis describes, or null when it is a map of named variants (a variant may be called `log`). */
export function rangeOf(axis: MapNode): Range | null {
  if (axis.entries.size !== 1) return null;
  const [spacing, entry] = [...axis.entries][0]!;
  if ((spacing !== 'log' && spacing !== 'linear') || entry.value.kind !== 'map') return null;
  return keys.some((key) => entry.value.kind === 'map' && entry.value.entries.has(key))
    ? { spacing, spec: entry.value }
    : null;
}

/**
 * The values of a range, both ends included. They are rounded to four significant digits, so that a run's name gives
 * the value that was used, not an approximation of it. Null when the range is wrong, which is reported.
 */
export function rangeValues(range: Range, report: (found: Diagnostic) => void): Node[] | null {
  const numbers = numbersOf(range, report);
  if (numbers === null) return null;
  const [from, to, count] = numbers;
  const found = message.rangeProblem(range, from, to, count, largestCount);
  if (found !== null) {
    report(found);
    return null;
  }
  const values = spaced(range.spacing, from, to, count);
  const distinct = new Set(values);
  if (distinct.size < values.length) {
    report(message.rangeTooFine(range, values.length, distinct.size));
    return null;
  }
  return values.map((value) => fromValue(value, range.spec.origin));
}

/** Evenly spaced values, or evenly spaced logarithms. */
function spaced(spacing: Range['spacing'], from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => {
    if (index === 0) return from;
    if (index === count - 1) return to;
    const share = index / (count - 1);
    const value =
      spacing === 'linear'
        ? from + share * (to - from)
        : Math.exp(Math.log(from) + share * (Math.log(to) - Math.log(from)));
    return Number(value.toPrecision(4));
  });
}

function numbersOf(range: Range, report: (found: Diagnostic) => void): [number, number, number] | null {
  const values: number[] = [];
  let wrong = false;
  for (const key of range.spec.entries.keys())
    if (!keys.includes(key)) {
      report(message.rangeUnknownKey(range, key));
      wrong = true;
    }
  for (const key of keys) {
    const node = range.spec.entries.get(key)?.value;
    if (node?.kind === 'scalar' && typeof node.value === 'number') values.push(node.value);
    else {
      report(message.rangeKeyMissing(range, key, node));
      wrong = true;
    }
  }
  return wrong ? null : (values as [number, number, number]);
}
