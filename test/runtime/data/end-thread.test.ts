import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { endThread } from '../../../runtime/data/end-thread.js';
import { WorkerPool, workerEntry } from '../../../runtime/data/batches/pool.js';

test('a thread ends after what it is at, and not before', async () => {
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads');
     parentPort.on('message', (order) => {
       if (order === null) { parentPort.close(); return; }
       const until = Date.now() + 200;
       while (Date.now() < until);
       parentPort.postMessage('done');
     });`,
    { eval: true },
  );
  const answers: unknown[] = [];
  worker.on('message', (answer) => answers.push(answer));
  worker.postMessage({});
  await endThread(worker);
  expect(answers).toEqual(['done']);
});

test('a thread that has ended by itself is no reason to wait', async () => {
  const worker = new Worker('', { eval: true });
  await new Promise((resolve) => worker.once('exit', resolve));
  await endThread(worker);
});

test('threads may be told to end at any moment of their start, when they load native code', async () => {
  const setup = { dir: '', slots: [], config: {} } as unknown as ConstructorParameters<typeof WorkerPool>[2];
  for (let wait = 0; wait < 200; wait += 20) {
    const pool = new WorkerPool(2, workerEntry(), setup);
    await setTimeout(wait);
    await pool.close();
  }
});
