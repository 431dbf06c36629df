import type { Entry, Listing } from '../listing.js';
import type { Source, SourceRow } from '../source.js';

/** The listing of a source; one that knows of its pairs only together with their pictures reads them for it. */
export function listingOf(source: Source): Listing {
  if (source.listing !== undefined) return source.listing();
  return {
    async *batches() {
      let number = 0;
      for await (const row of source.rows()) yield [entryOf(row, ++number)];
    },
  };
}

function entryOf(row: SourceRow, number: number): Entry {
  if ('dropped' in row) return row;
  const { pair } = row;
  return {
    row: number,
    id: pair.id,
    captions: pair.captions,
    label: pair.label,
    file: pair.encoded?.file ?? pair.id,
    load: ({ id, captions }) => ({ pair: { ...pair, id, captions } }),
  };
}
