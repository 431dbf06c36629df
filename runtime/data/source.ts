import type { Progress } from '../execute/context.js';
import type { DatasetManifest, Licence } from './artifact/format.js';
import type { Listing, LoadedRow } from './listing.js';

/** A row of a source: a pair, or why there is none. */
export type SourceRow = LoadedRow;

/** Where image-caption pairs come from. A dataset stage reads it once, from start to end. */
export interface Source {
  /** All rows in an order that depends on nothing but the source's configuration. */
  rows(): AsyncIterable<SourceRow>;
  /** The pairs before their pictures are read, of sources that know them: what is not wanted is then not read. */
  listing?(): Listing;
  readonly licences: readonly Licence[];
  /** Folder that names of its pictures' files are relative to; not there where pictures have no files. */
  readonly root?: string;
  /** For the record; complete once all rows were read. */
  readonly provenance: DatasetManifest['provenance'];
}

/** How a source tells what it does, and learns that it shall stop. */
export interface SourceMonitor {
  /**
   * @param fraction share of the source that is done, 0..1
   * @param more pictures per second, and the seconds that are left
   */
  progress(note: string, fraction: number, more?: Pick<Progress, 'rate' | 'seconds_left'>): void;
  /** Called between pieces of work; throws when the stage shall stop. */
  checkStop(): void;
  /** False where it is enough that a pair's picture can be decoded, and `picture` may be null. */
  wantsPixels?(): boolean;
}
