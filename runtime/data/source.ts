import type { NewPair } from './artifact/write.js';
import type { DatasetManifest, Dropped, Licence } from './artifact/format.js';

/** A row of a source: a pair, or why there is none. */
export type SourceRow = { readonly pair: NewPair } | { readonly dropped: Dropped };

/** Where image-caption pairs come from. A dataset stage reads it once, from start to end. */
export interface Source {
  /** All rows in an order that depends on nothing but the source's configuration. */
  rows(): AsyncIterable<SourceRow>;
  readonly licences: readonly Licence[];
  /** For the record; complete once all rows were read. */
  readonly provenance: DatasetManifest['provenance'];
}

/** How a source tells what it does, and learns that it shall stop. */
export interface SourceMonitor {
  /** @param fraction share of the source that is done, 0..1 */
  progress(note: string, fraction: number): void;
  /** Called between pieces of work; throws when the stage shall stop. */
  checkStop(): void;
}
