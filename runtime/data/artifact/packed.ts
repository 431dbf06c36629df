import { join } from 'node:path';
import type { PairDataset, PairInfo, Picture } from '../dataset.js';
import { ByteReader } from './bytes.js';
import { damaged } from './damaged.js';
import { fileNames, type DatasetManifest, type PairRecord } from './format.js';

/** Opens a dataset stage's folder. Small files are held in memory, large ones are read pair by pair. */
export function openPacked(dir: string, manifest: DatasetManifest, holdUpTo?: number): PairDataset {
  const open = (name: string, bytes: number): ByteReader => {
    const reader = openFile(dir, name, holdUpTo);
    if (reader.size !== bytes) {
      reader.close();
      throw damaged(dir, `${name} has ${reader.size} bytes instead of ${bytes}`);
    }
    return reader;
  };
  const pictures = open(fileNames.pictures, manifest.bytes.pictures);
  const pairs = open(fileNames.pairs, manifest.bytes.pairs);
  const offsets = open(fileNames.offsets, 8 * manifest.size);

  const lineStart = (index: number): number => {
    if (index === manifest.size) return pairs.size;
    const bytes = offsets.read(8 * index, 8);
    return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0, true);
  };
  const record = (index: number): PairRecord => {
    if (!Number.isInteger(index) || index < 0 || index >= manifest.size) {
      throw new RangeError(`pair ${index} of ${manifest.size}`);
    }
    const start = lineStart(index);
    const line = Buffer.from(pairs.read(start, lineStart(index + 1) - start)).toString('utf8');
    return JSON.parse(line) as PairRecord;
  };

  return {
    size: manifest.size,
    classes: manifest.classes.map(({ name }) => name),
    info: (index): PairInfo => {
      const { id, captions, label } = record(index);
      return { id, captions, label, poisoned: false };
    },
    picture: (index): Picture => {
      const { offset, width, height } = record(index);
      return { width, height, data: pictures.read(offset, 3 * width * height) };
    },
    close: () => [pictures, pairs, offsets].forEach((file) => file.close()),
  };
}

function openFile(dir: string, name: string, holdUpTo?: number): ByteReader {
  try {
    return new ByteReader(join(dir, name), holdUpTo);
  } catch (error) {
    throw damaged(dir, (error as Error).message);
  }
}
