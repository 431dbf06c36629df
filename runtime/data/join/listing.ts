import { isAbsolute, join } from 'node:path';
import type { Candidate, Entry, Listing, LoadedRow } from '../listing.js';
import { fileNameFrom } from '../load-picture.js';

/** A data set that is joined with others. */
export interface JoinedPart {
  readonly name: string;
  readonly listing: Listing;
  /** Folder that its pictures' files are named from. */
  readonly root?: string;
}

/**
 * Data sets one after the other. Ids and rows begin with the name of their data set.
 * @param root folder that files are named from
 */
export function joinListing(parts: readonly JoinedPart[], root: string | undefined): Listing {
  return {
    async prepare(chosen) {
      for (const { listing } of parts) await listing.prepare?.(chosen);
    },
    async *batches() {
      for (const part of parts) {
        const entry = entryOf(part, root);
        for await (const entries of part.listing.batches()) yield entries.map(entry);
      }
    },
  };
}

function entryOf(part: JoinedPart, root: string | undefined): (entry: Entry) => Entry {
  const { name } = part;
  const row = rowOf(part, root);
  return (entry) => {
    if ('dropped' in entry) return row(entry) as Entry;
    const load: Candidate['load'] = (candidate) => {
      const loaded = entry.load({ ...entry, captions: candidate.captions });
      return loaded instanceof Promise ? loaded.then(row) : row(loaded);
    };
    return { ...entry, id: `${name}/${entry.id}`, row: `${name}/${entry.row}`, load };
  };
}

/** A row of a part, as it is in the whole. */
function rowOf({ name, root: from }: JoinedPart, root: string | undefined): (loaded: LoadedRow) => LoadedRow {
  const fileOf = (file: string): string =>
    root === undefined || from === undefined || root === from
      ? file
      : fileNameFrom(root, isAbsolute(file) ? file : join(from, file));
  return (loaded) => {
    if ('dropped' in loaded)
      return { ...loaded, dropped: { ...loaded.dropped, row: `${name}/${loaded.dropped.row}` } };
    const { pair } = loaded;
    const { encoded, unread } = pair;
    const id = `${name}/${pair.id}`;
    if (unread !== undefined) return { pair: { ...pair, id, unread: fileOf(unread) } };
    if (encoded === undefined) return { pair: { ...pair, id } };
    return { pair: { ...pair, id, encoded: { ...encoded, file: fileOf(encoded.file) } } };
  };
}
