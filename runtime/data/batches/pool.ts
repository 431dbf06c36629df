import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { PairBatch } from './assemble.js';
import type { BatchesConfig } from './source.js';

/** What a worker thread is told at its start. */
export interface WorkerSetup {
  /** The data set's folder. */
  readonly dir: string;
  readonly config: BatchesConfig;
}

/** A batch that a worker thread shall make. */
export interface BatchOrder {
  readonly epoch: number;
  readonly index: number;
  readonly pairs: Uint32Array;
}

/** A worker thread's answer; answers come in the order of the questions. */
export type WorkerAnswer = { readonly batch: PairBatch } | { readonly error: Error };

/** The worker thread's entry; from the sources, that of the build. */
export function workerEntry(): string {
  const beside = fileURLToPath(new URL('./worker.js', import.meta.url));
  return existsSync(beside)
    ? beside
    : fileURLToPath(new URL('../../../dist/runtime/data/batches/worker.js', import.meta.url));
}

interface Waiting {
  readonly resolve: (batch: PairBatch) => void;
  readonly reject: (error: Error) => void;
}

/** Threads that make batches. Each has the data set open for itself. */
export class WorkerPool {
  private readonly threads: { worker: Worker; waiting: Waiting[] }[];
  private turn = 0;

  constructor(count: number, entry: string, setup: WorkerSetup) {
    this.threads = Array.from({ length: count }, () => {
      const worker = new Worker(entry, { workerData: setup });
      const waiting: Waiting[] = [];
      const fail = (error: Error) => waiting.splice(0).forEach(({ reject }) => reject(error));
      worker.on('message', (answer: WorkerAnswer) => {
        const asker = waiting.shift()!;
        if ('batch' in answer) asker.resolve(answer.batch);
        else asker.reject(answer.error);
        if (waiting.length === 0) worker.unref();
      });
      worker.on('error', fail);
      worker.on('exit', (code) => fail(new Error(`a thread that makes batches ended with code ${code}`)));
      worker.unref(); // An idle thread must not keep the process alive.
      return { worker, waiting };
    });
  }

  make(order: BatchOrder): Promise<PairBatch> {
    const { worker, waiting } = this.threads[this.turn++ % this.threads.length]!;
    const made = new Promise<PairBatch>((resolve, reject) => {
      waiting.push({ resolve, reject });
      worker.ref();
      worker.postMessage(order);
    });
    made.catch(() => undefined); // It may fail before anyone waits for it.
    return made;
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map(({ worker }) => worker.terminate()));
  }
}
