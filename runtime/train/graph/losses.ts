import type { GraphBuilder } from '../../backend/graph/builder.js';
import type { Recorder } from '../../backend/graph/recorder.js';
import { GraphVariable } from '../../backend/graph/variable.js';
import type { Tensor } from '../../backend/tensorflow.js';
import type { LossName, WeightedLosses } from '../../objective/objective.js';
import type { GraphParameter } from './weights.js';

/** A given array of a loss: it changes from outside only. */
export interface GivenArray {
  readonly name: string;
  readonly variable: GraphVariable;
  readonly standIn: Tensor;
}

/** The arrays of one loss's own as variables of a graph under construction. */
export interface GraphLoss {
  readonly name: LossName;
  readonly learned: readonly GraphParameter[];
  readonly given: readonly GivenArray[];
}

/** The arrays of all losses that have some. */
export class GraphLosses {
  readonly all: readonly GraphLoss[];

  constructor(
    private readonly builder: GraphBuilder,
    private readonly recorder: Recorder,
    objective: WeightedLosses,
  ) {
    this.all = objective.names
      .map((name, i) => {
        const { learned, given } = objective.losses[i]!.arrays;
        return {
          name,
          learned: learned.map((spec) => ({ ...this.#array(spec), shape: spec.shape, decays: spec.decays })),
          given: given.map((spec) => this.#array(spec)),
        };
      })
      .filter(({ learned }) => learned.length > 0);
  }

  get parameters(): readonly GraphParameter[] {
    return this.all.flatMap(({ learned }) => learned);
  }

  /** The tensor that stands for an array. */
  readonly own = (name: string): Tensor => {
    for (const { learned, given } of this.all)
      for (const array of [...learned, ...given]) if (array.name === name) return array.standIn;
    throw new Error(`there is no array ${name}`);
  };

  dispose(): void {
    for (const { learned, given } of this.all)
      for (const { standIn } of [...learned, ...given]) standIn.dispose();
  }

  #array({ name, shape }: { readonly name: string; readonly shape: readonly number[] }): GivenArray {
    const variable = new GraphVariable(this.builder, name, shape);
    return { name, variable, standIn: this.recorder.standIn(variable.value, shape) };
  }
}
