import { readFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { execFileSync } from 'node:child_process';
import { cpuFlags } from './cpu-flags.js';
import { backend } from './raw.js';
import { tf } from './tensorflow.js';

/** What the machine offers and what is used of it, for `expc doctor`. */
export interface BackendReport {
  /** TensorFlow's version, e.g. 2.20.0. */
  readonly tensorflow: string;
  /** Version of tfjs-node, which binds it. */
  readonly tfjs: string;
  readonly node: string;
  /** The file that TensorFlow was loaded from, where the system tells. */
  readonly library: string | undefined;
  /** Where operations run. */
  readonly device: 'gpu' | 'cpu';
  /** Names of the devices: the processor, then NVIDIA's GPUs, whether or not they are used. */
  readonly devices: readonly string[];
  /** Threads within one operation. */
  readonly threads: number;
  /** Instruction sets that decide the speed on a CPU. */
  readonly instructions: readonly string[];
  /** Which operations models use: fused or plain. */
  readonly kernels: string;
  /** Measured float32 speed of a product of two 1024 × 1024 matrices, in 10⁹ operations a second. */
  readonly gflops: number;
}

/** Look at the backend and measure it for about half a second. */
export function inspectBackend(): BackendReport {
  const { binding } = backend();
  return {
    tensorflow: binding.TF_Version,
    tfjs: tf.version['tfjs-core'],
    node: process.versions.node,
    library: loadedLibrary(),
    device: binding.isUsingGpuDevice() ? 'gpu' : 'cpu',
    devices: [...new Set(cpus().map((cpu) => cpu.model.trim())), ...nvidiaGpus()],
    threads: Number(process.env.TF_NUM_INTRAOP_THREADS ?? 0) || availableParallelism(),
    instructions: instructionSets(),
    kernels: process.env.EXPC_KERNELS ?? 'fused',
    gflops: measureGflops(),
  };
}

/** Best rate over several rounds, so that a busy moment of the machine does not count. */
function measureGflops(size = 1024, milliseconds = 500): number {
  return tf.tidy(() => {
    const a = tf.fill([size, size], 0.5);
    const b = tf.fill([size, size], 0.25);
    const round = () =>
      tf.tidy(() => {
        let c = tf.matMul(a, b);
        for (let i = 1; i < 4; i++) c = tf.matMul(a, b);
        c.slice([0, 0], [1, 1]).dataSync(); // A GPU works in the background until a result is asked for.
      });
    round();
    let best = Infinity;
    for (const end = performance.now() + milliseconds; performance.now() < end;) {
      const start = performance.now();
      round();
      best = Math.min(best, performance.now() - start);
    }
    return (4 * 2 * size ** 3) / (best * 1e6);
  });
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function loadedLibrary(): string | undefined {
  return /\S*\/libtensorflow_cc\.so\S*/.exec(read('/proc/self/maps'))?.[0];
}

function instructionSets(): string[] {
  const flags = cpuFlags();
  return ['avx2', 'avx512f', 'avx512_bf16', 'amx_bf16'].filter((name) => flags.has(name));
}

function nvidiaGpus(): string[] {
  try {
    const options = ['--query-gpu=name,memory.total', '--format=csv,noheader'];
    const output = execFileSync('nvidia-smi', options, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return output.split('\n').filter((line) => line.trim() !== '');
  } catch {
    return []; // No driver, no GPU.
  }
}
