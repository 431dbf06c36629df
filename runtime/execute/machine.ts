import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

type Environment = Readonly<Record<string, string | undefined>>;

/** Cores that this process may use: what Slurm gave, else its affinity, bounded by a container's quota. */
export function coreCount(
  environment: Environment = process.env,
  quota: number | null = cgroupQuota(),
): number {
  const given = ['SLURM_CPUS_PER_TASK', 'SLURM_CPUS_ON_NODE']
    .map((name) => Number(environment[name]))
    .find((count) => Number.isInteger(count) && count > 0);
  const cores = given ?? availableParallelism();
  return Math.max(1, Math.min(cores, quota === null ? cores : Math.ceil(quota)));
}

/** Cores' worth of time that a container may use (cgroup v2, then v1); null when there is no bound. */
function cgroupQuota(): number | null {
  const v2 = read('/sys/fs/cgroup/cpu.max')?.split(' ');
  const quota = v2?.[0] ?? read('/sys/fs/cgroup/cpu/cpu.cfs_quota_us');
  const period = v2?.[1] ?? read('/sys/fs/cgroup/cpu/cpu.cfs_period_us');
  const cores = Number(quota) / Number(period);
  return Number.isFinite(cores) && cores > 0 ? cores : null;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/**
 * The GPUs that stages are spread over, as CUDA_VISIBLE_DEVICES names them: its own list when it is set (empty, or
 * from a -1 on: none), else those that nvidia-smi lists. None with EXPC_TENSORFLOW=cpu.
 */
export async function gpuNames(
  environment: Environment = process.env,
  ask: () => Promise<string | null> = askNvidiaSmi,
): Promise<string[]> {
  if (environment['EXPC_TENSORFLOW'] === 'cpu') return [];
  const visible = environment['CUDA_VISIBLE_DEVICES'];
  if (visible === undefined) return splitNames((await ask()) ?? '', '\n');
  const names = splitNames(visible, ',');
  const end = names.indexOf('-1'); // CUDA sees nothing from an invalid name on.
  return end < 0 ? names : names.slice(0, end);
}

function splitNames(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function askNvidiaSmi(): Promise<string | null> {
  return new Promise((resolve) => {
    const args = ['--query-gpu=uuid', '--format=csv,noheader'];
    execFile('nvidia-smi', args, { timeout: 10_000 }, (error, stdout) =>
      resolve(error === null ? stdout : null),
    );
  });
}
