import type { Worker } from 'node:worker_threads';

/** Tells a thread to end; what is no order. */
export const endOfOrders = null;

/** After so long a thread hangs, and is ended whatever it does. */
const patience = 30_000;

/**
 * Ends a thread once it has finished what it is at. A thread must not be terminated in the middle: native code that is
 * being loaded or called then (koffi) finds that it may not throw any more, and takes the whole process down.
 */
export function endThread(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    if (worker.threadId === -1) {
      resolve();
      return;
    }
    const timer = setTimeout(() => void worker.terminate(), patience);
    worker.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    worker.ref();
    worker.postMessage(endOfOrders);
  });
}
