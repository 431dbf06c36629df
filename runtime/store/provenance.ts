import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, cpus, hostname, platform } from 'node:os';
import type { GitState } from './git.js';

/** With what, where and by which command a result was made. */
export interface Provenance {
  readonly versions: {
    readonly expc: string;
    readonly node: string;
    /** Null where the stage did not load it. */
    readonly tfjs: string | null;
    readonly tensorflow: string | null;
  };
  readonly host: string;
  readonly platform: string;
  readonly cpu: string;
  /** `cpu`, or the GPUs as CUDA_VISIBLE_DEVICES names them. */
  readonly device: string;
  /** Devices that a training was spread over; absent for one. */
  readonly devices?: number;
  readonly threads: number | null;
  /** The command that was typed. */
  readonly command: readonly string[];
  readonly experiment: string;
  readonly file: string;
  readonly git: GitState | null;
}

/** What the scheduler knows of where a result comes from; the stage's process adds the rest. */
export type Origin = Pick<Provenance, 'command' | 'experiment' | 'file' | 'git'>;

export function provenance(origin: Origin, environment: NodeJS.ProcessEnv = process.env): Provenance {
  const { TF_NUM_INTRAOP_THREADS: threads } = environment;
  return {
    versions: { expc: expcVersion(), node: process.version, ...backendVersions() },
    host: hostname(),
    platform: `${platform()}-${arch()}`,
    cpu: processor(),
    device: deviceIn(environment),
    ...devicesIn(environment),
    threads: threads === undefined ? null : Number(threads),
    ...origin,
  };
}

/** `cpu`, or the GPUs as CUDA_VISIBLE_DEVICES names them. */
export function deviceIn(environment: NodeJS.ProcessEnv): string {
  const { CUDA_VISIBLE_DEVICES: gpu } = environment;
  if (gpu === undefined || gpu === '' || gpu === '-1') return 'cpu';
  return `gpu ${[gpu, ...peersIn(environment)].join(',')}`;
}

function devicesIn(environment: NodeJS.ProcessEnv): Pick<Provenance, 'devices'> {
  const peers = peersIn(environment).length;
  return peers === 0 ? {} : { devices: peers + 1 };
}

/** A training's other devices: see own-devices.ts. */
function peersIn({ EXPC_PEER_DEVICES: peers }: NodeJS.ProcessEnv): string[] {
  return peers === undefined || peers === '' ? [] : peers.split(',');
}

let processorName: string | undefined;

/** Asked for once: the system measures every core for the answer. */
function processor(): string {
  processorName ??= cpus()[0]?.model.trim() ?? 'unknown';
  return processorName;
}

const require = createRequire(import.meta.url);

let ownVersion: string | undefined;

/** The version in the package's own package.json, found upwards from the sources or from what they are built to. */
export function expcVersion(): string {
  if (ownVersion === undefined) {
    const parents = Array.from({ length: 6 }, (_, index) => `${'../'.repeat(index + 1)}package.json`);
    ownVersion = parents.map(versionIn).find((version) => version !== null) ?? 'unknown';
  }
  return ownVersion;
}

function versionIn(path: string): string | null {
  try {
    const { name, version } = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as {
      name?: string;
      version?: string;
    };
    return name === 'expc' && version !== undefined ? version : null;
  } catch {
    return null;
  }
}

/** Versions of the backend as it is loaded; asking for the versions must not load it. */
export function backendVersions(): { tfjs: string | null; tensorflow: string | null } {
  const none = { tfjs: null, tensorflow: null };
  try {
    const loaded = require.cache[require.resolve('@tensorflow/tfjs-node-gpu')];
    if (loaded === undefined) return none;
    const tf = loaded.exports as {
      version: Record<string, string>;
      backend(): { binding?: { TF_Version?: string } };
    };
    return { tfjs: tf.version['tfjs'] ?? null, tensorflow: tf.backend().binding?.TF_Version ?? null };
  } catch {
    return none;
  }
}
