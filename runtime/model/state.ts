import type { Model } from '../../schema/generated/resolved.js';
import { ops } from '../backend/ops.js';
import { updateRunning } from '../backend/running.js';
import { valuesOf } from '../backend/values.js';
import { tf, type Tensor, type Tensor1D, type Tensor4D, type Variable } from '../backend/tensorflow.js';
import { StageFailure } from '../execute/context.js';
import { asFloat32, asInt32, float32Array, int64Scalar, type NamedArrays } from '../store/array.js';
import { clipSpec } from './clip.js';
import type { Forward } from './forward.js';
import { isDecayed, type ParameterSpec } from './parameter.js';

/** A parameter on the device. */
export interface Parameter {
  readonly spec: ParameterSpec;
  /** In the layout of memory. */
  readonly variable: Variable;
  /** Whether weight decay applies to it. */
  readonly decays: boolean;
}

let models = 0;

/** A model's weights and batch-norm statistics on the device. */
export class ModelState {
  readonly parameters: readonly Parameter[];
  readonly #byName: ReadonlyMap<string, Variable>;
  /** Running means and variances. */
  readonly #statistics: ReadonlyMap<string, Variable>;
  /** Batches that each batch normalisation has seen; PyTorch keeps it, nothing depends on it. */
  readonly #batchesSeen: Map<string, number>;

