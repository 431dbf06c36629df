import type { Model } from '../../../schema/generated/resolved.js';
import { FLOAT, type GraphBuilder, type Output } from '../../backend/graph/builder.js';
import type { Recorder } from '../../backend/graph/recorder.js';
import { GraphVariable } from '../../backend/graph/variable.js';
import { ops } from '../../backend/ops.js';
import type { Tensor, Tensor1D, Tensor4D } from '../../backend/tensorflow.js';
import { clipSpec } from '../../model/clip.js';
import type { Forward } from '../../model/forward.js';
import { isDecayed } from '../../model/parameter.js';

/** A parameter inside the graph, and the tensor that stands for its value while the graph is recorded. */
export interface GraphParameter {
  readonly name: string;
  /** PyTorch's shape, as in files. */
  readonly shape: readonly number[];
  readonly variable: GraphVariable;
  readonly standIn: Tensor;
  readonly decays: boolean;
}

interface Statistic {
  readonly name: string;
  readonly variable: GraphVariable;
  readonly standIn: Tensor1D;
}

/** PyTorch's momentum of running statistics. */
const MOMENTUM = 0.1;

/** A model's weights and batch-norm statistics as variables of a graph under construction. */
export class GraphWeights {
  readonly parameters: readonly GraphParameter[];
  readonly statistics: readonly Statistic[];
  /** Names of the batch normalisations, in the order of the model. */
  readonly batchNorms: readonly string[];
  readonly #parameters: ReadonlyMap<string, GraphParameter>;
  readonly #statistics: ReadonlyMap<string, Statistic>;

  constructor(
    private readonly builder: GraphBuilder,
    private readonly recorder: Recorder,
    model: Model,
  ) {
    const { parameters, batchNorms } = clipSpec(model);
    this.parameters = parameters.map(({ name, shape }) => {
      const memory = memoryShape(shape);
      const variable = new GraphVariable(builder, name, memory);
      return {
        name,
        shape,
        variable,
        standIn: recorder.standIn(variable.value, memory),
        decays: isDecayed(name),
      };
    });
    this.batchNorms = batchNorms.map(({ name }) => name);
    this.statistics = batchNorms.flatMap(({ name, channels }) =>
      ['running_mean', 'running_var'].map((kind) => {
        const variable = new GraphVariable(builder, `${name}.${kind}`, [channels]);
        return {
          name: variable.name,
          variable,
          standIn: recorder.standIn<Tensor1D>(variable.value, [channels]),
        };
      }),
    );
    this.#parameters = new Map(this.parameters.map((one) => [one.name, one]));
    this.#statistics = new Map(this.statistics.map((one) => [one.name, one]));
  }

  parameter(name: string): GraphParameter {
    const found = this.#parameters.get(name);
    if (found === undefined) throw new Error(`the model has no parameter ${name}`);
    return found;
  }

  /** Recorded in training mode: running statistics take in the batch's, outside the gradient. */
  get training(): Forward {
    return this.#forward((x, name, scale, offset) => {
      const { y, mean, variance } = ops.batchNorm(x, scale, offset);
      this.takeIn(`${name}.running_mean`, this.recorder.outputOf(mean));
      this.takeIn(`${name}.running_var`, this.recorder.outputOf(variance));
      return y;
    });
  }

  /** As `training`, but what the running statistics would take in is told instead, by their names. */
  watched(tell: (name: string, batch: Output) => void): Forward {
    return this.#forward((x, name, scale, offset) => {
      const { y, mean, variance } = ops.batchNorm(x, scale, offset);
      tell(`${name}.running_mean`, this.recorder.outputOf(mean));
      tell(`${name}.running_var`, this.recorder.outputOf(variance));
      return y;
    });
  }

  /** As `training`, but running statistics stay: for a pass that is made again. */
  get rehearsal(): Forward {
    return this.#forward((x, _, scale, offset) => ops.batchNorm(x, scale, offset).y);
  }

  /** The updates that follow belong to another run than those so far. */
  startRun(): void {
    for (const { variable } of [...this.parameters, ...this.statistics]) variable.startRun();
  }

  /** Recorded in evaluation mode. */
  get evaluation(): Forward {
    const standIn = (name: string) => this.#statistics.get(name)!.standIn;
    return this.#forward((x, name, scale, offset) =>
      ops.batchNormInference(
        x,
        scale,
        offset,
        standIn(`${name}.running_mean`),
        standIn(`${name}.running_var`),
      ),
    );
  }

  /** Frees the tensors that stood for values while recording. */
  dispose(): void {
    for (const { standIn } of [...this.parameters, ...this.statistics]) standIn.dispose();
  }

  /** running <- (1 - momentum) running + momentum * batch, as PyTorch's batch normalisation. */
  takeIn(name: string, batch: Output): void {
    const { variable } = this.#statistics.get(name)!;
    const part = (value: Output, share: number) =>
      this.builder.add('Mul', [value, this.#scalar(share)], { T: { type: FLOAT } });
    const sum = [part(variable.value, 1 - MOMENTUM), part(batch, MOMENTUM)];
    variable.assign(this.builder.add('AddV2', sum, { T: { type: FLOAT } }));
  }

  #scalar(value: number): Output {
    return this.builder.constant(FLOAT, [], new Uint8Array(Float32Array.of(value).buffer));
  }

  #forward(norm: (x: Tensor4D, name: string, scale: Tensor1D, offset: Tensor1D) => Tensor4D): Forward {
    const weight = <T extends Tensor>(name: string) => this.parameter(name).standIn as T;
    return {
      weight,
      batchNorm: (x, name) => norm(x, name, weight(`${name}.weight`), weight(`${name}.bias`)),
    };
  }
}

/** Convolutions are [out, in, height, width] in files and [height, width, in, out] in memory. */
function memoryShape(shape: readonly number[]): readonly number[] {
  const [out, inputs, height, width] = shape as [number, number, number, number];
  return shape.length === 4 ? [height, width, inputs, out] : shape;
}
