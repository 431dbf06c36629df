import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';

const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** One folder for all tests, so that what a killed one left running is found and stopped by the next. */
const folder = '/tmp/expc-test-slurm';

export interface ClusterOptions {
  readonly nodes?: number;
  readonly cpus?: number;
  readonly gpus?: number;
  readonly accounting?: boolean;
  /** Seconds that the controller remembers jobs that have ended. */
  readonly jobAge?: number;
}

/** A real Slurm cluster on loopback. */
export class Cluster {
  /** What clients find it by. */
  readonly environment = { SLURM_CONF: join(folder, 'slurm.conf') };

  constructor(private readonly options: ClusterOptions) {}

  /** Runs a command of Slurm; what it prints. */
  async call(command: string, ...args: readonly string[]): Promise<string> {
    const { stdout } = await execa(command, args, { env: this.environment });
    return stdout;
  }

  /** State, reason and name of every job, also of those that have ended. */
  async jobs(): Promise<{ id: string; state: string; reason: string; node: string; name: string }[]> {
    const text = await this.call('squeue', '-h', '-r', '-t', 'all', '-o', '%i|%T|%r|%N|%j');
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [id, state, reason, node, ...name] = line.split('|') as [string, string, string, string];
        return { id, state, reason, node, name: name.join('|') };
      });
  }

  /** Kills a daemon at once: `slurmctld`, `slurmd.n2`. */
  kill(daemon: string): void {
    process.kill(Number(readFileSync(join(folder, 'pid', daemon), 'utf8')), 'SIGKILL');
  }

  /** Starts what is not running. */
  async up(): Promise<void> {
    const { nodes = 3, cpus = 2, gpus = 0, accounting = false, jobAge = 300 } = this.options;
    const args = ['--nodes', nodes, '--cpus', cpus, '--gpus', gpus].map(String);
    await execa(script('up.sh'), [folder, ...args, ...(accounting ? ['--accounting'] : [])], {
      env: { SLURM_UP_JOB_AGE: String(jobAge) },
      stdin: 'ignore',
    });
  }

  async down(): Promise<void> {
    await execa(script('down.sh'), [folder], { stdin: 'ignore' });
  }
}

/** Starts a cluster, installing Slurm when it is not there; why there is none otherwise. */
export async function startCluster(options: ClusterOptions = {}): Promise<Cluster | string> {
  if (process.env['EXPC_TEST_SLURM'] === 'off') return 'EXPC_TEST_SLURM=off';
  if (process.getuid?.() !== 0) return 'starting a cluster takes root';
  if (!existsSync('/usr/bin/apt-get')) return 'Slurm is installed by apt-get, which is not there';
  const cluster = new Cluster(options);
  try {
    await cluster.down();
    await cluster.up();
  } catch (error) {
    await cluster.down().catch(() => {});
    return `the cluster did not start: ${(error as { stderr?: string }).stderr ?? String(error)}`;
  }
  stopWhenGone();
  return cluster;
}

/** However this process ends, the cluster does not outlive it, unless it is another one's by then. */
function stopWhenGone(): void {
  const owner = join(folder, 'owner');
  writeFileSync(owner, String(process.pid));
  const watch = `while kill -0 ${process.pid} 2>/dev/null; do sleep 1; done
    [ "$(cat '${owner}' 2>/dev/null)" = ${process.pid} ] && exec '${script('down.sh')}' '${folder}'`;
  spawn('bash', ['-c', watch], { detached: true, stdio: 'ignore' }).unref();
}
