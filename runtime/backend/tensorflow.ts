import { createRequire } from 'node:module';
import type * as Tensorflow from '@tensorflow/tfjs-node-gpu';
import { loadTensorflow } from './loading.js';

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

/**
 * TensorFlow. Everything gets it here and nowhere else, and importing this module loads it (about half a second), so
 * a command that does not train must not import it.
 *
 * @throws {BackendError} while it is imported, when the addon is not there or does not load
 */
export const tf: typeof Tensorflow = loadTensorflow(createRequire(import.meta.url));
