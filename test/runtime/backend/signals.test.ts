import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

// The addon's package itself, in a process of its own, for a signal at the wrong moment kills the process.
const addon = createRequire(import.meta.url).resolve('@tensorflow/tfjs-node-gpu');

/** Run a CommonJS script that has `tf`, and `threads()`: the signals that each thread blocks, by thread. */
async function run(script: string): Promise<unknown> {
  const head = `
    const { readFileSync, readdirSync, stat } = require('node:fs');
    const { Worker } = require('node:worker_threads');
    stat('.', () => {}); // Node starts its pool of threads at the first use.
    const blockedBy = (id) => /SigBlk:\\s*(\\S+)/.exec(readFileSync('/proc/self/task/' + id + '/status', 'utf8'))[1];
    const threads = () => new Map(readdirSync('/proc/self/task').map((id) => [id, blockedBy(id)]));
    const before = threads();
    const tf = require(${JSON.stringify(addon)});`;
  const env = { ...process.env, TF_CPP_MIN_LOG_LEVEL: '2' };
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', head + script], { env });
  return JSON.parse(stdout);
}

const outside = [
  'SIGHUP',
  'SIGINT',
  'SIGUSR1',
  'SIGUSR2',
  'SIGALRM',
  'SIGTERM',
  'SIGCHLD',
  'SIGWINCH',
  'SIGPROF',
] as const;
const faults = ['SIGSEGV', 'SIGBUS', 'SIGFPE', 'SIGILL', 'SIGTRAP', 'SIGABRT'] as const;

/** Which of the signals a mask of /proc, in hexadecimal, has. */
const within = (mask: string, signals: readonly (keyof typeof constants.signals)[]) =>
  signals.filter((name) => (BigInt(`0x${mask}`) >> BigInt(constants.signals[name] - 1)) & 1n);

describe.runIf(process.platform === 'linux')('signals', () => {
  it('do not corrupt the heap when they arrive during a matrix product', { timeout: 120_000 }, async () => {
    // Differing sizes of what lies beside the product's buffer: some are hit where it shows.
    const { handled } = (await run(`
      let handled = 0, sent = false, seed = 1;
      process.on('SIGUSR2', () => handled++);
      const sender = new Worker(\`
        const pause = new Int32Array(new SharedArrayBuffer(4));
        for (let i = 0; i < 4000; i++) { process.kill(process.pid, 'SIGUSR2'); Atomics.wait(pause, 0, 0, 1); }
      \`, { eval: true });
      sender.on('exit', () => (sent = true));
      const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
      const pairs = [[48, 256, 64], [256, 256, 64], [64, 300, 48], [300, 500, 64]].map(
        ([m, k, n]) => [tf.ones([m, k]), tf.ones([k, n])],
      );
      const beside = [];
      const work = () => {
        for (let i = 0; i < 50; i++) {
          tf.matMul(...pairs[i % pairs.length]).dispose();
          const at = random(400);
          beside[at]?.dispose();
          beside[at] = tf.fill([1 + random(1500)], 1);
        }
        if (sent) console.log(JSON.stringify({ handled }));
        else setImmediate(work);
      };
      work();
    `)) as { handled: number };
    expect(handled).toBeGreaterThan(10);
  });

  it("reach none of TensorFlow's threads, which still fail on faults of their own", async () => {
    const masks = (await run(`
      tf.matMul(tf.ones([512, 512]), tf.ones([512, 512])).dataSync();
      console.log(JSON.stringify([...threads()].filter(([id]) => !before.has(id)).map(([, mask]) => mask)));
    `)) as string[];
    expect(masks.length).toBeGreaterThan(0);
    for (const mask of masks) {
      expect(within(mask, outside)).toEqual(outside);
      expect(within(mask, faults)).toEqual([]);
    }
  });

  it('wait for the end of an operation, and only for that', async () => {
    const { during, idle, after } = (await run(`
      const idle = blockedBy(process.pid);
      const watcher = new Worker(\`
        const { readFileSync } = require('node:fs');
        const { parentPort } = require('node:worker_threads');
        const mask = () => /SigBlk:\\\\s*(\\\\S+)/.exec(readFileSync('/proc/' + process.pid + '/status', 'utf8'))[1];
        for (const end = Date.now() + 30_000; Date.now() < end;) {
          const now = mask();
          if (now !== \${JSON.stringify('IDLE')}) { parentPort.postMessage(now); break; }
        }
      \`.replace('IDLE', idle), { eval: true });
      let during = null, gone = false;
      watcher.on('message', (mask) => (during = mask));
      watcher.on('exit', () => (gone = true));
      const a = tf.ones([512, 512]);
      const work = () => {
        tf.matMul(a, a).dispose();
        if (gone) console.log(JSON.stringify({ during, idle, after: blockedBy(process.pid) }));
        else setImmediate(work);
      };
      work();
    `)) as { during: string; idle: string; after: string };
    expect(within(during, outside)).toEqual(outside);
    expect(within(during, faults)).toEqual([]);
    expect(after).toBe(idle);
    expect(within(idle, ['SIGTERM', 'SIGUSR2'])).toEqual([]);
  });
});
