import { ops } from '../backend/ops.js';
import { tf, type Scalar, type Tensor, type Tensor1D, type Tensor2D } from '../backend/tensorflow.js';
import type { ParameterSpec } from '../model/parameter.js';

/** Embeddings of one batch: unit rows [batch, embed_dim], row i of all of them belongs to pair i. */
export interface Embeddings {
  readonly image: Tensor2D;
  /** May be missing where no loss looks at captions. */
  readonly text?: Tensor2D;
}

/** Losses that tell classes apart which come with the pairs. */
export type LabelledLoss = 'pseudo_labels' | 'supervised';

/** What a loss is a function of. */
export interface LossInputs extends Embeddings {
  /** The learned scalar; similarities are multiplied by its exponential. */
  readonly logitScale: Scalar;
  /** The augmented copies of the same pairs; only where some loss asks for them. */
  readonly augmented?: Embeddings;
  /** Image features before they are normalised, [batch, embed_dim]. */
  readonly features?: Tensor2D;
  /** Class of each pair, int32 [batch]. */
  readonly labels?: Partial<Record<LabelledLoss, Tensor1D>>;
  /** Arrays of the losses themselves by name, in PyTorch's layout: heads, centroids, a bias. */
  readonly own?: (name: string) => Tensor;
}

/** Arrays that belong to a loss and not to the model. */
export interface LossArrays {
  /** Learned with the model. */
  readonly learned: readonly (ParameterSpec & { readonly decays: boolean })[];
  /** Set from outside: name and shape. */
  readonly given: readonly { readonly name: string; readonly shape: readonly number[] }[];
}

export const noArrays: LossArrays = { learned: [], given: [] };

/** A term of the training objective. */
export interface Loss {
  /** Whether it needs the augmented copies. */
  readonly needsAugmented: boolean;
  /** Whether it looks at captions. */
  readonly needsTexts: boolean;
  readonly arrays: LossArrays;
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

/** Embeddings of captions, where a loss cannot do without. */
export function textsOf({ text }: Embeddings, loss: string): Tensor2D {
  if (text === undefined) throw new Error(`the loss "${loss}" needs the captions of the batch`);
  return text;
}

/** An array of a loss's own. */
export function ownArray<T extends Tensor>({ own }: LossInputs, name: string): T {
  if (own === undefined) throw new Error(`there is no array ${name}`);
  return own(name) as T;
}
