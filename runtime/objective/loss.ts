import { ops } from '../backend/ops.js';
import { tf, type Scalar, type Tensor1D, type Tensor2D } from '../backend/tensorflow.js';

/** Embeddings of one batch: unit rows [batch, embed_dim], row i of all of them belongs to pair i. */
export interface Embeddings {
  readonly image: Tensor2D;
  readonly text: Tensor2D;
}

/** What a loss is a function of. */
export interface LossInputs extends Embeddings {
  /** The learned scalar; similarities are multiplied by its exponential. */
  readonly logitScale: Scalar;
  /** The augmented copies of the same pairs; only where some loss asks for them. */
  readonly augmented?: Embeddings;
}

/** A term of the training objective. */
export interface Loss {
  /** Whether it needs the augmented copies. */
  readonly needsAugmented: boolean;
  /** Its value, a mean over the batch in nats. Differentiable to all inputs. */
  compute(inputs: LossInputs): Scalar;
}

/** exp(logit scale) · a bᵀ, [rows of a, rows of b]. */
export function logits(a: Tensor2D, b: Tensor2D, logitScale: Scalar): Tensor2D {
  return tf.mul(tf.matMul(a, b, false, true), tf.exp(logitScale));
}

/** Cross-entropy of each row of [batch, batch] whose right column is the diagonal's. */
export function diagonalCrossEntropy(scores: Tensor2D): Tensor1D {
  return ops.crossEntropy(scores, tf.range(0, scores.shape[0], 1, 'int32'));
}
