import type { AttributeValue, GraphNode } from './messages.js';

/** TensorFlow's numbers of types. */
export const FLOAT = 1;
export const INT32 = 3;
export const BFLOAT16 = 14;

/** One output of a node: `node` for the first, `node:1` for the second. */
export type Output = string;

/** Collects the nodes of a graph; names are given by it and unique. */
export class GraphBuilder {
  readonly nodes: GraphNode[] = [];
  readonly #names = new Set<string>();
  /** Where to go on looking for a free number, by wished name. */
  readonly #next = new Map<string, number>();

  /**
   * Adds a node.
   * @param name wished for; made unique
   * @returns its first output, which is also its name
   */
  add(
    op: string,
    inputs: readonly Output[],
    attributes: Readonly<Record<string, AttributeValue>>,
    name: string = op,
  ): Output {
    const safe = name.replaceAll(/[^A-Za-z0-9_.]/g, '_');
    let n = this.#next.get(safe) ?? 0;
    let unique = n === 0 ? safe : `${safe}_${n}`;
    while (this.#names.has(unique)) unique = `${safe}_${++n}`;
    this.#next.set(safe, n + 1);
    this.#names.add(unique);
    this.nodes.push({ name: unique, op, inputs, attributes });
    return unique;
  }

  /** A constant. */
  constant(dtype: number, shape: readonly number[], bytes: Uint8Array, name?: string): Output {
    return this.add(
      'Const',
      [],
      { dtype: { type: dtype }, value: { tensor: { dtype, shape, bytes } } },
      name,
    );
  }

  /** A value that every run feeds. */
  placeholder(dtype: number, shape: readonly number[], name: string): Output {
    return this.add('Placeholder', [], { dtype: { type: dtype }, shape: { shape } }, name);
  }

  /** A value that passes on once others are done. */
  after(value: Output, dtype: number, done: readonly Output[], name: string): Output {
    return this.add(
      'Identity',
      [value, ...done.map((node) => `^${node.split(':')[0]!}`)],
      { T: { type: dtype } },
      name,
    );
  }

  /** A value to fetch once others are done, where it is only their being done that matters. */
  allDone(done: readonly Output[], name: string): Output {
    return this.after(this.constant(FLOAT, [], new Uint8Array(4)), FLOAT, done, name);
  }
}
