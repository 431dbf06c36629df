import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { endThread } from '../end-thread.js';
import { StageFailure } from '../../execute/context.js';
import { batchOf, type Captions, type PairBatch } from './assemble.js';
import type { Slot } from './slots.js';
import type { BatchesConfig } from './source.js';

/** What a worker thread is told at its start. */
export interface WorkerSetup {
  /** The data set's folder. */
  readonly dir: string;
  readonly config: BatchesConfig;
  readonly slots: readonly Slot[];
}

/** A piece of a batch that a worker thread shall make. */
export interface PieceOrder {
  readonly epoch: number;
  readonly pairs: Uint32Array;
  /** Number of the slot that it goes into, and the first of its pairs there. */
  readonly slot: number;
  readonly start: number;
}

/** A worker thread's answer; answers come in the order of the questions. */
export type WorkerAnswer =
  | { readonly captions: Captions }
  | { readonly error: Error }
  | { readonly failure: Pick<StageFailure, 'message' | 'hint' | 'code'> };

/** The worker thread's entry; from the sources, that of the build. */
export function workerEntry(): string {
  const beside = fileURLToPath(new URL('./worker.js', import.meta.url));
  return existsSync(beside)
    ? beside
    : fileURLToPath(new URL('../../../dist/runtime/data/batches/worker.js', import.meta.url));
}

interface Waiting {
  readonly resolve: (captions: Captions) => void;
  readonly reject: (error: Error) => void;
}

/** Threads that make batches, each of them a piece of every batch. Each has the data set open for itself. */
export class WorkerPool {
  private readonly threads: { worker: Worker; waiting: Waiting[] }[];
  private broken: Error | null = null;

  constructor(
    count: number,
    entry: string,
    private readonly setup: WorkerSetup,
  ) {
    this.threads = Array.from({ length: count }, () => {
      const worker = new Worker(entry, { workerData: setup });
      const waiting: Waiting[] = [];
      const fail = (error: Error) => {
        this.broken ??= error;
        waiting.splice(0).forEach(({ reject }) => reject(error));
      };
      worker.on('message', (answer: WorkerAnswer) => {
        const asker = waiting.shift()!;
        if ('captions' in answer) asker.resolve(answer.captions);
        else asker.reject(errorOf(answer));
        if (waiting.length === 0) worker.unref();
      });
      worker.on('error', fail);
      worker.on('exit', (code) => fail(new Error(`a thread that makes batches ended with code ${code}`)));
      worker.unref(); // An idle thread must not keep the process alive.
      return { worker, waiting };
    });
  }

  /** Makes a batch in a slot, which nobody else may be using. */
  async make(slot: number, epoch: number, index: number, pairs: Uint32Array): Promise<PairBatch> {
    const size = Math.ceil(pairs.length / this.threads.length);
    const pieces: Promise<Captions>[] = [];
    for (let start = 0; start < pairs.length; start += size)
      pieces.push(this.ask(pieces.length, { epoch, slot, start, pairs: pairs.slice(start, start + size) }));
    await Promise.allSettled(pieces); // Until then the slot is not free, whatever has failed.
    const made = await Promise.all(pieces);
    const captions = {
      captions: made.flatMap((piece) => piece.captions),
      augmented: made.flatMap((piece) => piece.augmented),
    };
    const { slots, config } = this.setup;
    return batchOf(slots[slot]!, captions, index, pairs, config);
  }

  private ask(thread: number, order: PieceOrder): Promise<Captions> {
    const { worker, waiting } = this.threads[thread]!;
    const made = new Promise<Captions>((resolve, reject) => {
      if (this.broken) {
        reject(this.broken);
        return;
      }
      waiting.push({ resolve, reject });
      worker.ref();
      worker.postMessage(order);
    });
    made.catch(() => undefined); // It may fail before anyone waits for it.
    return made;
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map(({ worker }) => endThread(worker)));
  }
}

/** Errors lose their class between threads. */
function errorOf(answer: Exclude<WorkerAnswer, { captions: Captions }>): Error {
  if ('error' in answer) return answer.error;
  const { message, hint, code } = answer.failure;
  return new StageFailure(message, hint, code);
}
