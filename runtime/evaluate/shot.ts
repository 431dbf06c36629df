import type { NamedArrays } from '../store/array.js';
import type { Embedder } from './embedder.js';

/** What a zero-shot pass over the test pictures has computed; measures that build on it do not embed again. */
export interface Shot {
  /** The model that is measured. */
  readonly embedder: Embedder;
  /** Its arrays: weights, batch-norm statistics, and those of the losses that it is trained with. */
  readonly state: () => Promise<NamedArrays>;
  /** Fractional inside an epoch. */
  readonly epoch: number;
  readonly dim: number;
  /** Class of each test picture. */
  readonly labels: readonly number[];
  readonly classes: readonly string[];
  /** Embeddings of the clean pictures, [pictures, dim]. */
  readonly images: Float32Array;
  /** Similarity of each clean picture with each class, [pictures, classes]. */
  readonly scores: Float32Array;
  /** The classes' embeddings, [classes, dim]. */
  readonly classifier: Float32Array;
  readonly attacks: readonly TriggeredShot[];
}

/** The triggered pictures of one attack. */
export interface TriggeredShot {
  /** Class that they are to be taken for. */
  readonly target: number;
  /** Which test picture each is of. */
  readonly indices: readonly number[];
  readonly images: Float32Array;
  /** The same before they are normalised, where a measure needs that. */
  readonly features?: Float32Array;
  readonly scores: Float32Array;
}
