import type { StepCase } from './case.js';

/** Memory of a training at one number of pairs at once. */
export interface MemoryPoint {
  /** Pairs that go through the network at once. */
  readonly part: number;
  readonly bytes: number;
}

/** How the memory of a training grows with the pairs that go through the network at once. */
export interface Growth {
  readonly fixed_bytes: number;
  readonly pair_bytes: number;
  /** Of each pair of pairs: similarity matrices. */
  readonly square_bytes: number;
}

/** Losses that compare every picture (or caption) of a batch with every other. */
const contrastive = ['mmcl', 'ssl', 'siglip'] as const;

/**
 * Arrays of float32 of the side of the batch that each of them is taken to hold at a time: similarities, their softmax and
 * their gradient, in both directions. Counted from the loss's operations, not measured.
 */
const matrices = 6;

/**
 * The growth through two measurements; null where the second is no larger than the first: too little to be seen.
 */
export function growthThrough(
  { objective, micro_batch_size }: StepCase,
  small: MemoryPoint,
  large: MemoryPoint,
): Growth | null {
  const compared = contrastive.filter((loss) => (objective[loss] ?? 0) > 0).length;
  // In parts, the matrix is that of the whole batch, whatever the size of a part.
  const square_bytes = micro_batch_size === undefined ? 4 * matrices * compared : 0;
  const square = square_bytes * (large.part ** 2 - small.part ** 2);
  const pair_bytes = (large.bytes - small.bytes - square) / (large.part - small.part);
  if (!(pair_bytes > 0)) return null;
  const fixed_bytes = large.bytes - pair_bytes * large.part - square_bytes * large.part ** 2;
  return { fixed_bytes, pair_bytes, square_bytes };
}

/** Memory with so many pairs at once, in bytes. */
export function memoryAt({ fixed_bytes, pair_bytes, square_bytes }: Growth, part: number): number {
  return fixed_bytes + pair_bytes * part + square_bytes * part ** 2;
}

/** The most pairs at once that fit; 0 when not one does. */
export function largestPart(
  { fixed_bytes: c, pair_bytes: b, square_bytes: a }: Growth,
  memory: number,
): number {
  const left = memory - c;
  if (left <= 0) return 0;
  const root = (2 * left) / (b + Math.sqrt(b * b + 4 * a * left)); // Of the forms of it the one that loses no digits.
  return Math.floor(root);
}
