import { availableParallelism } from 'node:os';
import type { PairDataset, Picture } from '../data/dataset.js';
import { mapInOrder } from '../data/in-order.js';
import { resizeAndCrop } from '../data/picture/geometry.js';

/** Pictures at the model's resolution that are made when they are needed. */
export interface Pictures {
  readonly count: number;
  /** [count, side, side, 3] bytes of the pictures from `start` on. */
  read(start: number, count: number): Promise<Uint8Array>;
}

/** Bytes up to which pictures are kept once made: a small test set is decoded and triggered only once. */
const KEPT_BYTES = 256 * 2 ** 20;

/**
 * Pictures of a data set, each changed by `change`, resized and cropped to the model's resolution.
 *
 * @param indices which pair each picture comes from
 * @param change what is done to a picture at its stored size; a function of its arguments alone
 */
export function pictures(
  data: PairDataset,
  side: number,
  indices: ArrayLike<number>,
  change: (picture: Picture, position: number) => Picture = (picture) => picture,
): Pictures {
  const bytes = side * side * 3;
  const kept = indices.length * bytes <= KEPT_BYTES ? new Map<number, Uint8Array>() : null;
  const make = async (position: number): Promise<Uint8Array> => {
    const found = kept?.get(position);
    if (found !== undefined) return found;
    const stored = await data.picture(indices[position]!);
    const picture = resizeAndCrop(change(stored, position), side);
    kept?.set(position, Uint8Array.from(picture.data));
    return picture.data;
  };
  return {
    count: indices.length,
    async read(start, count) {
      const out = new Uint8Array(count * bytes);
      const positions = Array.from({ length: count }, (_, i) => start + i);
      let done = 0;
      for await (const picture of mapInOrder(positions, make, availableParallelism() + 1))
        out.set(picture, done++ * bytes);
      return out;
    },
  };
}
