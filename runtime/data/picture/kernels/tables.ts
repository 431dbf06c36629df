import { coefficients, type Coefficients, type Filter } from '../coefficients.js';

/** Weights of one direction in the form that a kernel takes: entries of equal size, one for each output position. */
export interface Table {
  readonly bytes: Uint8Array;
  /** Bytes of an entry. */
  readonly entry: number;
  /** Groups of input positions in an entry: of four across, of two down. */
  readonly groups: number;
  /** First input position of each output position, and how many there are. */
  readonly first: Int32Array;
  readonly count: Int32Array;
}

export type Direction = 'across' | 'down';

/** Weights are cut in two: 2^11 high + low. */
const LOW_BITS = 11;

/** Tables are made again and again for the same sizes: so many are kept. */
const KEPT = 1024;
const kept = new Map<string, Table>();

/** The table for a size and a direction. */
export function tableFor(from: number, to: number, filter: Filter, direction: Direction): Table {
  const name = `${direction} ${from} ${to} ${filter}`;
  const found = kept.get(name);
  if (found) return found;
  if (kept.size >= KEPT) kept.clear();
  const made = tableOf(coefficients(from, to, filter), to, direction);
  kept.set(name, made);
  return made;
}

function tableOf({ size, first, count, weights }: Coefficients, to: number, direction: Direction): Table {
  const group = direction === 'across' ? 4 : 2;
  const longest = count.reduce((most, one) => Math.max(most, one), 1);
  const groups = Math.ceil(longest / group);
  const entry = 4 + 4 * group * groups;
  const bytes = new Uint8Array(to * entry);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < to; i++) {
    const at = i * entry;
    view.setInt32(at, first[i]! * (direction === 'across' ? 3 : 1), true);
    for (let k = 0; k < count[i]!; k++) {
      const weight = weights[i * size + k]!;
      const pair = at + 4 + 8 * (k >> 1) + 2 * (k & 1);
      view.setInt16(pair, weight >> LOW_BITS, true);
      view.setInt16(pair + 4, weight & ((1 << LOW_BITS) - 1), true);
    }
  }
  return { bytes, entry, groups, first, count };
}
