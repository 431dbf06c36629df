import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { readJsonLines } from '../../runtime/store/json-lines.js';
import { stageProcesses } from '../runtime/execute/support/process.js';
import { expc, startExpc, store, tiny } from './support.js';

/** How long a training goes on, saving every few seconds; half an hour and more with EXPC_SOAK_MINUTES. */
const minutes = Number(process.env['EXPC_SOAK_MINUTES'] ?? 0.1);

interface Sample {
  /** MiB in memory. */
  readonly memory: number;
  /** Open files. */
  readonly handles: number;
}

/** What a process holds; null once it is gone. */
function sampleOf(pid: number): Sample | null {
  try {
    const [, pages] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ').map(Number);
    return { memory: (pages! * 4) / 1024, handles: readdirSync(`/proc/${pid}/fd`).length };
  } catch {
    return null;
  }
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Whether the last third of the samples is as the third before, but for the noise of a garbage collector. */
function expectFlat(samples: readonly Sample[], what: string): void {
  const third = Math.floor(samples.length / 3);
  const [before, after] = [samples.slice(third, 2 * third), samples.slice(-third)];
  const of = (some: readonly Sample[], key: keyof Sample) => median(some.map((sample) => sample[key]));
  const told = `${what}: ${JSON.stringify(samples.filter((_, n) => n % Math.ceil(samples.length / 20) === 0))}`;
  expect(of(after, 'memory'), told).toBeLessThan(of(before, 'memory') * 1.1 + 10);
  expect(of(after, 'handles'), told).toBeLessThanOrEqual(of(before, 'handles') + 1);
}

it(
  'a training that goes on and on holds no more memory and files than at its beginning',
  async () => {
    const outputs = store();
    const sets = ['pretrain.epochs=100000', 'execution.checkpoint_minutes=0.05', 'execution.jobs=1'];
    const args = [...sets.flatMap((set) => ['--set', set]), '--only', 'pretrain', '--outputs', outputs];
    const run = startExpc('run', tiny, ...args);
    const samples: { scheduler: Sample[]; stage: Sample[] } = { scheduler: [], stage: [] };
    const isTraining = () =>
      readdirSync(outputs, { recursive: true }).some((path) => /epoch-0001/.test(String(path)));
    while (run.exitCode === null && !isTraining()) await sleep(200);
    const end = performance.now() + minutes * 60_000;
    const wait = Math.max(200, (minutes * 60_000) / 200);
    while (performance.now() < end) {
      const scheduler = sampleOf(run.pid!);
      const [stage] = stageProcesses(outputs).map(sampleOf);
      if (scheduler !== null) samples.scheduler.push(scheduler);
      if (stage !== undefined && stage !== null) samples.stage.push(stage);
      await sleep(wait);
    }
    const stopped = await expc('stop', '--outputs', outputs, '--wait', '60');
    expect(stopped.exitCode, stopped.all).toBe(0);
    const { exitCode, all } = await run;
    expect(exitCode, all).toBe(130);
    expect(samples.stage.length).toBeGreaterThan(10);
    if (minutes >= 1) {
      expectFlat(samples.scheduler, 'the scheduler');
      expectFlat(samples.stage, 'the stage');
    }
    const [pretrain] = readdirSync(join(outputs, 'stages')).filter((id) => id.startsWith('pretrain'));
    const rows = readJsonLines(join(outputs, 'stages', pretrain!, 'train.jsonl')) as { step: number }[];
    expect(rows.length).toBeGreaterThan(5);
    const report = process.env['EXPC_SOAK_REPORT'] === undefined ? [] : samples.stage;
    for (const [n, { memory, handles }] of report.entries())
      if (n % 10 === 0)
        console.log(
          `${n}: ${memory.toFixed(0)} MiB, ${handles} files; scheduler ${samples.scheduler[n]?.memory.toFixed(0)} MiB, ${samples.scheduler[n]?.handles} files`,
        );
  },
  (minutes + 4) * 60_000,
);
