import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Candidate, Entry, Listing } from '../listing.js';
import { loadListing, refusing } from '../rows.js';
import type { Source, SourceMonitor } from '../source.js';
import type { DownloadSettings, UrlListConfig } from './config.js';
import { download } from './download.js';
import { Journal } from './journal/journal.js';
import { listRows, type ListRow } from './list/rows.js';
import { loadKept } from './load.js';
import type { Resolve } from './net/resolve.js';
import { sweepUnfinished } from './pictures/file.js';

/** Where things are: the list (`path`), and the folder of pictures (`root`). */
export interface UrlListLocals {
  readonly paths: Readonly<Record<string, string>>;
  readonly download?: DownloadSettings;
}

/**
 * Pairs whose pictures are listed by their URLs. The pictures of all chosen rows are downloaded first, in whatever order
 * they come; then the pairs are read in the order of the list. A pair's id is its URL.
 */
export function urlListSource(
  config: UrlListConfig,
  { paths, download: settings }: UrlListLocals,
  monitor: SourceMonitor,
  resolve?: Resolve,
): Source & { listing(): Listing } {
  const { path, root } = paths;
  if (path === undefined || root === undefined || settings === undefined)
    throw new Error('the plan says of a list neither where it is nor how to download');
  const provenance: Record<string, number> = { rows: 0 };
  let journal: Journal | null = null;
  const load: Candidate['load'] = (candidate) =>
    loadKept(candidate, { root, config, monitor, journal: journal! });

  const listing: Listing = {
    async *batches() {
      for await (const rows of listRows(path, config)) {
        monitor.checkStop();
        provenance.rows = rows.at(-1)!.row;
        yield rows.map((row) => entryOf(row, listing, load));
      }
    },
    async prepare(chosen) {
      mkdirSync(root, { recursive: true });
      sweepUnfinished(root);
      journal?.close();
      journal = Journal.open(root, config);
      const urls = () => ownOf(chosen, listing);
      const threads = availableParallelism();
      await download(urls, {
        root,
        config,
        settings,
        monitor,
        journal,
        threads,
        ...(resolve && { resolve }),
      });
    },
  };
  return {
    rows: () => refusing(loadListing(listing)),
    listing: () => listing,
    root,
    licences: [],
    provenance,
  };
}

function entryOf({ row, url, caption, wrong }: ListRow, preparedBy: object, load: Candidate['load']): Entry {
  if (wrong !== null) return { dropped: { row, ...wrong, ...(url === '' ? {} : { url }) } };
  return { row, id: url, captions: [caption], label: null, file: url, load, preparedBy };
}

/** The URLs of a listing that a source has to see to. */
async function* ownOf(chosen: Listing, source: object): AsyncGenerator<string[]> {
  for await (const entries of chosen.batches())
    yield entries.flatMap((entry) => ('dropped' in entry || entry.preparedBy !== source ? [] : [entry.file]));
}
