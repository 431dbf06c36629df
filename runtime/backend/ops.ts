import { BackendError } from './failure.js';
import { fused } from './fused/index.js';
import { plain } from './plain/index.js';
import type { Scalar, Tensor, Tensor1D, Tensor2D, Tensor3D, Tensor4D, Variable } from './tensorflow.js';

/** What batch normalisation in training gives. */
export interface BatchNormalized {
  /** The normalised input, scaled and shifted: NHWC like the input. */
  readonly y: Tensor4D;
  /** The batch's mean of each channel, outside the gradient. */
  readonly mean: Tensor1D;
  /** The batch's unbiased variance (n − 1) of each channel, outside the gradient: what running statistics take in. */
  readonly variance: Tensor1D;
}

/** Scalars of one AdamW step, the same for all parameters; `adamwStep` makes them. */
export interface AdamWScalars {
  readonly zero: Scalar;
  readonly beta1: Scalar;
  readonly beta2: Scalar;
  /** The learning rate with both bias corrections in it. */
  readonly stepSize: Scalar;
  /** The epsilon with the second bias correction in it. */
  readonly epsilon: Scalar;
  /** What a decayed parameter is multiplied by before the step: 1 − learning rate · weight decay. */
  readonly keep: Scalar;
}

/** A parameter under AdamW with its two moments, which live where the update happens. */
export interface AdamWSlot {
  readonly variable: Variable;
  /** Whether weight decay applies to it. */
  readonly decays: boolean;
  /** Update the variable and both moments with its gradient. */
  apply(gradient: Tensor, scalars: AdamWScalars): void;
  /** Both moments, for a checkpoint: new tensors that the caller disposes. */
  read(): { m: Tensor; v: Tensor };
  /** Set both moments, from a checkpoint; the caller still owns the tensors. */
  write(m: Tensor, v: Tensor): void;
  dispose(): void;
}

/**
 * The operations that models are made of. All are differentiable to any float input unless said otherwise, deterministic,
 * and read nothing back to JavaScript. Image tensors are NHWC float32.
 */
export interface Ops {
  /**
   * Batch normalisation with the batch's own statistics (biased variance), per channel over N, H and W.
   * @param epsilon added to the variance; PyTorch's default is 1e-5
   */
  batchNorm(x: Tensor4D, scale: Tensor1D, offset: Tensor1D, epsilon?: number): BatchNormalized;
  /** Batch normalisation with given statistics, which are constants to the gradient. */
  batchNormInference(
    x: Tensor4D,
    scale: Tensor1D,
    offset: Tensor1D,
    mean: Tensor1D,
    variance: Tensor1D,
    epsilon?: number,
  ): Tensor4D;
  /** Layer normalisation over the last axis, of any rank. */
  layerNorm<T extends Tensor>(x: T, scale: Tensor1D, offset: Tensor1D, epsilon?: number): T;
  /** x · sigmoid(1.702 x), the activation of OpenAI's CLIP. */
  quickGelu<T extends Tensor>(x: T): T;
  relu<T extends Tensor>(x: T): T;
  /**
   * x · weightᵀ + bias over the last axis.
   * @param x [..., in]
   * @param weight [out, in], PyTorch's layout
   * @param bias [out]
   * @returns [..., out]
   */
  linear<T extends Tensor>(x: T, weight: Tensor2D, bias?: Tensor1D): T;
  /**
   * Scaled dot-product attention of several heads, softmax(q kᵀ / √depth) v, depth = width / heads.
   * @param q [batch, queries, width], already projected
   * @param k [batch, keys, width]
   * @param v [batch, keys, width]
   * @param causal whether query i sees keys 0 … i only
   * @returns [batch, queries, width], heads side by side, before the output projection
   */
  attention(q: Tensor3D, k: Tensor3D, v: Tensor3D, heads: number, causal?: boolean): Tensor3D;
  /**
   * Cross-entropy of softmax(logits) with one right class a row.
   * @param logits [rows, classes]
   * @param labels int32 [rows]; no gradient
   * @returns the loss of each row [rows], in nats
   */
  crossEntropy(logits: Tensor2D, labels: Tensor1D): Tensor1D;
  /**
   * 2-D convolution without bias, zero-padded by half the kernel on each side as PyTorch's `padding=k // 2`.
   * @param x [batch, height, width, in]
   * @param filter [k, k, in, out] with k odd
   * @param stride 1 or more, the same for both axes
   * @returns [batch, ceil(height / stride), ceil(width / stride), out]
   */
  conv2d(x: Tensor4D, filter: Tensor4D, stride?: number): Tensor4D;
  /** Mean of non-overlapping size × size windows; height and width must be multiples of size. */
  avgPool(x: Tensor4D, size: number): Tensor4D;
  /** The mean over the middle axis: [batch, length, width] to [batch, 1, width]. */
  meanOfRows(x: Tensor3D): Tensor3D;
  /** x / ‖x‖₂ over the last axis. A zero vector gives NaN, as in the original. */
  l2Normalize<T extends Tensor>(x: T): T;
  /**
   * Rows of a table.
   * @param table [entries, width]
   * @param indices int32 of any shape, each 0 … entries − 1; no gradient
   * @returns [...indices.shape, width]
   */
  gather(table: Tensor2D, indices: Tensor): Tensor;
  /** Put a variable under AdamW, with zero moments. */
  adamwSlot(variable: Variable, decays: boolean): AdamWSlot;
}

/**
 * The operations by name.
 * @param kernels `fused` (also when undefined) or `plain`
 * @throws {BackendError} for any other name
 */
export function opsNamed(kernels: string | undefined): Ops {
  if (kernels === undefined || kernels === 'fused') return fused;
  if (kernels === 'plain') return plain;
  throw new BackendError(
    `EXPC_KERNELS is "${kernels}"`,
    'use EXPC_KERNELS=fused (the default) or EXPC_KERNELS=plain',
  );
}

/** The operations in use: TensorFlow's fused kernels, or the plain reference when EXPC_KERNELS=plain. */
export const ops: Ops = opsNamed(process.env.EXPC_KERNELS);
