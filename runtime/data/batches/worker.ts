import { parentPort, workerData } from 'node:worker_threads';
import { StageFailure } from '../../execute/context.js';
import { answerOrders } from '../answer-orders.js';
import { openDataset } from '../artifact/open.js';
import type { PairDataset } from '../dataset.js';
import { assemble, loadTools, type Tools } from './assemble.js';
import type { PieceOrder, WorkerAnswer, WorkerSetup } from './pool.js';
import { partOf } from './slots.js';

/** A thread that makes pieces of batches: answers each order in turn. */
const { dir, config, slots } = workerData as WorkerSetup;

let opened: Promise<readonly [PairDataset, Tools]> | null = null;

async function open() {
  return [openDataset(dir), await loadTools(config)] as const;
}

async function answer({ epoch, pairs, slot, start }: PieceOrder): Promise<WorkerAnswer> {
  try {
    opened ??= open();
    const [dataset, tools] = await opened;
    const into = partOf(slots[slot]!, config, start, pairs.length);
    return { captions: await assemble(dataset, pairs, epoch, config, tools, into) };
  } catch (error) {
    if (!(error instanceof StageFailure)) return { error: error as Error };
    const { message, hint, code } = error;
    return { failure: { message, hint, code } };
  }
}

answerOrders(parentPort!, answer);
