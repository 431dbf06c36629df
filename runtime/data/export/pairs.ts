import { availableParallelism } from 'node:os';
import type { PairDataset, PairInfo } from '../dataset.js';
import { mapInOrder } from '../in-order.js';
import { encodePicture, type PictureFormat } from './encode.js';

/** A pair on its way out. */
export interface OutgoingPair extends PairInfo {
  /** The pair's number in the data set. */
  readonly index: number;
  /** The encoded picture. */
  readonly bytes: Uint8Array;
}

/** Pairs by their numbers, pictures encoded; at most a few of them are in memory. */
export function outgoing(
  dataset: PairDataset,
  indices: Iterable<number>,
  format: PictureFormat,
): AsyncGenerator<OutgoingPair> {
  const load = async (index: number): Promise<OutgoingPair> => {
    const bytes = await encodePicture(await dataset.picture(index), format);
    return { ...dataset.info(index), index, bytes };
  };
  return mapInOrder(indices, load, availableParallelism() + 1);
}

/** All numbers in their order. */
export function* inOrder({ size }: PairDataset): Generator<number> {
  for (let index = 0; index < size; index++) yield index;
}

/** The poisoned ones first, then the others, each in their order: as the study's poison maker writes them. */
export function* poisonsFirst(dataset: PairDataset): Generator<number> {
  for (const wanted of [true, false])
    for (const index of inOrder(dataset)) if (dataset.info(index).poisoned === wanted) yield index;
}

/** `000123`: a pair's number with as many digits as the largest needs, and at least six. */
export function numberText(index: number, size: number): string {
  return String(index).padStart(Math.max(6, String(Math.max(size - 1, 0)).length), '0');
}
