import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** A process, told apart from every other, also from a later one with the same number. */
export interface Owner {
  /** For people. */
  readonly host: string;
  /** One boot of one machine (and process namespace): only there does `pid` mean anything. */
  readonly machine: string;
  readonly pid: number;
  /** When the process started, in the kernel's ticks since boot; null where the system does not say. */
  readonly started: string | null;
  /** The job of a cluster that it is part of. */
  readonly job?: JobRef;
}

/** A start of a job of Slurm. */
export interface JobRef {
  readonly cluster: string;
  readonly id: string;
  /** How often the job went back into the queue and was started again. */
  readonly restart: number;
}

/** This process. */
export function thisProcess(): Owner {
  const job = jobOf(process.env);
  return {
    host: hostname(),
    machine: thisMachine(),
    pid: process.pid,
    started: startOf(process.pid),
    ...(job === null ? {} : { job }),
  };
}

/** The job that a process with this environment is part of; null outside any. */
export function jobOf(environment: NodeJS.ProcessEnv): JobRef | null {
  const { SLURM_JOB_ID: id, SLURM_CLUSTER_NAME: cluster = '', SLURM_RESTART_COUNT: restart } = environment;
  return id === undefined || id === '' ? null : { cluster, id, restart: Number(restart ?? 0) };
}

/**
 * Whether `one` is of an earlier start of the job that `other` is of. Slurm starts a job again only once it has given
 * the earlier start up, though on a node that it lost sight of the old process may live on.
 */
export function isEarlierStart({ job: one }: Owner, { job: other }: Owner): boolean {
  if (one === undefined || other === undefined) return false;
  return one.cluster === other.cluster && one.id === other.id && one.restart < other.restart;
}

/** Whether a process still runs; null when it belongs to another machine, so that only its heartbeat tells. */
export function isAlive(owner: Owner): boolean | null {
  if (owner.machine !== thisMachine()) return null;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    // EPERM: it is there, but somebody else's.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return owner.started === null || owner.started === startOf(owner.pid);
}

let machine: string | undefined;

function thisMachine(): string {
  machine ??= `${readBootId() ?? hostname()}/${readNamespace() ?? ''}`;
  return machine;
}

function readBootId(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return null;
  }
}

function readNamespace(): string | null {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return null;
  }
}

/**
 * Field 22 of /proc/PID/stat (proc(5)); null without /proc, and for a process that has ended but was not yet reaped:
 * a zombie still takes signals, yet does no work.
 */
function startOf(pid: number): string | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command's name stands in brackets and may hold blanks and brackets itself.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}
