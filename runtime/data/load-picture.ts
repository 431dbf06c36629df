import { existsSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';
import { decode } from './picture/decode.js';
import { resizeAndCrop } from './picture/geometry.js';
import { StageFailure } from '../execute/context.js';
import { readBytes } from './artifact/encoded.js';
import type { Dropped } from './artifact/format.js';
import type { NewPair } from './artifact/write.js';
import type { SourceMonitor, SourceRow } from './source.js';

/** A picture that is to be read, with what is known of it. */
export interface Listed extends Pick<NewPair, 'id' | 'captions' | 'label'> {
  readonly path: string;
}

/** What is wanted of pictures that are read. */
export interface Wanted {
  /** Side of the square that they are resized and cropped to. */
  readonly side: number;
  /** Folder that their files are named from. */
  readonly root: string;
  /** Whether the pixels are wanted; where not, a picture is decoded only to know that it can be. */
  readonly pixels: boolean;
}

export function wantsPixels(monitor: SourceMonitor): boolean {
  return monitor.wantsPixels?.() ?? true;
}

/** The name of a file relative to a folder that it lies in; otherwise its path. */
export function fileNameFrom(root: string, path: string): string {
  const start = root.endsWith('/') ? root : `${root}/`;
  if (path.startsWith(start)) return path.slice(start.length);
  const file = relative(root, path);
  return file.startsWith('..') || isAbsolute(file) ? path : file;
}

/**
 * Reads a picture's file, or a part of it.
 * @throws the reason why it cannot be used
 */
export async function readPicture(
  path: string,
  { side, root, pixels }: Wanted,
  part?: { readonly start: number; readonly length: number },
): Promise<Pick<NewPair, 'picture' | 'encoded'>> {
  const bytes = readBytes(path, part?.start, part?.length);
  const decoded = await decode(bytes);
  return {
    picture: pixels ? resizeAndCrop(decoded, side) : null,
    encoded: {
      file: fileNameFrom(root, path),
      ...(part === undefined ? {} : { start: part.start }),
      bytes,
    },
  };
}

/** Reads a listed picture, resized and cropped; or says why it cannot be used. */
export async function loadListed({ id, captions, label, path }: Listed, wanted: Wanted): Promise<SourceRow> {
  if (!existsSync(path)) return { dropped: { row: id, reason: 'missing image' } };
  try {
    return { pair: { id, captions, label, ...(await readPicture(path, wanted)) } };
  } catch (error) {
    const detail = (error as Error).message.trim().split('\n')[0]!;
    return { dropped: { row: id, reason: 'unreadable image', detail } };
  }
}

/** So many unusable pictures are shown when a data set that shall not drop any fails. */
const shown = 20;

/** Passes rows on; with `fail`, pictures that cannot be used end it, all of them named (up to twenty). */
export async function* refusing(
  rows: AsyncIterable<SourceRow>,
  unreadable: 'drop' | 'fail',
  source: string,
): AsyncGenerator<SourceRow> {
  const failures: Dropped[] = [];
  for await (const row of rows) {
    if ('dropped' in row && unreadable === 'fail') failures.push(row.dropped);
    if (failures.length > shown) break;
    yield row;
  }
  if (failures.length === 0) return;
  const lines = failures
    .slice(0, shown)
    .map(({ row, reason, detail }) => `  ${row}: ${reason}${detail === undefined ? '' : `: ${detail}`}`);
  throw new StageFailure(
    `${source} has pictures that cannot be used:\n${lines.join('\n')}${failures.length > shown ? '\n  and more' : ''}`,
    'mend them, or leave them out with unreadable: drop (they are counted and listed)',
  );
}
