import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StageFailure } from '../../execute/context.js';
import type { Candidate, LoadedRow } from '../listing.js';
import { wantsPixels } from '../load-picture.js';
import { decode } from '../picture/decode.js';
import { resizeAndCrop } from '../picture/geometry.js';
import type { SourceMonitor } from '../source.js';
import type { UrlListConfig } from './config.js';
import type { Journal } from './journal/journal.js';
import { isKept, type Kept } from './journal/record.js';
import { digestOf } from './pictures/file.js';

export interface LoadOptions {
  readonly root: string;
  readonly config: UrlListConfig;
  readonly monitor: SourceMonitor;
  readonly journal: Journal;
}

/** The pair of a row whose picture was downloaded, or why there is none. */
export async function loadKept(candidate: Candidate, options: LoadOptions): Promise<LoadedRow> {
  const { row, id, captions, label, file: url } = candidate;
  const { config, monitor, journal } = options;
  const outcome = journal.find(url);
  if (outcome === null) throw new Error(`nothing is known of row ${row}`);
  if (!isKept(outcome)) {
    const { reason, detail } = outcome;
    return { dropped: { row, reason, url, ...(detail === '' ? {} : { detail }) } };
  }
  const bytes = bytesOf(outcome, options);
  const picture = wantsPixels(monitor) ? resizeAndCrop(await decode(bytes), config.resolution) : null;
  return { pair: { id, captions, label, picture, encoded: { file: outcome.file, bytes } } };
}

function bytesOf(kept: Kept, { root }: LoadOptions): Uint8Array {
  const path = join(root, kept.file);
  let bytes: Uint8Array | null = null;
  try {
    bytes = readFileSync(path);
  } catch {
    // It is told below.
  }
  if (bytes !== null && digestOf(bytes) === kept.digest) return bytes;
  throw new StageFailure(
    `the picture ${path} is ${bytes === null ? 'gone' : 'not what was downloaded'}`,
    `remove it, then run the same command again: ${kept.url} is downloaded once more`,
  );
}
