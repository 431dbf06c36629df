import process from 'node:process';
import { execa } from 'execa';
import { accountingFormat, parseAccounting } from './accounting.js';
import { noCommand } from './failure.js';
import { parseQueue, queueFormat, type QueueEntry } from './queue.js';
import { refusalOf, type Refusal } from './refusal.js';

/** What a command that failed said. */
export interface Refused {
  readonly refusal: Refusal;
  readonly words: string;
}

/** What expc asks of Slurm. */
export interface Slurm {
  /** Submits a script; the number of the job. */
  submit(script: string): Promise<string | Refused>;
  /** All jobs of the users, also those that ended not long ago: one call, whatever their number. */
  queue(uids: readonly number[]): Promise<readonly QueueEntry[] | Refused>;
  /** What the accounting knows of jobs; null where there is none, or it does not answer. */
  accounting(jobs: readonly string[]): Promise<readonly QueueEntry[] | null>;
  /** Ends jobs, or gives their own processes a signal. */
  cancel(jobs: readonly string[], signal?: 'TERM'): Promise<Refused | null>;
  /** Lets held jobs go. One that Slurm does not let go stays held, as the queue tells. */
  release(jobs: readonly string[]): Promise<void>;
  partitions(): Promise<readonly string[]>;
}

/** Slurm by its commands. */
export function slurmCommands(): Slurm {
  return {
    async submit(script) {
      const said = await call('sbatch', ['--parsable', script]);
      return typeof said === 'string' ? said.trim().split(';')[0]! : said; // `number;cluster`
    },
    async queue(uids) {
      const said = await call('squeue', ['-h', '-r', '-t', 'all', '-u', uids.join(','), '-o', queueFormat]);
      return typeof said === 'string' ? parseQueue(said) : said;
    },
    async accounting(jobs) {
      if (jobs.length === 0) return [];
      try {
        const said = await call('sacct', ['-n', '-P', '-X', '-j', jobs.join(','), '-o', accountingFormat]);
        return typeof said === 'string' ? parseAccounting(said) : null;
      } catch {
        return null; // The command itself is not there.
      }
    },
    async cancel(jobs, signal) {
      const how = signal === undefined ? [] : ['--batch', `--signal=${signal}`];
      for (let at = 0; at < jobs.length; at += jobsPerCall) {
        const said = await call('scancel', [...how, ...jobs.slice(at, at + jobsPerCall)]);
        if (typeof said !== 'string' && said.refusal === 'unreachable') return said;
      }
      return null; // Anything else is a job that has just ended.
    },
    async release(jobs) {
      for (const job of jobs) await call('scontrol', ['release', job]);
    },
    async partitions() {
      const said = await call('sinfo', ['-h', '-o', '%R']);
      return typeof said === 'string' ? said.split('\n').filter((name) => name !== '') : [];
    },
  };
}

const jobsPerCall = 500;
const timeoutMs = 60_000;

async function call(command: string, args: readonly string[]): Promise<string | Refused> {
  const { exitCode, stdout, stderr, code, timedOut } = await execa(command, args, {
    reject: false,
    timeout: timeoutMs,
    stdin: 'ignore',
    env: environment(process.env),
    extendEnv: false,
  });
  if (code === 'ENOENT') throw noCommand(command);
  if (exitCode === 0) return stdout;
  if (timedOut) return { refusal: 'unreachable', words: `${command} took longer than a minute` };
  return { refusal: refusalOf(stderr), words: stderr === '' ? `${command} failed` : stderr };
}

/**
 * The environment that a job inherits: not what belongs to the job that expc itself may be running in, nor the GPUs that
 * this machine's shell chose.
 */
export function environment(own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const isOurs = (name: string) =>
    (!/^(SLURM|SLURMD)_/.test(name) || name === 'SLURM_CONF' || name === 'SLURM_CLUSTERS') &&
    name !== 'CUDA_VISIBLE_DEVICES';
  return Object.fromEntries(Object.entries(own).filter(([name]) => isOurs(name)));
}
