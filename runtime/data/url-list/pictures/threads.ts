import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { endThread } from '../../end-thread.js';
import type { PictureOptions } from '../config.js';
import { DownloadFailure } from '../failure.js';
import type { PictureFile } from './file.js';

/** What a thread is told at its start. */
export interface ThreadSetup {
  /** The folder of pictures. */
  readonly root: string;
  readonly options: PictureOptions & { readonly max_megapixels: number };
}

/** A picture to make and keep; its bytes move to the thread. */
export interface PictureOrder {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of its file; null for one made of its content. */
  readonly name: string | null;
}

/** A thread's answer; answers come in the order of the questions. */
export type PictureAnswer =
  | { readonly kept: PictureFile }
  | { readonly failure: Pick<DownloadFailure, 'reason' | 'detail' | 'more'> }
  | { readonly error: Error };

interface Waiting {
  readonly resolve: (kept: PictureFile) => void;
  readonly reject: (error: Error) => void;
}

/** The threads' entry; from the sources, that of the build. */
function entry(): string {
  const beside = fileURLToPath(new URL('./worker.js', import.meta.url));
  return existsSync(beside)
    ? beside
    : fileURLToPath(new URL('../../../../dist/runtime/data/url-list/pictures/worker.js', import.meta.url));
}

/** Threads that decode, resize, encode and write pictures, so that the network is never waited for by a core. */
export class PictureThreads {
  private readonly threads: { worker: Worker; waiting: Waiting[] }[];

  constructor(count: number, setup: ThreadSetup) {
    this.threads = Array.from({ length: count }, () => {
      const worker = new Worker(entry(), { workerData: setup });
      const waiting: Waiting[] = [];
      const fail = (error: Error) => waiting.splice(0).forEach(({ reject }) => reject(error));
      worker.on('message', (answer: PictureAnswer) => settle(waiting.shift()!, answer));
      worker.on('error', fail);
      worker.on('exit', (code) => fail(new Error(`a thread that makes pictures ended with code ${code}`)));
      return { worker, waiting };
    });
  }

  /** @throws DownloadFailure when the bytes are no picture that can be used */
  keep(order: PictureOrder): Promise<PictureFile> {
    const idlest = this.threads.reduce((a, b) => (b.waiting.length < a.waiting.length ? b : a));
    return new Promise<PictureFile>((resolve, reject) => {
      idlest.waiting.push({ resolve, reject });
      idlest.worker.postMessage(order, [order.bytes.buffer]);
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map(({ worker }) => endThread(worker)));
  }
}

function settle({ resolve, reject }: Waiting, answer: PictureAnswer): void {
  if ('kept' in answer) resolve(answer.kept);
  else if ('failure' in answer) {
    const { reason, detail, more } = answer.failure;
    reject(new DownloadFailure(reason, detail, more));
  } else reject(answer.error);
}
