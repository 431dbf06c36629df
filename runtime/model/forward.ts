import type { Tensor, Tensor4D } from '../backend/tensorflow.js';

/** What a forward pass needs of the model's state. */
export interface Forward {
  /** A parameter by OpenAI's name, in the layout of memory: convolutions are [height, width, in, out]. */
  weight<T extends Tensor>(name: string): T;
  /** The batch normalisation of that name: by the batch in training, by running statistics in evaluation. */
  batchNorm(x: Tensor4D, name: string): Tensor4D;
}
