import { tf, type Tensor } from './tensorflow.js';

/** One attribute of a TensorFlow operation, as the addon takes it. */
export interface Attribute {
  readonly name: string;
  readonly type: number;
  readonly value: boolean | number | string | readonly number[];
}

interface Metadata {
  readonly id: number;
  readonly shape: number[];
  readonly dtype: number;
}

/** What tfjs-node keeps about the data of a tensor. */
interface Stored {
  id: number;
  readonly shape: number[];
  readonly dtype: number;
  values: unknown;
  readonly refCount: number;
}

/** The part of tfjs-node's backend and of its addon that is used here; both are pinned by package-lock.json. */
interface Backend {
  readonly binding: {
    readonly TF_Version: string;
    readonly TF_FLOAT: number;
    readonly TF_INT32: number;
    readonly TF_ATTR_TYPE: number;
    readonly TF_ATTR_INT: number;
    readonly TF_ATTR_FLOAT: number;
    readonly TF_ATTR_BOOL: number;
    readonly TF_ATTR_STRING: number;
    readonly TF_ATTR_SHAPE: number;
    executeOp(
      name: string,
      attributes: readonly Attribute[],
      inputs: readonly number[],
      outputs: number,
    ): Metadata[];
    deleteTensor(id: number): void;
    getNumOfTensors(): number;
    isUsingGpuDevice(): boolean;
  };
  /** Every read back to JavaScript goes through here. */
  readSync(dataId: object): unknown;
  readonly tensorMap: { get(dataId: object): Stored };
  executeMultipleOutputs(
    name: string,
    attributes: readonly Attribute[],
    inputs: readonly Tensor[],
    outputs: number,
  ): Tensor[];
  createOutputTensor(metadata: Metadata): Tensor;
  getInputTensorIds(tensors: readonly Tensor[]): number[];
}

/** tfjs-node's backend, asked for at each use because a recorder may put its own binding in place. */
export const backend = (): Backend => tf.backend() as unknown as Backend;

const { binding } = backend();
const types = { float32: binding.TF_FLOAT, int32: binding.TF_INT32 } as const;

/** Attributes by kind: `attribute.bool('adj_x', true)`. */
export const attribute = {
  type: (name: string, dtype: keyof typeof types): Attribute => ({
    name,
    type: binding.TF_ATTR_TYPE,
    value: types[dtype],
  }),
  int: (name: string, value: number): Attribute => ({ name, type: binding.TF_ATTR_INT, value }),
  ints: (name: string, value: readonly number[]): Attribute => ({ name, type: binding.TF_ATTR_INT, value }),
  float: (name: string, value: number): Attribute => ({ name, type: binding.TF_ATTR_FLOAT, value }),
  bool: (name: string, value: boolean): Attribute => ({ name, type: binding.TF_ATTR_BOOL, value }),
  string: (name: string, value: string): Attribute => ({ name, type: binding.TF_ATTR_STRING, value }),
  shape: (name: string, value: readonly number[]): Attribute => ({
    name,
    type: binding.TF_ATTR_SHAPE,
    value,
  }),
} as const;

/** Almost every operation has the type of its elements as attribute T. */
export const float = attribute.type('T', 'float32');

/**
 * Run a TensorFlow operation by its name in the op registry. It is outside the gradient: differentiable operations are
 * made from it by `defineOp` or `tf.customGrad`.
 * @returns its outputs, in the registry's order, owned by the current tidy scope
 */
export function execute(
  name: string,
  inputs: readonly Tensor[],
  attributes: readonly Attribute[],
  outputs: number,
): Tensor[] {
  return backend().executeMultipleOutputs(name, attributes, inputs, outputs);
}

/** `execute` for an operation with one output. */
export function op<T extends Tensor = Tensor>(
  name: string,
  inputs: readonly Tensor[],
  attributes: readonly Attribute[] = [float],
): T {
  return execute(name, inputs, attributes, 1)[0] as T;
}

/** The addon's id of a tensor; values that are still in JavaScript are handed over first. */
export function idOf(tensor: Tensor): number {
  return backend().getInputTensorIds([tensor])[0]!;
}

/**
 * Run an operation on ids of the addon: the way to those that have no output, or touch a resource.
 * @returns its outputs, which the caller deletes or turns into tensors
 */
export function executeRaw(
  name: string,
  inputs: readonly number[],
  attributes: readonly Attribute[],
  outputs: number,
): Metadata[] {
  return backend().binding.executeOp(name, attributes, inputs, outputs);
}
