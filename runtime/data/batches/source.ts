import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { loadThesaurus } from '../../augment/wordnet/load.js';
import type { PairDataset } from '../dataset.js';
import { openDataset } from '../artifact/open.js';
import { assembleBatch, type AssemblyConfig, type PairBatch } from './assemble.js';
import { epochOrder } from './order.js';
import { workerEntry, WorkerPool } from './pool.js';

export interface BatchesConfig extends AssemblyConfig {
  readonly batchSize: number;
}

export interface BatchesOptions {
  /** Threads that make batches ahead of the training; 0 makes them when they are asked for. Changes no byte. */
  readonly workers?: number;
  /** The worker thread's entry. */
  readonly entry?: string;
}

/** The training batches of a data set. */
export interface Batches {
  /** Batches in each epoch. */
  readonly perEpoch: number;
  /** The batches of an epoch (any number: it is only hashed) in order, from batch `start` on. */
  epoch(epoch: number, start?: number): AsyncGenerator<PairBatch, void, undefined>;
  /** Ends the worker threads and closes the data set. */
  close(): Promise<void>;
}

/** Batches made ahead, in all threads together, beyond the one that is being used. */
const AHEAD = 3;

/** Opens a data set's folder for training. */
export function openBatches(
  dir: string,
  config: BatchesConfig,
  { workers, entry = workerEntry() }: BatchesOptions = {},
): Batches {
  const dataset = openDataset(dir);
  const perEpoch = Math.floor(dataset.size / config.batchSize);
  const count = Math.min(workers ?? usefulWorkers(config), AHEAD);
  if (count === 0) {
    return {
      perEpoch,
      epoch: (epoch, start = 0) => epochBatches(dataset, config, epoch, start),
      close: () => {
        dataset.close();
        return Promise.resolve();
      },
    };
  }
  const pool = new WorkerPool(count, entry, { dir, config });
  return {
    perEpoch,
    epoch: (epoch, start = 0) => pooledBatches(pool, dataset.size, config, epoch, start),
    close: async () => {
      dataset.close();
      await pool.close();
    },
  };
}

/** The batches of an epoch, made in this thread. */
export async function* epochBatches(
  dataset: PairDataset,
  config: BatchesConfig,
  epoch: number,
  start = 0,
): AsyncGenerator<PairBatch, void, undefined> {
  const thesaurus = config.augment?.text === 'eda' ? await loadThesaurus() : null;
  const order = epochOrder(dataset.size, config.batchSize, config.seed, epoch);
  for (let index = start; index < order.batches; index++) {
    await setImmediate(); // lets signals and messages through between batches
    yield await assembleBatch(dataset, index, order.pairs(index), epoch, config, thesaurus);
  }
}

async function* pooledBatches(
  pool: WorkerPool,
  size: number,
  config: BatchesConfig,
  epoch: number,
  start: number,
): AsyncGenerator<PairBatch, void, undefined> {
  const order = epochOrder(size, config.batchSize, config.seed, epoch);
  const waiting: Promise<PairBatch>[] = [];
  let next = start;
  const ask = () => {
    if (next < order.batches) waiting.push(pool.make({ epoch, index: next, pairs: order.pairs(next) }));
    next++;
  };
  try {
    for (let i = 0; i < AHEAD; i++) ask();
    while (waiting.length > 0) {
      const batch = await waiting.shift()!;
      ask();
      yield batch;
    }
  } finally {
    await Promise.allSettled(waiting);
  }
}

/** Pixels of a batch from which on its making takes longer than handing it over between threads. */
const WORTHWHILE_PIXELS = 500_000;

function usefulWorkers({ augment, resolution, batchSize }: BatchesConfig): number {
  const pixels = resolution * resolution * batchSize * (augment ? 2 : 1);
  if (pixels < WORTHWHILE_PIXELS) return 0;
  return Math.max(1, Math.min(AHEAD, availableParallelism() - 1));
}
