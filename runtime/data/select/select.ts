import type { KeepPairs, PairFilter as FilterConfig } from '../../../schema/generated/resolved.js';
import type { Entry, Listing } from '../listing.js';
import { PairFilter } from './filter.js';
import { chooseKept, needsTotal, requirePairs, type Kept } from './keep.js';

/** What is taken of a data set. */
export interface Selection {
  readonly filter?: FilterConfig;
  readonly keep?: KeepPairs;
}

/**
 * The part of a listing that meets the conditions of `filter`, and of that the part that `keep` names. Which pairs these
 * are depends on the listing alone, not on whether pictures can be read.
 *
 * @param name of the data set, for messages
 * @param leftOut told how many pairs `keep` leaves out, of those that it had to look at
 */
export function select(
  listing: Listing,
  { filter, keep }: Selection,
  name: string,
  leftOut: (count: number) => void = () => undefined,
): Listing {
  if (filter === undefined && keep === undefined) return listing;
  const passing = (): AsyncIterable<Entry[]> => filtered(listing, filter);
  return {
    ...(listing.prepare && { prepare: (chosen: Listing) => listing.prepare!(chosen) }),
    async *batches() {
      if (keep === undefined) {
        yield* passing();
        return;
      }
      const total = needsTotal(keep) ? await count(passing()) : Infinity;
      const kept = chooseKept(keep, total, name);
      const seen = yield* keptOnly(passing(), kept, leftOut);
      if (keep.first !== undefined) requirePairs(keep.first, seen, name, 'first');
    },
  };
}

async function* filtered(listing: Listing, config: FilterConfig | undefined): AsyncGenerator<Entry[]> {
  const filter = new PairFilter(config ?? {});
  for await (const entries of listing.batches())
    yield entries.map((entry) => ('dropped' in entry ? entry : filter.apply(entry)));
}

async function count(batches: AsyncIterable<readonly Entry[]>): Promise<number> {
  let total = 0;
  for await (const entries of batches) for (const entry of entries) if (!('dropped' in entry)) total++;
  return total;
}

/** Passes on what is kept, and rows that give no pair up to there; returns how many pairs it saw. */
async function* keptOnly(
  batches: AsyncIterable<readonly Entry[]>,
  kept: Kept,
  leftOut: (count: number) => void,
): AsyncGenerator<Entry[], number> {
  let number = 0;
  let passed = 0;
  for await (const entries of batches) {
    const found: Entry[] = [];
    for (const entry of entries) {
      if ('dropped' in entry) found.push(entry);
      else if (kept.has(number++)) found.push(entry);
      if (number >= kept.end) break;
    }
    passed += found.reduce((sum, entry) => sum + ('dropped' in entry ? 0 : 1), 0);
    if (found.length > 0) yield found;
    if (number >= kept.end) break;
  }
  leftOut(number - passed);
  return number;
}
