import { parentPort, workerData } from 'node:worker_threads';
import type { Thesaurus } from '../../augment/wordnet/thesaurus.js';
import { loadThesaurus } from '../../augment/wordnet/load.js';
import { openDataset } from '../artifact/open.js';
import type { PairDataset } from '../dataset.js';
import { assembleBatch } from './assemble.js';
import type { BatchOrder, WorkerAnswer, WorkerSetup } from './pool.js';

/** A thread that makes batches: answers each order in turn. */
const { dir, config } = workerData as WorkerSetup;
const port = parentPort!;

interface Tools {
  readonly dataset: PairDataset;
  readonly thesaurus: Thesaurus | null;
}

async function open(): Promise<Tools> {
  return {
    dataset: openDataset(dir),
    thesaurus: config.augment?.text === 'eda' ? await loadThesaurus() : null,
  };
}

let tools: Promise<Tools> | null = null;

async function answer({ epoch, index, pairs }: BatchOrder): Promise<void> {
  const post = (reply: WorkerAnswer, moved: ArrayBuffer[] = []) => port.postMessage(reply, moved);
  try {
    tools ??= open();
    const { dataset, thesaurus } = await tools;
    const batch = await assembleBatch(dataset, index, pairs, epoch, config, thesaurus);
    const buffers = [batch.images, ...(batch.augmented ? [batch.augmented.images] : [])];
    post(
      { batch },
      buffers.map(({ buffer }) => buffer as ArrayBuffer),
    );
  } catch (error) {
    post({ error: error as Error });
  }
}

let last = Promise.resolve();
port.on('message', (order: BatchOrder) => {
  last = last.then(() => answer(order));
});
