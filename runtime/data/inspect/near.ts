import { bitsIn } from './perceptual.js';

/** Two pictures that look the same. */
export interface NearPair {
  readonly first: number;
  readonly second: number;
  readonly distance: number;
}

export interface NearDuplicates {
  /** Pictures that look like some other one. */
  readonly pictures: number;
  /** The closest pairs, at most as many as asked for. */
  readonly examples: readonly NearPair[];
  /** Whether every pair was compared; where not, there may be more. */
  readonly complete: boolean;
}

/** Hashes that differ in at most so many bits agree in one of four bands of 16. */
export const nearestBits = 3;

const bands = 4;
const bandSize = 2 ** 16;

/** So many comparisons are made at most: a few seconds. */
const mostComparisons = 2 ** 29;

/**
 * Pairs of 64-bit hashes that differ in at most three bits, by banding: only hashes that agree in 16 bits at one of four
 * places are compared.
 *
 * @param high upper 32 bits of each hash
 * @param low lower 32 bits
 * @param isSame pairs that are not to be told: equal pictures
 */
export function nearDuplicates(
  high: Uint32Array,
  low: Uint32Array,
  isSame: (a: number, b: number) => boolean,
  shown: number,
  budget: number = mostComparisons,
): NearDuplicates {
  const near = new Set<number>();
  const examples: NearPair[] = [];
  let left = budget;
  for (let band = 0; band < bands && left > 0; band++) {
    for (const bucket of bucketsOf(band < 2 ? high : low, band % 2 === 0 ? 16 : 0)) {
      for (let i = 0; i < bucket.length && left > 0; i++) {
        const a = bucket[i]!;
        left -= bucket.length - i - 1;
        for (let j = i + 1; j < bucket.length; j++) {
          const b = bucket[j]!;
          const bits = bitsIn(high[a]! ^ high[b]!) + bitsIn(low[a]! ^ low[b]!);
          if (bits > nearestBits || isSame(a, b)) continue;
          near.add(a).add(b);
          keep(examples, { first: Math.min(a, b), second: Math.max(a, b), distance: bits }, shown);
        }
      }
    }
  }
  return { pictures: near.size, examples, complete: left > 0 };
}

/** Numbers of the hashes that agree in 16 bits, where they are several. */
function* bucketsOf(words: Uint32Array, shift: number): Generator<Uint32Array> {
  const starts = new Uint32Array(bandSize + 1);
  const valueOf = (word: number) => (word >>> shift) & (bandSize - 1);
  for (const word of words) starts[valueOf(word) + 1]!++;
  for (let i = 0; i < bandSize; i++) starts[i + 1]! += starts[i]!;
  const next = starts.slice();
  const sorted = new Uint32Array(words.length);
  words.forEach((word, i) => (sorted[next[valueOf(word)]!++] = i));
  for (let i = 0; i < bandSize; i++)
    if (starts[i + 1]! - starts[i]! > 1) yield sorted.subarray(starts[i], starts[i + 1]);
}

/** Keeps the closest pairs, each once; of equally close ones the first. */
function keep(examples: NearPair[], pair: NearPair, shown: number): void {
  const before = (a: NearPair, b: NearPair): number =>
    a.distance - b.distance || a.first - b.first || a.second - b.second;
  const last = examples.at(-1);
  if (examples.length >= shown && last !== undefined && before(pair, last) >= 0) return;
  const place = examples.findIndex((one) => before(pair, one) <= 0);
  if (place >= 0 && before(pair, examples[place]!) === 0) return;
  examples.splice(place < 0 ? examples.length : place, 0, pair);
  if (examples.length > shown) examples.pop();
}
