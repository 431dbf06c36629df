import { existsSync } from 'node:fs';
import { jobsAreOver, stopJobs, type StoppedJobs } from '../../runtime/execute/slurm/stop-jobs.js';
import { plural } from '../../runtime/execute/view/text.js';
import { isStopped, requestStop, type StopRequest } from '../../runtime/execute/stop.js';
import type { StopOptions } from '../commands/stop.js';
import { exitCode } from '../exit.js';
import { loadOrExplain } from '../load.js';
import { print } from '../terminal.js';
import { setTimeout as sleep } from 'node:timers/promises';

export async function stop(names: readonly string[], { outputs, wait }: StopOptions): Promise<number> {
  const experiments = names.map((name) =>
    existsSync(name) ? (loadOrExplain(name)?.plan.experiment ?? null) : name,
  );
  if (experiments.includes(null)) return exitCode.wrong;
  const asked = experiments.length === 0 ? [undefined] : (experiments as string[]);
  const requests = asked.map((experiment) => requestStop(outputs, experiment));
  const jobs = await Promise.all(asked.map((experiment) => stopJobs(outputs, experiment)));
  const text = [...requests.map(requestText), ...jobs.map(jobsText)].join('');
  print(text === '' ? 'nothing runs\n' : text);
  if (wait === undefined) return exitCode.fine;
  const isOver = async () =>
    requests.every((request) => isStopped(outputs, request)) &&
    (await Promise.all(asked.map((experiment) => jobsAreOver(outputs, experiment)))).every(Boolean);
  return (await within(wait, isOver)) ? exitCode.fine : exitCode.failed;
}

function jobsText({ cancelled, asked, silence }: StoppedJobs): string {
  const lines = [
    ...(cancelled.length === 0 ? [] : [`took ${plural(cancelled.length, 'waiting job')} out of the queue`]),
    ...(asked.length === 0 ? [] : [`asked ${plural(asked.length, 'running job')} to stop`]),
    ...(silence === null ? [] : [`jobs cannot be stopped now: ${silence}`]),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function requestText({ runs, orphans }: StopRequest): string {
  const lines = [
    ...runs.map(({ experiment, pid, host }) => `asked ${experiment} (process ${pid} on ${host}) to stop`),
    ...orphans.map(({ pid, host }) => `asked a stage whose run is gone (process ${pid} on ${host}) to stop`),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

async function within(seconds: number, isSo: () => Promise<boolean>): Promise<boolean> {
  const end = performance.now() + seconds * 1000;
  while (!(await isSo())) {
    if (performance.now() >= end) {
      print(`not all have stopped after ${seconds} s\n`);
      return false;
    }
    await sleep(250);
  }
  return true;
}
