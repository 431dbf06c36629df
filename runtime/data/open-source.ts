import type { DatasetStage } from '../../schema/stages/data.js';
import { cifarSource } from './cifar/source.js';
import { cocoSource } from './coco/source.js';
import { csvSource } from './csv/source.js';
import { emojiSource } from './emoji/source.js';
import { folderSource } from './folder/source.js';
import { joinSource, type OpenPart } from './join/source.js';
import { loadListing, refusingBatches } from './rows.js';
import { listingOf } from './select/listing-of.js';
import { select } from './select/select.js';
import type { Source, SourceMonitor, SourceRow } from './source.js';
import { urlListSource } from './url-list/source.js';
import { webdatasetSource } from './webdataset/source.js';

/** A data set's source, filtered and cut as the data set says. */
export interface OpenSource extends OpenPart {
  /** The rows in pieces: some thousand whose pictures are not read, or one after the other. */
  batches(): AsyncIterable<readonly SourceRow[]>;
}

type DatasetParts = Pick<DatasetStage, 'config' | 'locals'>;

/** Opens what a dataset stage reads. */
export function openSource(stage: DatasetParts, monitor: SourceMonitor, name = 'the data set'): OpenSource {
  const source = baseSource(stage, monitor);
  const { filter, keep } = stage.config.source;
  let notKept: number | undefined;
  const listing = select(
    listingOf(source),
    { ...(filter && { filter }), ...(keep && { keep }) },
    name,
    (count) => (notKept = count),
  );
  const batches = (): AsyncIterable<readonly SourceRow[]> => refusingBatches(loadListing(listing));
  return {
    batches,
    rows: async function* () {
      for await (const rows of batches()) yield* rows;
    },
    listing: () => listing,
    licences: source.licences,
    ...(source.root === undefined ? {} : { root: source.root }),
    get provenance() {
      return notKept === undefined ? source.provenance : { ...source.provenance, not_kept: notKept };
    },
  };
}

/** The whole source. A new kind of data set is a function in its own folder, and a line here. */
function baseSource({ config: { source }, locals }: DatasetParts, monitor: SourceMonitor): Source {
  switch (source.kind) {
    case 'emoji':
      return emojiSource(source, monitor);
    case 'csv':
      return csvSource(source, locals, monitor);
    case 'folder':
      return folderSource(source, locals.paths, monitor);
    case 'cifar':
      return cifarSource(source, locals.paths, monitor);
    case 'coco':
      return cocoSource(source, locals.paths, monitor);
    case 'url-list':
      return urlListSource(source, locals, monitor);
    case 'webdataset':
      return webdatasetSource(source, locals.paths, monitor);
    case 'join':
      return joinSource(source, locals, monitor, openSource);
  }
}
