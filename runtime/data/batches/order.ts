import { permutation, stream } from '../../random/stream.js';

/** The pairs of each batch of an epoch. */
export interface EpochOrder {
  /** Whole batches; pairs that do not fill one are left out, others in each epoch. */
  readonly batches: number;
  /** Numbers of the pairs of a batch. */
  pairs(batch: number): Uint32Array;
}

/** Shuffles `size` pairs for an epoch: a function of the seed and the epoch alone. */
export function epochOrder(size: number, batchSize: number, seed: number, epoch: number): EpochOrder {
  const order = permutation(stream(seed, 'shuffle', epoch), size);
  const batches = Math.floor(size / batchSize);
  return {
    batches,
    pairs: (batch) => {
      if (!Number.isInteger(batch) || batch < 0 || batch >= batches) {
        throw new RangeError(`batch ${batch} of ${batches}`);
      }
      return order.subarray(batch * batchSize, (batch + 1) * batchSize);
    },
  };
}
