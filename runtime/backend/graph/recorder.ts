import { backend, type Attribute } from '../raw.js';
import { tf, type Tensor } from '../tensorflow.js';
import { FLOAT, INT32, type GraphBuilder, type Output } from './builder.js';
import type { AttributeValue } from './messages.js';
import { shapesOf } from './shapes/index.js';
import { UnknownShape, type Operand } from './shapes/operand.js';

/** What cannot be part of a recorded graph. */
export class NotRecordable extends Error {
  override readonly name = 'NotRecordable';
}

interface Metadata {
  readonly id: number;
  readonly shape: number[];
  readonly dtype: number;
}

/** tfjs-node's addon as far as a recorder stands in for it. */
interface Binding {
  readonly TF_ATTR_TYPE: number;
  readonly TF_ATTR_INT: number;
  readonly TF_ATTR_FLOAT: number;
  readonly TF_ATTR_BOOL: number;
  readonly TF_ATTR_STRING: number;
  readonly TF_ATTR_SHAPE: number;
  createTensor(shape: number[], dtype: number, values: ArrayBufferView): number;
  executeOp(
    name: string,
    attributes: readonly Attribute[],
    inputs: readonly number[],
    outputs: number,
  ): Metadata[];
  tensorDataSync(id: number): ArrayBufferView;
}

interface Known {
  readonly shape: readonly number[];
  readonly dtype: number;
}

/**
 * What happens to operations while they are recorded: they are run, or only the shapes of what they give are found, which
 * takes no memory and next to no time.
 */
export type Recorded = 'values' | 'shapes';

/** The id of the next tensor without values: the addon's own are not negative, and -1 means that there is none yet. */
let nextAbstract = -2;

interface Patched {
  binding: Binding;
  getInputTensorIds(tensors: readonly Tensor[]): number[];
}

/**
 * Records what tfjs does as nodes of a graph while it does it: the addon's `executeOp` is replaced for the time of
 * `work`, each call becomes a node, and the tensors it touches are followed by the addon's ids. A tensor made outside is
 * a constant unless it is named in `known`.
 */
export class Recorder {
  readonly #outputs = new Map<number, Output>();
  readonly #outside = new Map<number, Known>();

  constructor(
    private readonly builder: GraphBuilder,
    private readonly recorded: Recorded = 'values',
  ) {}

  /** Lets a tensor stand for an output of the graph: a placeholder, a variable's value. */
  name(tensor: Tensor, output: Output): void {
    this.#outputs.set(idOf(tensor), output);
  }

  /**
   * A tensor that stands for an output of the graph, owned by the current tidy scope.
   * @param fill its values, where operations are run: ones are harmless to be divided by or to be taken the root of
   */
  standIn<T extends Tensor>(
    output: Output,
    shape: readonly number[],
    { dtype = 'float32', fill = 1 }: { readonly dtype?: 'float32' | 'int32'; readonly fill?: number } = {},
  ): T {
    const tensor =
      this.recorded === 'shapes'
        ? backend().createOutputTensor(abstract({ shape, dtype: dtype === 'int32' ? INT32 : FLOAT }))
        : tf.fill([...shape], fill, dtype);
    this.name(tensor, output);
    return tensor as T;
  }

  /** The output of the graph that a tensor made in `work` stands for. */
  outputOf(tensor: Tensor): Output {
    const id = idOf(tensor);
    return this.#outputs.get(id) ?? this.#constant(target().binding, id, shapeOf(tensor));
  }

