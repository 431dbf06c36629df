import { readFileSync } from 'node:fs';
import { execa } from 'execa';
import { deviceIn } from '../store/provenance.js';

/** Most memory that this process held so far: of its GPU where it has one, else of the machine. */
export async function memoryOfTraining(): Promise<number> {
  return deviceIn(process.env) === 'cpu' ? peakResident() : ((await gpuMemory()) ?? peakResident());
}

/** Peak resident memory in bytes. What `resourceUsage` tells counts the process that this one was forked from too. */
export function peakResident(status = read('/proc/self/status')): number {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes === undefined ? process.resourceUsage().maxRSS * 1024 : Number(kilobytes) * 1024;
}

/** What nvidia-smi says that this process holds; null where it does not say. TensorFlow gives nothing back meanwhile. */
async function gpuMemory(): Promise<number | null> {
  const args = ['--query-compute-apps=pid,used_memory', '--format=csv,noheader,nounits'];
  const { failed, stdout } = await execa('nvidia-smi', args, { timeout: 10_000, reject: false });
  return failed ? null : gpuMemoryOf(process.pid, stdout);
}

/** The memory of a process in lines of `4711, 612` (MiB); null when it is in none. */
export function gpuMemoryOf(pid: number, lines: string): number | null {
  const rows = lines.split('\n').map((line) => line.split(',').map(Number));
  const own = rows
    .filter((row) => row[0] === pid && Number.isFinite(row[1]))
    .map(([, mib]) => mib! * 2 ** 20);
  return own.length === 0 ? null : own.reduce((sum, bytes) => sum + bytes, 0);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
