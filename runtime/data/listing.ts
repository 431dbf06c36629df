import type { Dropped } from './artifact/format.js';
import type { NewPair } from './artifact/write.js';
import type { HashSet } from './select/hash-set.js';

/** A row that gives no pair. */
export interface DroppedRow {
  readonly dropped: Dropped;
  /** The file in which such a row is a failure. */
  readonly refusedBy?: string;
}

export type LoadedRow = { readonly pair: NewPair } | DroppedRow;

/** A pair that a source knows of, before its picture is read. */
export interface Candidate extends Pick<NewPair, 'id' | 'captions' | 'label'> {
  /** Where it stands in the source: a row number, or an id. */
  readonly row: number | string;
  /** Where its picture is, for `load`. */
  readonly file: string;
  /** Gives the pair with its picture. Where nothing is read for that, it gives it at once. */
  readonly load: (candidate: Candidate) => LoadedRow | Promise<LoadedRow>;
  /** What gets its picture first, where that is not there yet; see `Listing.prepare`. */
  readonly preparedBy?: object;
  /** Contents of pictures that this one's must not be among. */
  readonly distinct?: readonly HashSet[];
}

/** A candidate, or a row that gives none. */
export type Entry = Candidate | DroppedRow;

/** The pairs of a source in its order, in pieces; may be read more than once. */
export interface Listing {
  batches(): AsyncIterable<readonly Entry[]>;
  /**
   * Gets pictures that are not there yet, before they are read: told of the pairs that were chosen, of this listing and
   * perhaps of others. Its own know it by `preparedBy`.
   */
  prepare?(chosen: Listing): Promise<void>;
}
