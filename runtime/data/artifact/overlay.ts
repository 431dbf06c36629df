import { join } from 'node:path';
import type { PairDataset, PairInfo, Picture } from '../dataset.js';
import { ByteReader } from './bytes.js';
import { damaged } from './damaged.js';
import { fileNames, type PoisonManifest, type PoisonRecord, type SubsetManifest } from './format.js';
import { subsetIndices } from './numbers.js';

/** A data set with some pairs replaced by poisoned ones, under their old numbers. */
export function openPoisoned(dir: string, manifest: PoisonManifest, base: PairDataset): PairDataset {
  const pictures = openOr(base, () => new ByteReader(join(dir, fileNames.pictures)), dir);
  const poisoned = new Map<number, PoisonRecord>(manifest.poisoned.map((record) => [record.index, record]));
  if (base.size !== manifest.size || pictures.size !== manifest.bytes.pictures) {
    pictures.close();
    base.close();
    throw damaged(dir, 'its pictures or the data set it is made from have another size');
  }
  return {
    size: base.size,
    classes: base.classes,
    decodes: base.decodes ?? false,
    info: (index): PairInfo => {
      const record = poisoned.get(index);
      if (!record) return base.info(index);
      return { id: record.id, captions: record.captions, label: record.label, poisoned: true };
    },
    isPoisoned: (index) => poisoned.has(index) || base.isPoisoned(index),
    picture: (index): Promise<Picture> => {
      const record = poisoned.get(index);
      if (!record) return base.picture(index);
      const { width, height, offset } = record;
      return Promise.resolve({ width, height, data: pictures.read(offset, 3 * width * height) });
    },
    encoded: (index) => (poisoned.has(index) ? null : (base.encoded?.(index) ?? null)),
    close: () => {
      pictures.close();
      base.close();
    },
  };
}

/** Some pairs of a data set, renumbered. The classes are the base's, also those without a pair. */
export function openSubset(dir: string, manifest: SubsetManifest, base: PairDataset): PairDataset {
  const indices = openOr(base, () => subsetIndices(dir, manifest), dir);
  if (indices.some((index) => index >= base.size)) {
    base.close();
    throw damaged(dir, 'it names pairs that the data set it is made from does not have');
  }
  const original = (index: number): number => {
    const found = indices[index];
    if (found === undefined) throw new RangeError(`pair ${index} of ${indices.length}`);
    return found;
  };
  return {
    size: indices.length,
    classes: base.classes,
    decodes: base.decodes ?? false,
    info: (index) => base.info(original(index)),
    isPoisoned: (index) => base.isPoisoned(original(index)),
    picture: async (index) => base.picture(original(index)),
    encoded: (index) => base.encoded?.(original(index)) ?? null,
    close: () => base.close(),
  };
}

function openOr<T>(base: PairDataset, open: () => T, dir: string): T {
  try {
    return open();
  } catch (error) {
    base.close();
    throw damaged(dir, (error as Error).message);
  }
}
