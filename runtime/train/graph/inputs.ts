import type { Model } from '../../../schema/generated/resolved.js';
import { FLOAT, INT32, type GraphBuilder, type Output } from '../../backend/graph/builder.js';
import type { Recorder } from '../../backend/graph/recorder.js';
import { tf, type Tensor1D, type Tensor2D, type Tensor4D } from '../../backend/tensorflow.js';

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
    const shape = [rows, side, side, 3] as [number, number, number, number];
    return this.#named(this.builder.placeholder(FLOAT, shape, name), tf.zeros(shape));
  }

  ids(name: string, rows: number): Input<Tensor2D> {
    const shape = [rows, this.model.text.context] as [number, number];
    return this.#named(this.builder.placeholder(INT32, shape, name), tf.zeros(shape, 'int32'));
  }

  /** Embeddings or features: ones, for they are divided by their length. */
  features(name: string, rows: number): Input<Tensor2D> {
    const shape = [rows, this.model.embed_dim] as [number, number];
    return this.#named(this.builder.placeholder(FLOAT, shape, name), tf.ones(shape));
  }

  labels(name: string, rows: number): Input<Tensor1D> {
    return this.#named(this.builder.placeholder(INT32, [rows], name), tf.zeros([rows], 'int32'));
  }

  #named<T extends Tensor1D | Tensor2D | Tensor4D>(feed: Output, standIn: T): Input<T> {
    this.recorder.name(standIn, feed);
    return { feed, standIn };
  }
}