  /** Zeros everywhere: `write` comes next. */
  constructor(model: Model) {
    const { parameters, batchNorms } = clipSpec(model);
    const prefix = `model${models++}`; // tfjs wants names that no other variable has
    this.parameters = parameters.map((spec) => ({
      spec,
      variable: makeVariable(`${prefix}/${spec.name}`, memoryShape(spec.shape), true),
      decays: isDecayed(spec.name),
    }));
    this.#byName = new Map(this.parameters.map(({ spec, variable }) => [spec.name, variable]));
    const statistics = batchNorms.flatMap(({ name, channels }) =>
      ['running_mean', 'running_var'].map((kind) => [`${name}.${kind}`, [channels]] as const),
    );
    this.#statistics = new Map(
      statistics.map(([name, shape]) => [name, makeVariable(`${prefix}/${name}`, shape, false)]),
    );
    this.#batchesSeen = new Map(batchNorms.map(({ name }) => [name, 0]));
  }

  /** Forward passes in training mode: batch normalisation by the batch, whose statistics the running ones take in. */
  get training(): Forward {
    return this.#forward((x, name, scale, offset) => {
      const { y, mean, variance } = ops.batchNorm(x, scale, offset);
      updateRunning(this.#statistic(`${name}.running_mean`), mean);
      updateRunning(this.#statistic(`${name}.running_var`), variance);
      this.#batchesSeen.set(name, this.#batchesSeen.get(name)! + 1);
      return y;
    });
  }

  /** As `training`, but running statistics stay: for a pass that is made again. */
  get rehearsal(): Forward {
    return this.#forward((x, _, scale, offset) => ops.batchNorm(x, scale, offset).y);
  }

  /** Forward passes in evaluation mode: batch normalisation by the running statistics. */
  get evaluation(): Forward {
    return this.#forward((x, name, scale, offset) => {
      const mean = this.#statistic(`${name}.running_mean`) as Tensor as Tensor1D;
      const variance = this.#statistic(`${name}.running_var`) as Tensor as Tensor1D;
      return ops.batchNormInference(x, scale, offset, mean, variance);
    });
  }

  /** A parameter's variable by OpenAI's name. */
  variable(name: string): Variable {
    const variable = this.#byName.get(name);
    if (!variable) throw new Error(`the model has no parameter ${name}`);
    return variable;
  }

  /** Weights and statistics under OpenAI's names in PyTorch's layout. */
  read(): NamedArrays {
    return new Map([
      ...this.parameters.map(({ spec, variable }) => [spec.name, toArray(variable, spec.shape)] as const),
      ...[...this.#statistics].map(([name, variable]) => [name, toArray(variable, variable.shape)] as const),
      ...[...this.#batchesSeen].map(
        ([name, count]) => [`${name}.num_batches_tracked`, int64Scalar(count)] as const,
      ),
    ]);
  }

  /**
   * Takes over weights and statistics; other arrays are passed over.
   * @throws {StageFailure} if some array is missing or has another shape; then nothing was taken over
   */
  write(arrays: NamedArrays): void {
    const shapes: (readonly [string, readonly number[]])[] = [
      ...this.parameters.map(({ spec }) => [spec.name, spec.shape] as const),
      ...[...this.#statistics].map(([name, variable]) => [name, variable.shape] as const),
      ...[...this.#batchesSeen.keys()].map((name) => [`${name}.num_batches_tracked`, []] as const),
    ];
    checkArrays(arrays, shapes);
    for (const { spec, variable } of this.parameters) assignArray(variable, arrays, spec.name, spec.shape);
    for (const [name, variable] of this.#statistics) assignArray(variable, arrays, name, variable.shape);
    for (const name of this.#batchesSeen.keys()) {
      this.#batchesSeen.set(name, asInt32(arrays.get(`${name}.num_batches_tracked`)!)[0]!);
    }
  }

  dispose(): void {
    for (const { variable } of this.parameters) variable.dispose();
    for (const variable of this.#statistics.values()) variable.dispose();
  }

  #statistic(name: string): Variable {
    return this.#statistics.get(name)!;
  }

  #forward(norm: (x: Tensor4D, name: string, scale: Tensor1D, offset: Tensor1D) => Tensor4D): Forward {
    const weight = <T extends Tensor>(name: string) => this.variable(name) as Tensor as T;
    return {
      weight,
      batchNorm: (x, name) => norm(x, name, weight(`${name}.weight`), weight(`${name}.bias`)),
    };
  }
}

/** Checks that every array is there with its shape. */
export function checkArrays(
  arrays: NamedArrays,
  shapes: readonly (readonly [string, readonly number[]])[],
): void {
  const wrong = shapes.flatMap(([name, shape]) => {
    const found = arrays.get(name);
    if (!found) return [`${name} is missing`];
    return found.shape.join() === shape.join()
      ? []
      : [`${name} is [${found.shape.join(', ')}], not [${shape.join(', ')}]`];
  });
  if (wrong.length === 0) return;
  const more = wrong.length > 3 ? ` and ${wrong.length - 3} more` : '';
  throw new StageFailure(
    `the weights are of another model: ${wrong.slice(0, 3).join('; ')}${more}`,
    'use a checkpoint of the same model configuration',
  );
}

/** A tensor's values in PyTorch's layout. */
export function toArray(tensor: Tensor, shape: readonly number[]) {
  const values =
    shape.length === 4
      ? valuesOf(() => tf.transpose(tensor, [3, 2, 0, 1]))
      : new Float32Array(tensor.dataSync());
  return float32Array(values, shape);
}

/** A new tensor with an array's values, in the layout of memory. */
export function toTensor(arrays: NamedArrays, name: string, shape: readonly number[]): Tensor {
  return tf.tidy(() => {
    const tensor = tf.tensor(asFloat32(arrays.get(name)!), [...shape], 'float32');
    return shape.length === 4 ? tf.transpose(tensor, [2, 3, 1, 0]) : tensor;
  });
}

export function assignArray(
  variable: Variable,
  arrays: NamedArrays,
  name: string,
  shape: readonly number[],
): void {
  const tensor = toTensor(arrays, name, shape);
  variable.assign(tensor);
  tensor.dispose();
}

export function makeVariable(name: string, shape: readonly number[], trainable: boolean): Variable {
  const zeros = tf.zeros([...shape]);
  const variable = tf.variable(zeros, trainable, name);
  zeros.dispose();
  return variable;
}

/** Convolutions are [out, in, height, width] in files and [height, width, in, out] in memory. */
function memoryShape(shape: readonly number[]): readonly number[] {
  const [out, inputs, height, width] = shape as [number, number, number, number];
  return shape.length === 4 ? [height, width, inputs, out] : shape;
}
