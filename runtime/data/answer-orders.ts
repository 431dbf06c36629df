import type { MessagePort } from 'node:worker_threads';
import type { endOfOrders } from './end-thread.js';

/** In a thread: answers each order in turn, until it is told to end. */
export function answerOrders<Order extends object, Answer>(
  port: MessagePort,
  answer: (order: Order) => Promise<Answer>,
): void {
  let ended = false;
  let last = Promise.resolve();
  port.on('message', (order: Order | typeof endOfOrders) => {
    if (order === null) {
      ended = true;
      last = last.then(() => port.close()); // With it the last thing that kept the thread alive.
      return;
    }
    last = last.then(async () => {
      if (!ended) port.postMessage(await answer(order));
    });
  });
}
