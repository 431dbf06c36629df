import { availableParallelism } from 'node:os';
import type { Dropped } from './artifact/format.js';
import { mapInOrder } from './in-order.js';
import { loadListed, refusing, wantsPixels, type Listed } from './load-picture.js';
import type { Source, SourceMonitor, SourceRow } from './source.js';

/** A picture that a source lists, or why it lists none. */
export type ListedRow = Listed | { readonly dropped: Dropped };

/** What the sources that list their pictures differ in. */
export interface ListedSource {
  /** All rows; asked for when reading begins. */
  readonly list: () => readonly ListedRow[] | Promise<readonly ListedRow[]>;
  /** Folder of the pictures. */
  readonly root: string;
  /** What errors call the source: its file or folder. */
  readonly name: string;
  readonly config: { readonly resolution: number; readonly unreadable: 'drop' | 'fail' };
}

/** A source whose pictures are known before any of them is read. */
export function listedSource({ list, root, name, config }: ListedSource, monitor: SourceMonitor): Source {
  const provenance = { pictures: 0 };
  const load = async (row: ListedRow): Promise<SourceRow> =>
    'dropped' in row ? row : loadListed(row, { side: config.resolution, root, pixels: wantsPixels(monitor) });
  async function* rows(): AsyncGenerator<SourceRow> {
    const listed = await list();
    for await (const row of mapInOrder(listed, load, availableParallelism() + 1)) {
      monitor.checkStop();
      provenance.pictures++;
      if (provenance.pictures % 20 === 0)
        monitor.progress(`reading picture ${provenance.pictures}`, provenance.pictures / listed.length);
      yield row;
    }
  }
  return { rows: () => refusing(rows(), config.unreadable, name), root, licences: [], provenance };
}
