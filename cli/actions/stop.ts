import { existsSync } from 'node:fs';
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
  print(requests.map(requestText).join('') || 'nothing runs\n');
  if (wait === undefined) return exitCode.fine;
  return (await allStop(outputs, requests, wait)) ? exitCode.fine : exitCode.failed;
}

function requestText({ runs, orphans }: StopRequest): string {
  const lines = [
    ...runs.map(({ experiment, pid, host }) => `asked ${experiment} (process ${pid} on ${host}) to stop`),
    ...orphans.map(({ pid, host }) => `asked a stage whose run is gone (process ${pid} on ${host}) to stop`),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

async function allStop(outputs: string, requests: readonly StopRequest[], seconds: number): Promise<boolean> {
  for (let waited = 0; ; waited += 0.25) {
    if (requests.every((request) => isStopped(outputs, request))) return true;
    if (waited >= seconds) break;
    await sleep(250);
  }
  print(`not all have stopped after ${seconds} s\n`);
  return false;
}
