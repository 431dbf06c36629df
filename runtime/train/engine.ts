import type { Model, Objective, Optimizer } from '../../schema/generated/resolved.js';
import type { TrainingConfig } from '../../schema/stages/training.js';
import type { LabelledLoss } from '../objective/loss.js';
import { weightedLosses, type LossName, type WeightedLosses } from '../objective/objective.js';
import type { NamedArrays } from '../store/array.js';

/** One view of a batch: picture i belongs to caption i. */
export interface View {
  /** RGB bytes, [batch, side, side, 3]. */
  readonly images: Uint8Array;
  /** Token ids, [batch, context]. */
  readonly ids: Int32Array;
}

/** The pairs of one step. */
export interface TrainBatch extends View {
  /** Augmented copies of the same pairs in the same order; only looked at where a loss needs them. */
  readonly augmented?: View | undefined;
  /** Class of each pair, for the losses that need one. */
  readonly labels?: Partial<Record<LabelledLoss, Int32Array>>;
}

/** What a step tells. */
export interface StepResult {
  /** The objective: the weighted sum. May be NaN or infinite, which the caller has to look for. */
  readonly loss: number;
  /** Each loss by itself, without its weight. */
  readonly losses: Readonly<Record<string, number>>;
  /** The logit scale after the step (before the exponential). */
  readonly logit_scale: number;
}

/** Pictures through the image encoder, each [count, embed_dim]. */
export interface ImageFeatures {
  /** As the encoder gives them. */
  readonly features: Float32Array;
  /** Unit rows: the bits of `embedImages`. */
  readonly embeddings: Float32Array;
}

/** A CLIP model that can be trained and asked for embeddings. All of its state lives on the device. */
export interface Engine {
  /**
   * One training step: forward and backward pass, AdamW, running statistics of batch norm, logit scale kept within
   * 0 and 4.6052. A function of the state, the batch and the rate alone.
   */
  step(batch: TrainBatch, lr: number): Promise<StepResult>;
  /** Embeddings of `count` pictures in evaluation mode: unit rows, [count, embed_dim]. */
  embedImages(images: Uint8Array, count: number): Promise<Float32Array>;
  /** The same with the features before they are normalised, in one pass. */
  imageFeatures(images: Uint8Array, count: number): Promise<ImageFeatures>;
  /** Embeddings of `count` captions in evaluation mode: unit rows, [count, embed_dim]. */
  embedTexts(ids: Int32Array, count: number): Promise<Float32Array>;
  /**
   * Embeddings of up to `clustering.batch_size` pictures, for k-means, in the mode that `clustering.embedding` says: in
   * training mode batch norm goes by the batch, and running statistics take it in.
   */
  embedForClustering(images: Uint8Array, count: number): Promise<Float32Array>;
  /**
   * A copy of the state: weights and batch-norm statistics under OpenAI's names, and in a training the moments as
   * `optimizer.m.NAME` and `optimizer.v.NAME`, with the steps that they have seen as `optimizer.steps.GROUP`; the
   * losses' own arrays and their moments too.
   */
  readState(): Promise<NamedArrays>;
  /**
   * Takes over a state, copied.
   * @param step steps that the moments have seen, where the arrays do not say; AdamW's bias correction goes by it
   * @param options without `optimizer` the moments start fresh, at zero, whatever the arrays hold
   * @throws {StageFailure} if arrays are missing or have other shapes; the engine is then as it was
   */
  writeState(arrays: NamedArrays, step: number, options?: { readonly optimizer: boolean }): void;
  /**
   * Sets all arrays of a loss that has some of its own; its moments start fresh.
   * @throws {StageFailure} if arrays are missing or have other shapes
   */
  setLoss(name: LossName, arrays: NamedArrays): void;
  /** Starts from fresh weights, drawn from the seed. The losses' own arrays stay. */
  initialize(seed: number): void;
  /** Frees the device's memory. */
  dispose(): void;
}

/** What an engine is made for. Without objective and optimizer it can only embed. */
export interface EngineConfig extends Partial<
  Pick<TrainingConfig, 'siglip' | 'clustering' | 'micro_batch_size' | 'precision'>
> {
  readonly model: Model;
  readonly objective?: Objective;
  readonly optimizer?: Optimizer;
  /** Classes that the pairs' labels are of. */
  readonly classes?: Partial<Record<LabelledLoss, number>>;
}

/** The objective of a training; null where there is none. */
export function trainingObjective(config: EngineConfig): WeightedLosses | null {
  const { model, objective, siglip, clustering, classes } = config;
  if (objective === undefined) return null;
  return weightedLosses(objective, {
    ...(siglip ? { siglip } : {}),
    embedDim: model.embed_dim,
    classes: { ...classes, ...(clustering ? { clustering: clustering.clusters } : {}) },
  });
}

/** The batches that a recorded graph is made for: their sizes are part of it. */
export interface BatchSizes {
  /** Pairs of a training step. */
  readonly step: number;
  /** Pictures, or captions, embedded at once: at most so many. */
  readonly evaluation: number;
  /** Devices that the micro-batches of a step are spread over; 1 where it is absent. */
  readonly devices?: number;
}