  /**
   * Runs `work`, recording.
   * @throws {NotRecordable} when it reads a tensor back to JavaScript, or has an attribute that graphs cannot have
   * @throws {UnknownShape} when only shapes are looked for, and one cannot be told
   */
  run<T>(work: () => T): T {
    const patched = target();
    const { binding } = patched;
    const original = Object.getOwnPropertyDescriptor(patched, 'getInputTensorIds');
    const getInputTensorIds = patched.getInputTensorIds.bind(patched);
    patched.binding = this.#wrap(binding);
    patched.getInputTensorIds = (tensors) => {
      const ids = getInputTensorIds(tensors);
      ids.forEach((id, i) => this.#outside.set(id, shapeOf(tensors[i]!)));
      return ids;
    };
    try {
      return work();
    } finally {
      patched.binding = binding;
      if (original === undefined) delete (patched as Partial<Patched>).getInputTensorIds;
      else Object.defineProperty(patched, 'getInputTensorIds', original);
    }
  }

  #wrap(binding: Binding): Binding {
    const recording = {
      executeOp: (
        name: string,
        attributes: readonly Attribute[],
        inputs: readonly number[],
        outputs: number,
      ) => {
        const refs = inputs.map(
          (id) => this.#outputs.get(id) ?? this.#constant(binding, id, this.#outside.get(id)),
        );
        const results =
          this.recorded === 'shapes'
            ? this.#infer(binding, name, attributes, inputs)
            : binding.executeOp(name, attributes, inputs, outputs);
        const values = attributes.map((one) => [one.name, attributeValue(binding, name, one)] as const);
        const implied = impliedAttributes[name]?.(inputs.map((id) => this.#outside.get(id)?.dtype ?? 0));
        const node = this.builder.add(name, refs, { ...implied, ...Object.fromEntries(values) });
        results.forEach(({ id }, i) => this.#outputs.set(id, i === 0 ? node : `${node}:${i}`));
        return results;
      },
      tensorDataSync: () => {
        throw new NotRecordable('a value is read back to JavaScript: a graph cannot depend on it');
      },
    };
    return Object.create(binding, Object.getOwnPropertyDescriptors(recording)) as Binding;
  }

  #infer(
    binding: Binding,
    name: string,
    attributes: readonly Attribute[],
    inputs: readonly number[],
  ): Metadata[] {
    const operands = inputs.map((id): Operand => {
      const known = this.#outside.get(id);
      if (known === undefined) throw new NotRecordable(`tensor ${id} comes from nowhere`);
      const values = () => {
        if (id < 0) throw new UnknownShape(`the shape that ${name} gives depends on what is computed`);
        return [...(binding.tensorDataSync(id) as Int32Array)];
      };
      return { ...known, values };
    });
    const attribute = (wanted: string) => attributes.find((one) => one.name === wanted)?.value;
    return shapesOf(name, operands, attribute).map(abstract);
  }

  #constant(binding: Binding, id: number, known: Known | undefined): Output {
    if (known === undefined || id < 0) throw new NotRecordable(`tensor ${id} comes from nowhere`);
    const data = binding.tensorDataSync(id);
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    const output = this.builder.constant(known.dtype, known.shape, Uint8Array.from(bytes));
    this.#outputs.set(id, output);
    return output;
  }
}

const target = () => backend() as unknown as Patched;
const idOf = (tensor: Tensor) => backend().getInputTensorIds([tensor])[0]!;

function abstract({ shape, dtype }: Known): Metadata {
  return { id: nextAbstract--, shape: [...shape], dtype };
}

function shapeOf(tensor: Tensor): Known {
  const { shape, dtype } = backend().tensorMap.get(tensor.dataId);
  return { shape: tensor.shape ?? shape, dtype };
}

/** Attributes that tfjs-node leaves to TensorFlow's eager mode to find out; a graph has to say them. */
const impliedAttributes: Readonly<
  Record<string, (inputs: readonly number[]) => Readonly<Record<string, AttributeValue>>>
> = {
  ExpandDims: ([input]) => ({ T: { type: input! } }),
};

function attributeValue(binding: Binding, op: string, { name, type, value }: Attribute): AttributeValue {
  switch (type) {
    case binding.TF_ATTR_TYPE:
      return { type: value as number };
    case binding.TF_ATTR_INT:
      return Array.isArray(value) ? { ints: value as number[] } : { int: value as number };
    case binding.TF_ATTR_FLOAT:
      return { float: value as number };
    case binding.TF_ATTR_BOOL:
      return { bool: value as boolean };
    case binding.TF_ATTR_STRING:
      return { string: value as string };
    case binding.TF_ATTR_SHAPE:
      return { shape: value as number[] };
    default:
      throw new NotRecordable(`attribute ${name} of ${op} has a kind (${type}) that is not known`);
  }
}
