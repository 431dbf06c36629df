import { dirname, isAbsolute, join } from 'node:path';
import type { DatasetSource, DatasetStage } from '../../../schema/stages/data.js';
import type { Candidate, LoadedRow } from '../listing.js';
import { fileNameFrom, loadListed, wantsPixels } from '../load-picture.js';
import { loadListing, refusing } from '../rows.js';
import type { Source, SourceMonitor } from '../source.js';
import { tableListing } from './listing.js';

export type CsvSourceConfig = Extract<DatasetSource, { kind: 'csv' }>;

/**
 * The study's own format: a table with one image path and one caption a row. A pair's id is its path as written.
 * @param locals where the file is (`paths.path`), the folder of relative image paths (`paths.root`, default the file's),
 * and the folders of paths that begin with a prefix
 */
export function csvSource(
  config: CsvSourceConfig,
  { paths, prefixes = {} }: Pick<DatasetStage['locals'], 'paths' | 'prefixes'>,
  monitor: SourceMonitor,
): Source {
  const path = paths.path;
  if (path === undefined) throw new Error('the plan gives no path of the CSV file');
  const provenance: Record<string, number> = { rows: 0 };
  const root = paths.root ?? dirname(path);
  const listing = tableListing(config, {
    path,
    monitor,
    counted: (rows) => (provenance.rows = rows),
    locate: locator(root, prefixes),
    load: config.unreadable === 'unchecked' ? unchecked(root) : checked(config, path, root, monitor),
  });
  return {
    rows: () => refusing(loadListing(listing)),
    listing: () => listing,
    root,
    licences: [],
    provenance,
  };
}

/** Where the picture is that a row names; of prefixes that fit, the longest counts. */
export function locator(root: string, prefixes: Readonly<Record<string, string>>): (image: string) => string {
  const longestFirst = Object.entries(prefixes).sort(([a], [b]) => b.length - a.length);
  return (image) => {
    for (const [prefix, folder] of longestFirst)
      if (image.startsWith(prefix)) return join(folder, image.slice(prefix.length));
    return isAbsolute(image) ? image : `${root}/${image}`; // `join` would take longer than all else
  };
}

/** Names the picture's file without looking at it. */
function unchecked(root: string): Candidate['load'] {
  return ({ id, captions, label, file }) => ({
    pair: { id, captions, label, picture: null, unread: fileNameFrom(root, file) },
  });
}

/** Reads the picture. */
function checked(
  { resolution, unreadable }: CsvSourceConfig,
  path: string,
  root: string,
  monitor: SourceMonitor,
): Candidate['load'] {
  return async (candidate): Promise<LoadedRow> => {
    const { row, id, file } = candidate;
    const wanted = { side: resolution, root, pixels: wantsPixels(monitor) };
    const loaded = await loadListed({ ...candidate, path: file }, wanted);
    if ('pair' in loaded) return loaded;
    const { reason, detail } = loaded.dropped;
    return {
      dropped: { row, reason, detail: detail === undefined ? id : `${id}: ${detail}` },
      ...(unreadable === 'fail' ? { refusedBy: path } : {}),
    };
  };
}
