import { BFLOAT16, FLOAT, type Output } from './builder.js';
import type { GraphNode } from './messages.js';

/** An operation that may compute in bfloat16. */
interface LowOperation {
  /** Inputs of the operation's type; the others are sizes, or stay float32. */
  readonly inputs: readonly number[];
  /** Why it does: `always`, since that is much faster, or to stay in bfloat16 where any or all such inputs are already. */
  readonly when: 'always' | 'any' | 'all';
}

/**
 * Convolutions and matrix products compute in bfloat16, and what lies between them follows where that saves going back
 * and forth. Sums over many elements, softmax, layer norm and statistics of batch norm stay float32, as in PyTorch's
 * autocast.
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
  const result: GraphNode[] = [];
  for (const node of nodes) {
    const operation = mayBeLow.has(node.name) ? operations[node.op] : undefined;
    const isLow = operation !== undefined && goesLow(operation, node, casts);
    const inputs = node.inputs.map((input, i) =>
      isLow && operation.inputs.includes(i) ? casts.low(input, result) : casts.high(input, result),
    );
    const attributes = isLow ? { ...node.attributes, T: { type: BFLOAT16 } } : node.attributes;
    result.push({ ...node, inputs, attributes });
    if (isLow) casts.isLow.add(node.name);
  }
  return result;
}

function goesLow({ inputs, when }: LowOperation, node: GraphNode, { isLow }: Casts): boolean {
  const low = inputs.map((i) => isLow.has(node.inputs[i]!));
  return when === 'always' || (when === 'any' ? low.some(Boolean) : low.every(Boolean));
}

/** The casts that a graph needs, each made when it is first asked for. */
class Casts {
  /** Outputs in bfloat16; only first outputs are, an operation's further ones are float32 statistics. */
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
