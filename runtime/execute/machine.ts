import { readFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';

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
 * Memory that this process and its stages may use, in bytes: what Slurm gave, else the machine's, bounded by a
 * container's limit.
 */
export function memoryBytes(
  environment: Environment = process.env,
  limit: number | null = cgroupMemory(),
): number {
  const given = Number(environment['SLURM_MEM_PER_NODE']) * 2 ** 20; // In MB, and absent outside jobs.
  const memory = given > 0 ? given : totalmem();
  return limit === null ? memory : Math.min(memory, limit);
}

/** What a container may use (cgroup v2, then v1); null when there is no bound. */
function cgroupMemory(): number | null {
  const text = read('/sys/fs/cgroup/memory.max') ?? read('/sys/fs/cgroup/memory/memory.limit_in_bytes');
  const limit = Number(text); // `max` is no number; v1 writes a huge one.
  return text !== undefined && Number.isFinite(limit) && limit > 0 ? limit : null;
}
