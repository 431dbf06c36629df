import process from 'node:process';
import { createTracker } from './create.js';
import { relieved, type FromFollower, type ToFollower } from './protocol.js';
import { Sweep } from './sweep.js';
import { TensorBoard } from './tensorboard.js';

/**
 * Entry of the process that follows a store for one tracker. On its own, so that nothing that happens in it, and no
 * server that hangs, touches a run. Signals are for the run: the follower ends when it is told to, or left alone.
 */
let finishing = false;
let wake = () => {};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.on('disconnect', () => finish());
process.on('message', (message: ToFollower) => {
  if (message.type === 'finish') finish();
  else void follow(message).finally(() => process.exit());
});

function finish(): void {
  finishing = true;
  wake();
}

async function follow({
  plan,
  outputs,
  settings,
  seconds,
}: Extract<ToFollower, { type: 'follow' }>): Promise<void> {
  let told = '';
  const warn = (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    if (message !== told && process.connected)
      process.send?.({ type: 'warning', message } satisfies FromFollower);
    told = message;
  };
  try {
    const tracker = await createTracker(settings);
    const sweep = new Sweep(plan, outputs, tracker, settings.memory);
    for (let last = false; !last;) {
      last = finishing;
      await sweep.run(() => isFull(tracker)).then(() => (told = ''), warn);
      if (isFull(tracker)) process.exit(relieved);
      if (!last && !finishing) await pause(seconds);
    }
  } catch (error) {
    warn(error);
  }
}

const isFull = (tracker: unknown) => tracker instanceof TensorBoard && tracker.isFull;

function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, seconds * 1000);
    wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}
