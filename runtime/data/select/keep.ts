import type { KeepPairs } from '../../../schema/generated/resolved.js';
import { StageFailure } from '../../execute/context.js';
import { sampleSorted } from '../../random/sample.js';
import { stream } from '../../random/stream.js';

/** Which pairs of a listing are kept: a function of their number alone. */
export interface Kept {
  /** Is the pair of this number kept? To be asked in order. */
  has(number: number): boolean;
  /** Pairs from this number on need not be looked at. */
  readonly end: number;
}

/** Does one have to know how many pairs there are, to tell which are kept? */
export function needsTotal(keep: KeepPairs): boolean {
  return keep.first === undefined;
}

/**
 * The pairs that are kept of `total`; for the first ones `total` need not be known.
 *
 * @param name of the data set, for messages
 */
export function chooseKept(keep: KeepPairs, total: number, name: string): Kept {
  const { first, last, random, part, of } = keep;
  if (first !== undefined) return { ...range(0, first), end: first };
  if (last !== undefined) {
    requirePairs(last, total, name, 'last');
    return range(total - last, total);
  }
  if (random !== undefined) {
    requirePairs(random, total, name, 'random');
    return listed(sampleSorted(stream(keep.seed, 'keep'), total, random));
  }
  return range(Math.floor(((part! - 1) * total) / of!), Math.floor((part! * total) / of!));
}

/** @throws StageFailure when more pairs are asked for than there are */
export function requirePairs(wanted: number, total: number, name: string, by: string): void {
  if (wanted <= total) return;
  throw new StageFailure(
    `${wanted} pairs of ${name} are to be kept, but it has only ${total} that can be`,
    `set keep.${by} to at most ${total}`,
  );
}

function range(start: number, end: number): Kept {
  return { has: (number) => number >= start && number < end, end: Infinity };
}

/** Numbers in ascending order, asked for in ascending order. */
function listed(numbers: Uint32Array): Kept {
  let place = 0;
  return {
    has: (number) => {
      while (place < numbers.length && numbers[place]! < number) place++;
      return numbers[place] === number;
    },
    end: Infinity,
  };
}
