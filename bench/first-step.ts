// Seconds from `expc run` to the end of the quickstart's first training step, its data sets being built, beside a
// program that loads tfjs and takes one step of the same model.
//   npm run bench:first-step -- [rounds]
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { standardCases } from '../runtime/bench/standard.js';
import { median } from './support/peer.js';

const rounds = Number(process.argv[2] ?? 5);
const main = fileURLToPath(new URL('../cli/main.js', import.meta.url));
const plainStep = fileURLToPath(new URL('./support/plain-step.js', import.meta.url));
const { model, batch_size: batch } = standardCases[0]!.case;
const experiment = 'experiments/quickstart.yaml';
const folder = mkdtempSync(join(tmpdir(), 'expc-first-step-'));

/** When something happened, in seconds since `expc run` was typed. */
interface Times {
  /** The stage's process is at work. */
  readonly process: number;
  /** It has the model and its graph. */
  readonly engine: number;
  readonly step: number;
}

function run(outputs: string, ...args: readonly string[]) {
  const all = [main, 'run', '--plain', '--outputs', outputs, '--jobs', '1', ...args, experiment];
  return execa(process.execPath, all, { stdio: 'ignore', reject: false, cleanup: true });
}

async function firstStep(outputs: string): Promise<Times> {
  const begun = Date.now();
  const running = run(outputs, '--only', 'pretrain');
  const stages = join(outputs, 'stages');
  for (;;) {
    const found = readdirSync(stages).find((name) => name.startsWith('pretrain-'));
    const progress = found === undefined ? null : join(stages, found, 'progress.json');
    if (progress !== null && existsSync(progress)) {
      const { step = 0 } = JSON.parse(readFileSync(progress, 'utf8')) as { step?: number };
      if (step > 0) {
        const done = Date.now();
        running.kill('SIGINT');
        await running;
        const log = readFileSync(join(stages, found!, 'log.txt'), 'utf8');
        const at = (text: string) =>
          (Date.parse(
            log
              .split('\n')
              .find((line) => line.includes(text))
              ?.split(' ')[0] ?? '',
          ) -
            begun) /
          1000;
        return { process: at('attempt 1'), engine: at('engine:'), step: (done - begun) / 1000 };
      }
    }
    await sleep(5);
  }
}

async function plain(): Promise<number> {
  const begun = Date.now();
  await execa(process.execPath, [plainStep, JSON.stringify(model), String(batch)], {
    env: { EXPC_ENGINE: 'eager', TF_CPP_MIN_LOG_LEVEL: '2' },
  });
  return (Date.now() - begun) / 1000;
}

try {
  const data = join(folder, 'data');
  await run(data, '--only', 'dataset', '--only', 'poison');
  const times: Times[] = [];
  const peers: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const outputs = join(folder, String(round));
    cpSync(data, outputs, { recursive: true });
    times.push(await firstStep(outputs));
    rmSync(outputs, { recursive: true });
    peers.push(await plain());
  }
  const of = (name: keyof Times) => median(times.map((one) => one[name]));
  console.log(`expc run to the first step      ${of('step').toFixed(2)} s`);
  console.log(`  until the stage's process      ${of('process').toFixed(2)} s`);
  console.log(`  until it has the graph         ${of('engine').toFixed(2)} s`);
  console.log(`tfjs alone, one eager step      ${median(peers).toFixed(2)} s`);
  console.log(`ratio                           ${(of('step') / median(peers)).toFixed(2)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
