import { join, resolve } from 'node:path';
import type { PairDataset, PairInfo, Picture } from '../dataset.js';
import { ByteReader } from './bytes.js';
import { damaged } from './damaged.js';
import { loadEncoded, readEncoded } from './encoded.js';
import { fileNames, type DatasetManifest, type PairRecord } from './format.js';
import { parseRecord } from './record.js';

/**
 * Opens a dataset stage's folder. Small files are held in memory, large ones are read pair by pair, through the
 * system's page cache.
 */
export function openPacked(dir: string, manifest: DatasetManifest, holdUpTo?: number): PairDataset {
  const opened: ByteReader[] = [];
  const open = (name: string, bytes: number): ByteReader => {
    try {
      const reader = openFile(dir, name, holdUpTo);
      opened.push(reader);
      if (reader.size === bytes) return reader;
      throw damaged(dir, `${name} has ${reader.size} bytes instead of ${bytes}`);
    } catch (error) {
      for (const reader of opened) reader.close();
      throw error;
    }
  };
  const pairs = open(fileNames.pairs, manifest.bytes.pairs);
  const offsets = open(fileNames.offsets, 8 * manifest.size);

  const lineStart = (index: number): number => {
    if (index === manifest.size) return pairs.size;
    return offsets.readDouble(8 * index);
  };
  const lineOf = (index: number): string => {
    if (!Number.isInteger(index) || index < 0 || index >= manifest.size) {
      throw new RangeError(`pair ${index} of ${manifest.size}`);
    }
    const start = lineStart(index);
    const { buffer, byteOffset, length } = pairs.read(start, lineStart(index + 1) - start);
    return Buffer.from(buffer, byteOffset, length).toString('utf8');
  };
  const record = (index: number): PairRecord => parseRecord(lineOf(index), manifest.pictures);
  const pictures =
    manifest.pictures?.form === 'files' ? null : open(fileNames.pictures, manifest.bytes.pictures);
  const picture = pictureReader(dir, manifest, pictures);

  return {
    size: manifest.size,
    classes: manifest.classes.map(({ name }) => name),
    decodes: manifest.pictures !== undefined,
    info: (index): PairInfo => {
      const { id, captions, label } = JSON.parse(lineOf(index)) as PairRecord;
      return { id, captions, label, poisoned: false };
    },
    isPoisoned: () => false,
    picture: async (index) => picture(record(index)),
    encoded: (index) => {
      const { from } = record(index);
      const kept = manifest.pictures;
      return kept === undefined || from === undefined ? null : readEncoded(resolve(dir, kept.root), from);
    },
    close: () => opened.forEach((file) => file.close()),
  };
}

/** How the picture of a record is read. */
function pictureReader(
  dir: string,
  { pictures: kept }: DatasetManifest,
  pictures: ByteReader | null,
): (record: PairRecord) => Picture | Promise<Picture> {
  if (kept === undefined)
    return ({ offset, width, height }) => ({
      width,
      height,
      data: pictures!.read(offset, 3 * width * height),
    });
  const root = resolve(dir, kept.root);
  return ({ id, from }) => {
    if (from === undefined) throw damaged(dir, `nothing tells where the picture of ${id} is`);
    return loadEncoded(root, from, kept.resolution);
  };
}

function openFile(dir: string, name: string, holdUpTo?: number): ByteReader {
  try {
    return new ByteReader(join(dir, name), holdUpTo);
  } catch (error) {
    throw damaged(dir, (error as Error).message);
  }
}
