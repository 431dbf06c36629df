import { sample, type Stream } from './stream.js';

/** Share of all numbers from which on an array of them takes less than a map of those that moved. */
const DENSE = 1 / 16;

/** The numbers that `sample` draws, ascending: 4 bytes for each of `n` at most, for samples of millions. */
export function sampleSorted(random: Stream, n: number, k: number): Uint32Array {
  if (k > n) throw new RangeError(`cannot draw ${k} of ${n}`);
  if (k < DENSE * n) return Uint32Array.from(sample(random, n, k)).sort();
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  for (let i = 0; i < k; i++) {
    const j = i + random.int(n - i);
    const picked = order[j]!;
    order[j] = order[i]!;
    order[i] = picked;
  }
  return order.slice(0, k).sort();
}
