import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { PairDataset } from '../dataset.js';
import { openDataset } from '../artifact/open.js';
import { assemble, batchOf, loadTools, type AssemblyConfig, type PairBatch } from './assemble.js';
import { epochOrder } from './order.js';
import { workerEntry, WorkerPool } from './pool.js';
import { makeSlot } from './slots.js';

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
  /** Threads that make them; 0 where they are made when they are asked for. */
  readonly workers: number;
  /**
   * The batches of an epoch (any number: it is only hashed) in order, from batch `start` on. A batch is valid until the
   * next one is asked for: its memory is used again. One epoch at a time.
   */
  epoch(epoch: number, start?: number): AsyncGenerator<PairBatch, void, undefined>;
  /** Ends the worker threads and closes the data set. */
  close(): Promise<void>;
}

/** Batches made ahead, beyond the one that is being used: no more are in memory, however slow the training is. */
const AHEAD = 2;

/** Opens a data set's folder for training. */
export function openBatches(
  dir: string,
  config: BatchesConfig,
  { workers, entry = workerEntry() }: BatchesOptions = {},
): Batches {
  const dataset = openDataset(dir);
  const perEpoch = Math.floor(dataset.size / config.batchSize);
  const count = perEpoch === 0 ? 0 : (workers ?? usefulWorkers(config, dataset));
  if (count === 0) {
    return {
      perEpoch,
      workers: 0,
      epoch: (epoch, start = 0) => epochBatches(dataset, config, epoch, start),
      close: () => {
        dataset.close();
        return Promise.resolve();
      },
    };
  }
  const slots = Array.from({ length: AHEAD + 1 }, () => makeSlot(config, config.batchSize, true));
  const pool = new WorkerPool(Math.min(count, config.batchSize), entry, { dir, config, slots });
  return {
    perEpoch,
    workers: count,
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
  const tools = await loadTools(config);
  const order = epochOrder(dataset.size, config.batchSize, config.seed, epoch);
  const slot = makeSlot(config, config.batchSize, false);
  for (let index = start; index < order.batches; index++) {
    await setImmediate(); // lets signals and messages through between batches
    const pairs = order.pairs(index);
    const captions = await assemble(dataset, pairs, epoch, config, tools, slot);
    yield batchOf(slot, captions, index, pairs, config);
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
    if (next >= order.batches) return;
    const made = pool.make(next % (AHEAD + 1), epoch, next, order.pairs(next));
    made.catch(() => undefined); // It may fail before its turn comes.
    waiting.push(made);
    next++;
  };
  try {
    for (let i = 0; i < AHEAD; i++) ask();
    while (waiting.length > 0) {
      const batch = await waiting.shift()!;
      ask(); // Into the slot of the batch before this one, which is done with.
      yield batch;
    }
  } finally {
    await Promise.allSettled(waiting);
  }
}

/** Pixels of a batch from which on its making takes longer than handing it over between threads. */
const WORTHWHILE_PIXELS = 500_000;

/** More threads than this only take memory from each other. */
const MOST_WORKERS = 16;

/**
 * One thread fewer than the stage has; none where batches are small and their pictures decoded already, or where there
 * is but one core.
 */
function usefulWorkers({ augment, resolution, batchSize }: BatchesConfig, { decodes }: PairDataset): number {
  const pixels = resolution * resolution * batchSize * (augment ? 2 : 1);
  if (!decodes && pixels < WORTHWHILE_PIXELS) return 0;
  const threads = Number(process.env.TF_NUM_INTRAOP_THREADS) || availableParallelism();
  return Math.max(1, Math.min(MOST_WORKERS, threads - 1));
}
