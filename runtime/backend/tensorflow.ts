import { createRequire } from 'node:module';
import type * as Tensorflow from '@tensorflow/tfjs-node-gpu';
import { BackendError } from './failure.js';

export type {
  NamedTensorMap,
  Scalar,
  Tensor,
  Tensor1D,
  Tensor2D,
  Tensor3D,
  Tensor4D,
  TensorLike,
  Variable,
} from '@tensorflow/tfjs-node-gpu';

const require = createRequire(import.meta.url);

/** Node 23 removed these from `util`, and tfjs-node calls them. */
const removedFromUtil: Record<string, (value: unknown) => boolean> = {
  isNullOrUndefined: (value) => value === null || value === undefined,
  isArray: Array.isArray,
};

function restoreUtil(): void {
  const util = require('node:util') as Record<string, unknown>;
  for (const [name, test] of Object.entries(removedFromUtil)) util[name] ??= test;
}

/** Settings that TensorFlow reads while it is loaded; what the environment says already stands. */
function setDefaults(): void {
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '2'; // Errors only: not how it was compiled, nor that oneDNN is on.
  process.env.TF_FORCE_GPU_ALLOW_GROWTH ??= 'true'; // Several stages may share one GPU.
}

function load(): typeof Tensorflow {
  restoreUtil();
  setDefaults();
  try {
    return require('@tensorflow/tfjs-node-gpu') as typeof Tensorflow;
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new BackendError(
      `the TensorFlow backend does not load: ${reason}`,
      'run: npm run bootstrap',
      error,
    );
  }
}

/**
 * TensorFlow. Everything gets it here and nowhere else, and importing this module loads it (about half a second), so
 * a command that does not train must not import it.
 *
 * @throws {BackendError} while it is imported, when the addon is not there or does not load
 */
export const tf: typeof Tensorflow = load();
