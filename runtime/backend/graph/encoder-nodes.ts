import { differentiable } from '../custom.js';
import { tf, type Tensor } from '../tensorflow.js';
import type { GraphBuilder } from './builder.js';

/**
 * Finds the nodes of a recording that belong to an encoder, forward and backward, and not to the loss on its features:
 * those before the features are there, and those after a gradient has come back to one of them.
 */
export class EncoderNodes {
  /** Names of the nodes. */
  readonly names = new Set<string>();
  #backwardFrom: number | null = null;

  constructor(private readonly builder: GraphBuilder) {}

  /** Runs an encoder while it is recorded. The features are to be used instead of what `work` gave. */
  encode<T extends Readonly<Record<string, Tensor | undefined>>>(work: () => T): T {
    const start = this.builder.nodes.length;
    const features = work();
    this.#add(start);
    const gated = Object.entries(features).map(([name, tensor]) => [name, tensor && this.#gate(tensor)]);
    return Object.fromEntries(gated) as T;
  }

  /** To be called when the gradients have been recorded. */
  endBackward(): void {
    if (this.#backwardFrom !== null) this.#add(this.#backwardFrom);
    this.#backwardFrom = null;
  }

  #add(start: number): void {
    for (const { name } of this.builder.nodes.slice(start)) this.names.add(name);
  }

  /** The same values; gradients are seen when they come back. */
  #gate(features: Tensor): Tensor {
    return differentiable([features], (x) => ({
      value: tf.clone(x),
      saved: [],
      gradient: (dy) => {
        this.#backwardFrom ??= this.builder.nodes.length;
        return [tf.clone(dy)];
      },
    }));
  }
}
