// What executing a stage costs beside its work: stages that write one line, through the local scheduler.
//   npm run bench:scheduler -- [stages in this process] [stages in processes of their own]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { carryOut } from '../runtime/execute/carry-out.js';
import type { Launcher } from '../runtime/execute/launcher.js';
import { execute } from '../runtime/execute/run.js';
import { loadRunner } from '../runtime/execute/runners.js';
import { readStatus } from '../runtime/execute/status.js';
import type { Plan } from '../schema/plan.js';
import { widePlan } from './support/wide-plan.js';

const [inside = 10_000, forked = 300] = process.argv.slice(2).map(Number);
const jobs = 3;
const runners = new URL('./support/trivial-runners.js', import.meta.url).href;

/** Carries stages out in this process: all of a stage's bookkeeping in the store, without a process's start. */
const here: Launcher = {
  launch: (task, _, tell) => ({
    outcome: carryOut(task, {
      stopReason: () => null,
      tell,
      runnerOf: ({ stage }) => loadRunner(stage, runners),
    }),
    stop() {},
    kill() {},
  }),
};

interface Timed {
  /** Milliseconds on the wall, and of processor time in this process. */
  readonly perStage: number;
  readonly processor: number;
  readonly megabytes: number;
}

async function timed(plan: Plan, outputs: string, launcher?: Launcher): Promise<Timed> {
  const start = performance.now();
  const before = process.cpuUsage();
  const { counts } = await execute(plan, { outputs, jobs, view: 'silent', runners, launcher });
  const perStage = (performance.now() - start) / plan.stages.length;
  const { user, system } = process.cpuUsage(before);
  const processor = (user + system) / 1000 / plan.stages.length;
  if (counts.done !== plan.stages.length) throw new Error(`only ${counts.done} stages were done`);
  return { perStage, processor, megabytes: process.resourceUsage().maxRSS / 1000 };
}

/** Milliseconds of processor time to read the status, and on the wall for the whole command. */
function statusOf(plan: Plan, outputs: string): { read: number; command: number } {
  const main = fileURLToPath(new URL('../cli/main.js', import.meta.url));
  const start = process.cpuUsage();
  readStatus(plan, outputs);
  const { user, system } = process.cpuUsage(start);
  const read = (user + system) / 1000;
  const before = performance.now();
  execFileSync(process.execPath, [main, 'status', '--outputs', outputs]);
  return { read, command: performance.now() - before };
}

const folder = mkdtempSync(join(tmpdir(), 'expc-bench-'));
try {
  const small = widePlan(forked);
  const own = await timed(small, join(folder, 'forked'));
  console.log(
    `${forked} stages in processes of their own, ${jobs} at a time: ${own.perStage.toFixed(0)} ms a stage, ` +
      `${own.processor.toFixed(1)} ms of them the scheduler's processor time, ` +
      `${own.megabytes.toFixed(0)} MB in the scheduler`,
  );
  const wide = widePlan(inside);
  const outputs = join(folder, 'inside');
  const within = await timed(wide, outputs, here);
  console.log(
    `${inside} stages in the scheduler's process: ${within.perStage.toFixed(1)} ms a stage, ` +
      `${within.processor.toFixed(1)} ms of processor time, ` +
      `${within.megabytes.toFixed(0)} MB`,
  );
  const again = await timeAgain(wide, outputs);
  console.log(`the same again, with nothing to do: ${again.toFixed(0)} ms`);
  const { read, command } = statusOf(wide, outputs);
  console.log(
    `the status of ${inside} stages: ${read.toFixed(0)} ms of processor time, \`expc status\` ${command.toFixed(0)} ms`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function timeAgain(plan: Plan, outputs: string): Promise<number> {
  const start = performance.now();
  await execute(plan, { outputs, jobs, view: 'silent', runners, launcher: here });
  return performance.now() - start;
}
