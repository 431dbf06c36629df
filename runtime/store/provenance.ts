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
  /** `cpu`, or the GPU as CUDA_VISIBLE_DEVICES names it. */
  readonly device: string;
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
    threads: threads === undefined ? null : Number(threads),
    ...origin,
  };
}

/** `cpu`, or the GPU as CUDA_VISIBLE_DEVICES names it. */
export function deviceIn({ CUDA_VISIBLE_DEVICES: gpu }: NodeJS.ProcessEnv): string {
  return gpu === undefined || gpu === '' || gpu === '-1' ? 'cpu' : `gpu ${gpu}`;
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
