import { createRequire } from 'node:module';
import { arch, cpus, platform } from 'node:os';
import { execa } from 'execa';
import { cpuFlags } from '../backend/cpu-flags.js';
import { coreCount, memoryBytes } from '../execute/machine.js';
import { expcVersion } from '../store/provenance.js';
import { sha256 } from '../store/digest.js';

/** What measured times depend on beside the training: a machine of the same kind with the same programs. */
export interface Machine {
  readonly cpu: string;
  /** Those that may be used. */
  readonly cores: number;
  /** What may be used, in bytes. */
  readonly memory_bytes: number;
  /** Names and memory of the GPUs that nvidia-smi lists. */
  readonly gpus: readonly Gpu[];
  readonly platform: string;
  /** Whether the processor multiplies bfloat16 itself. */
  readonly bf16: boolean;
  readonly versions: { readonly expc: string; readonly node: string; readonly tfjs: string };
}

export interface Gpu {
  readonly name: string;
  readonly memory_bytes: number;
}

export async function thisMachine(): Promise<Machine> {
  const flags = cpuFlags();
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: coreCount(),
    memory_bytes: memoryBytes(),
    gpus: await listedGpus(),
    platform: `${platform()}-${arch()}`,
    bf16: flags.has('avx512_bf16') || flags.has('amx_bf16'),
    versions: { expc: expcVersion(), node: process.version, tfjs: tfjsVersion() },
  };
}

/** Equal for machines whose measurements stand for each other: 12 hexadecimal digits. Memory counts in whole GB. */
export function fingerprint({ memory_bytes, gpus, ...rest }: Machine): string {
  const names = gpus.map(({ name }) => name);
  const text = JSON.stringify({ ...rest, gigabytes: Math.round(memory_bytes / 1e9), names });
  return sha256(text).slice(0, 12);
}

async function listedGpus(): Promise<Gpu[]> {
  if (process.env.EXPC_TENSORFLOW === 'cpu') return [];
  const args = ['--query-gpu=name,memory.total', '--format=csv,noheader,nounits'];
  const { failed, stdout } = await execa('nvidia-smi', args, { timeout: 10_000, reject: false });
  return failed ? [] : parseGpus(stdout);
}

/** Lines of `NVIDIA H200, 143771` (MiB). */
export function parseGpus(lines: string): Gpu[] {
  return lines
    .split('\n')
    .map((line) => line.split(',').map((part) => part.trim()))
    .filter((parts): parts is [string, string] => parts.length === 2 && Number(parts[1]) > 0)
    .map(([name, mib]) => ({ name, memory_bytes: Number(mib) * 2 ** 20 }));
}

/** Without loading it. */
function tfjsVersion(): string {
  const require = createRequire(import.meta.url);
  return (require('@tensorflow/tfjs-node-gpu/package.json') as { version: string }).version;
}
