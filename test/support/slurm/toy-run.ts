import { spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Slurm } from '../../../schema/generated/resolved.js';
import type { Plan } from '../../../schema/plan.js';
import type { Built } from '../../runtime/execute/support/build.js';
import type { Cluster } from './cluster.js';

/** The defaults of execution.slurm, with less patience. */
export const quick: Slurm = {
  warning_minutes: 10,
  requeue: true,
  cancel_dependents: true,
  array_size: 1000,
  poll_seconds: 0.5,
};

export interface ToyOptions {
  readonly settings?: Partial<Slurm>;
  readonly detach?: boolean;
  readonly retries?: number;
  readonly failFast?: boolean;
  readonly settleSeconds?: number;
  /** Folders that come first on the PATH. */
  readonly path?: string;
}

/** `expc run --launcher slurm` of a plan of toy stages, in a process of its own. */
export interface ToyRun {
  readonly process: ChildProcess;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  output(): string;
}

let count = 0;

export function runToy(
  built: Built,
  cluster: Cluster,
  plan: Plan,
  outputs: string,
  { settings, path, ...more }: ToyOptions = {},
): ToyRun {
  const file = join(outputs, `options-${count++}.json`);
  const { job: entry, runners } = built;
  const options = { plan, outputs, runners, entry, settleSeconds: 3, patienceSeconds: 1, ...more };
  writeFileSync(file, JSON.stringify({ ...options, settings: { ...quick, ...settings } }));
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [built.slurmScheduler, file], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...cluster.environment,
      PATH: path === undefined ? PATH : `${path}:${PATH}`,
    },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (text += String(data)));
  return {
    process: child,
    ended: new Promise((resolve) => child.on('close', (code, signal) => resolve(code ?? signal!))),
    output: () => text,
  };
}
