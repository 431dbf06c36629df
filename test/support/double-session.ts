import { FLOAT } from '../../runtime/backend/graph/builder.js';
import type { AttributeValue, GraphNode } from '../../runtime/backend/graph/messages.js';
import type { Session } from '../../runtime/backend/graph/session.js';

/** TensorFlow's number of float64. */
const DOUBLE = 2;

/** Operations of type T = float whose output is no float, or that have none. */
const withoutFloats = new Set([
  'AssignVariableOp',
  'ResourceApplyAdam',
  'VarHandleOp',
  'ArgMax',
  'Equal',
  'Greater',
  'GreaterEqual',
  'Less',
  'LessEqual',
  'NotEqual',
  'Shape',
]);

/**
 * A session that computes in double precision what a recorded graph computes in float32: variables, constants and all
 * that lies between. What is fed and fetched stays float32, the only type of real numbers that tfjs knows.
 */
export function doubled(base: typeof Session): typeof Session {
  return class extends base {
    readonly #floats: ReadonlySet<string>;

    constructor(nodes: readonly GraphNode[]) {
      const { nodes: all, floats } = inDouble(nodes);
      super(all);
      this.#floats = floats;
    }

    override run(...[feeds, fetches]: Parameters<Session['run']>): ReturnType<Session['run']> {
      return super.run(
        feeds,
        fetches.map((name) => (this.#floats.has(name) ? `${name}.single` : name)),
      );
    }
  };
}

/** The graph in double precision, and the nodes `n` that have their output in float32 as `n.single`. */
function inDouble(nodes: readonly GraphNode[]): { nodes: GraphNode[]; floats: Set<string> } {
  const fed = new Set(
    nodes.filter((node) => node.op === 'Placeholder' && isFloat(node)).map(({ name }) => name),
  );
  const floats = new Set<string>();
  const all = nodes.flatMap((node): GraphNode[] => {
    if (fed.has(node.name)) return [node, cast(node.name, 'double')];
    const inputs = node.inputs.map((input) => (fed.has(input) ? `${input}.double` : input));
    const attributes = Object.fromEntries(
      Object.entries(node.attributes).map(([name, value]) => [name, inDoubles(value)]),
    );
    const same = { ...node, inputs, attributes };
    if (!isFloat(node) || withoutFloats.has(node.op)) return [same];
    floats.add(node.name);
    return [same, cast(node.name, 'single')];
  });
  return { nodes: all, floats };
}

function isFloat({ op, attributes }: GraphNode): boolean {
  const { type } = (attributes[op === 'Cast' ? 'DstT' : 'T'] ?? attributes.dtype ?? {}) as { type?: number };
  return type === FLOAT;
}

function cast(input: string, to: 'single' | 'double'): GraphNode {
  const [from, into] = to === 'double' ? [FLOAT, DOUBLE] : [DOUBLE, FLOAT];
  const attributes = { SrcT: { type: from }, DstT: { type: into }, Truncate: { bool: false } };
  return { name: `${input}.${to}`, op: 'Cast', inputs: [input], attributes };
}

function inDoubles(value: AttributeValue): AttributeValue {
  if ('type' in value) return value.type === FLOAT ? { type: DOUBLE } : value;
  if (!('tensor' in value) || value.tensor.dtype !== FLOAT) return value;
  const { shape, bytes } = value.tensor;
  const floats = new Float32Array(Uint8Array.from(bytes).buffer);
  return { tensor: { dtype: DOUBLE, shape, bytes: new Uint8Array(Float64Array.from(floats).buffer) } };
}
