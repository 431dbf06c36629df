import type { Model } from '../../../schema/generated/resolved.js';
import { FLOAT, INT32, type GraphBuilder, type Output } from '../../backend/graph/builder.js';
import type { Recorder } from '../../backend/graph/recorder.js';
import type { Tensor1D, Tensor2D, Tensor4D } from '../../backend/tensorflow.js';

/** A placeholder, and the tensor that stands for it while the graph is recorded. */
export interface Input<T> {
  readonly feed: Output;
  readonly standIn: T;
}

/** Makes placeholders. Stand-ins belong to the current tidy scope. */
export class Inputs {
  constructor(
    private readonly builder: GraphBuilder,
    private readonly recorder: Recorder,
    private readonly model: Model,
  ) {}

  images(name: string, rows: number): Input<Tensor4D> {
    const side = this.model.image.resolution;
    return this.#input(name, [rows, side, side, 3], { fill: 0 });
  }

  ids(name: string, rows: number): Input<Tensor2D> {
    return this.#input(name, [rows, this.model.text.context], { dtype: 'int32', fill: 0 });
  }

  /** Embeddings or features. */
  features(name: string, rows: number): Input<Tensor2D> {
    return this.#input(name, [rows, this.model.embed_dim]);
  }

  labels(name: string, rows: number): Input<Tensor1D> {
    return this.#input(name, [rows], { dtype: 'int32', fill: 0 });
  }

  #input<T extends Tensor1D | Tensor2D | Tensor4D>(
    name: string,
    shape: readonly number[],
    options: { readonly dtype?: 'float32' | 'int32'; readonly fill?: number } = {},
  ): Input<T> {
    const feed = this.builder.placeholder(options.dtype === 'int32' ? INT32 : FLOAT, shape, name);
    return { feed, standIn: this.recorder.standIn<T>(feed, shape, options) };
  }
}
