import type * as Tensorflow from '@tensorflow/tfjs-node-gpu';
import { BackendError } from './failure.js';

/** Node 23 removed these from `util`, and tfjs-node calls them. */
const removed: Record<string, (value: unknown) => boolean> = {
  isNullOrUndefined: (value) => value === null || value === undefined,
  isArray: Array.isArray,
};

/** Put back what tfjs-node needs of Node's `util`, where it is gone. */
export function restoreUtil(util: Record<string, unknown>): void {
  for (const [name, test] of Object.entries(removed)) util[name] ??= test;
}

/** Settings that TensorFlow reads while it is loaded; what the environment says already stands. */
export function setDefaults(env: Record<string, string | undefined>): void {
  env.TF_CPP_MIN_LOG_LEVEL ??= '2'; // Errors only: not how it was compiled, nor that oneDNN is on.
  // On some CPUs TensorFlow turns oneDNN's kernels on by itself, on others it does not: one setting everywhere keeps
  // results and speed alike. They take about half the time of TensorFlow's own.
  env.TF_ENABLE_ONEDNN_OPTS ??= '1';
  env.TF_FORCE_GPU_ALLOW_GROWTH ??= 'true'; // Several stages may share one GPU.
}

/**
 * Load tfjs on its TensorFlow addon.
 * @param require resolves from this project
 * @throws {BackendError} when the package or its addon is not there or does not load, with the command that mends it
 */
export function loadTensorflow(require: (id: string) => unknown): typeof Tensorflow {
  restoreUtil(require('node:util') as Record<string, unknown>);
  setDefaults(process.env);
  try {
    return require('@tensorflow/tfjs-node-gpu') as typeof Tensorflow;
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '').trim() : String(error);
    throw new BackendError(
      `the TensorFlow backend does not load: ${reason}`,
      'run: npm run bootstrap',
      error,
    );
  }
}
