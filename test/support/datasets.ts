import type { Picture } from '../../runtime/data/dataset.js';
import { DatasetWriter, type NewPair } from '../../runtime/data/artifact/write.js';
import { madePicture } from './pictures.js';

/** A pair whose picture is decoded. */
export type MadePair = NewPair & { readonly picture: Picture };

/** Pairs `0` to `count - 1` of a few classes, with made pictures of `side` pixels and two captions each. */
export function madePairs(count: number, side = 8, classes = ['apple', 'banana', 'cherry']): MadePair[] {
  return Array.from({ length: count }, (_, i) => {
    const label = classes[i % classes.length]!;
    return {
      id: `made/${i}`,
      captions: [`a photo of a ${label}.`, `fruit number ${i}`],
      label,
      picture: madePicture(side, side, i),
    };
  });
}

/** Writes pairs as a dataset stage would, into `parent/dataset`; returns that folder, which must exist. */
export function writeDataset(folder: string, pairs: readonly NewPair[]): string {
  const writer = new DatasetWriter(folder);
  for (const pair of pairs) writer.add(pair);
  writer.finish([], {});
  return folder;
}
