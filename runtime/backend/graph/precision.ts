import { BFLOAT16, FLOAT, type Output } from './builder.js';
import type { GraphNode } from './messages.js';

/** An operation that may compute in bfloat16. */
interface LowOperation {
  /** Inputs of the operation's type; the others are sizes, or stay float32. `all-but-last`: of any number. */
  readonly inputs: readonly number[] | 'all-but-last';
  /**
   * Why it does: `always`, since that is much faster, or to stay in bfloat16 where any or all such inputs are already,
   * numbers that are written in the graph aside.
   */
  readonly when: 'always' | 'any' | 'all';
}

/**
 * Convolutions and matrix products compute in bfloat16, and what lies between them follows where that saves going back
 * and forth: batch norm, activations, sums of two. Sums over many elements, softmax, layer norm and statistics of batch
 * norm stay float32, as in PyTorch's autocast.
 */
const operations: Readonly<Record<string, LowOperation>> = {
  Conv2D: { inputs: [0, 1], when: 'always' },
  Conv2DBackpropInput: { inputs: [1, 2], when: 'always' },
  Conv2DBackpropFilter: { inputs: [0, 2], when: 'always' },
  MatMul: { inputs: [0, 1], when: 'always' },
  BatchMatMulV2: { inputs: [0, 1], when: 'always' },
  BiasAdd: { inputs: [0, 1], when: 'any' },
  Relu: { inputs: [0], when: 'any' },
  ReluGrad: { inputs: [0, 1], when: 'any' },
  FusedBatchNormV3: { inputs: [0], when: 'any' },
  FusedBatchNormGradV3: { inputs: [0, 1], when: 'any' },
  AvgPool: { inputs: [0], when: 'any' },
  AvgPoolGrad: { inputs: [1], when: 'any' },
  Reshape: { inputs: [0], when: 'any' },
  Transpose: { inputs: [0], when: 'any' },
  Add: { inputs: [0, 1], when: 'all' },
  AddV2: { inputs: [0, 1], when: 'all' },
  Mul: { inputs: [0, 1], when: 'all' },
  Sigmoid: { inputs: [0], when: 'any' },
  SigmoidGrad: { inputs: [0, 1], when: 'all' },
  SplitV: { inputs: [0], when: 'any' },
  ConcatV2: { inputs: 'all-but-last', when: 'all' },
};

/**
 * The same graph with the work of some nodes in bfloat16. Variables, and everything else, stay float32: values are cast
 * where they go from one to the other, each at most once.
 *
 * @param nodes in the order they were recorded, inputs first
 * @param mayBeLow the nodes that may compute in bfloat16, by name
 */
export function inBfloat16(nodes: readonly GraphNode[], mayBeLow: ReadonlySet<string>): GraphNode[] {
  const casts = new Casts();
  const numbers = new Set(nodes.filter(isNumber).map(({ name }) => name));
  const result: GraphNode[] = [];
  for (const node of nodes) {
    const operation = mayBeLow.has(node.name) ? operations[node.op] : undefined;
    const typed = operation === undefined ? [] : typedInputs(operation, node);
    const isLow = operation !== undefined && goesLow(operation, typed, casts.isLow, numbers);
    const inputs = node.inputs.map((input) =>
      isLow && typed.includes(input) ? casts.low(input, result) : casts.high(input, result),
    );
    const attributes = isLow ? { ...node.attributes, T: { type: BFLOAT16 } } : node.attributes;
    result.push({ ...node, inputs, attributes });
    if (isLow) for (const output of typedOutputs(node)) casts.isLow.add(output);
  }
  return result;
}

/** The inputs that have the operation's type. */
function typedInputs({ inputs }: LowOperation, node: GraphNode): readonly Output[] {
  return inputs === 'all-but-last' ? node.inputs.slice(0, -1) : inputs.map((i) => node.inputs[i]!);
}

/** The outputs that have the operation's type: the parts of what is split; else the first, the others are statistics. */
function typedOutputs({ op, name, attributes }: GraphNode): readonly Output[] {
  const parts = op === 'SplitV' ? (attributes.num_split as { readonly int: number }).int : 1;
  return Array.from({ length: parts }, (_, i) => (i === 0 ? name : `${name}:${i}`));
}

function goesLow(
  { when }: LowOperation,
  inputs: readonly Output[],
  isLow: ReadonlySet<Output>,
  numbers: ReadonlySet<Output>,
): boolean {
  if (when === 'always') return true;
  const values = inputs.filter((input) => !numbers.has(input));
  const low = values.filter((input) => isLow.has(input));
  return when === 'any' ? low.length > 0 : low.length > 0 && low.length === values.length;
}

/** Is it a constant without a shape? */
function isNumber({ op, attributes: { value } }: GraphNode): boolean {
  return op === 'Const' && value !== undefined && 'tensor' in value && value.tensor.shape.length === 0;
}

/** The casts that a graph needs, each made when it is first asked for. */
class Casts {
  /** Outputs in bfloat16. */
  readonly isLow = new Set<Output>();
  readonly #made = new Map<string, Output>();

  low(output: Output, nodes: GraphNode[]): Output {
    return this.isLow.has(output) ? output : this.#cast(output, FLOAT, BFLOAT16, nodes);
  }

  high(output: Output, nodes: GraphNode[]): Output {
    return this.isLow.has(output) ? this.#cast(output, BFLOAT16, FLOAT, nodes) : output;
  }

  #cast(output: Output, from: number, to: number, nodes: GraphNode[]): Output {
    const known = this.#made.get(output);
    if (known !== undefined) return known;
    const name = `${output.replace(':', '_')}.${to === FLOAT ? 'float32' : 'bfloat16'}`;
    const attributes = { SrcT: { type: from }, DstT: { type: to }, Truncate: { bool: false } };
    nodes.push({ name, op: 'Cast', inputs: [output], attributes });
    this.#made.set(output, name);
    return name;
  }
}
