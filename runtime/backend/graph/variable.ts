import { FLOAT, INT32, type GraphBuilder, type Output } from './builder.js';

const dtype = { dtype: { type: FLOAT } };

/** A float32 variable inside a graph: it lives in the session from run to run. */
export class GraphVariable {
  readonly handle: Output;
  /** The value before any update of the run. */
  readonly value: Output;
  /** What has to be done before the variable may be used again: its newest update. */
  #last: Output | null = null;

  constructor(
    private readonly builder: GraphBuilder,
    readonly name: string,
    readonly shape: readonly number[],
  ) {
    this.handle = builder.add(
      'VarHandleOp',
      [],
      { ...dtype, shape: { shape }, container: { string: '' }, shared_name: { string: name } },
      `${name}.handle`,
    );
    this.value = this.#read([], `${name}.value`);
  }

  /** Lets updates from here on belong to another run than those so far: they do not wait for these. */
  startRun(): void {
    this.#last = null;
  }

  /** The newest update; what a step waits for. */
  get updated(): readonly Output[] {
    return this.#last === null ? [] : [this.#last];
  }

  /** Assigns a value, after the updates so far and after `before`. */
  assign(value: Output, before: readonly Output[] = []): void {
    this.#last = this.builder.add(
      'AssignVariableOp',
      [this.handle, value, ...this.#after(before)],
      dtype,
      `${this.name}.assign`,
    );
  }

  /** Lets an operation on the handle be the newest update. */
  update(op: string, inputs: readonly Output[], attributes: Parameters<GraphBuilder['add']>[2]): void {
    this.#last = this.builder.add(op, [...inputs, ...this.#after([])], attributes, `${this.name}.${op}`);
  }

  /** The value after the updates so far. */
  read(): Output {
    return this.#read(this.#after([]), `${this.name}.read`);
  }

  /** The way in for values from outside: feed `feed`; the variable has the value once `assigned` is done. */
  setter(): { readonly feed: Output; readonly assigned: Output } {
    const feed = this.builder.placeholder(FLOAT, this.shape, `${this.name}.new`);
    const assigned = this.builder.add('AssignVariableOp', [this.handle, feed], dtype, `${this.name}.set`);
    return { feed, assigned };
  }

  /** The way in for what is to be added: feed `feed`; it is in the variable once `added` is done. */
  adder(): { readonly feed: Output; readonly added: Output } {
    const feed = this.builder.placeholder(FLOAT, this.shape, `${this.name}.term`);
    const added = this.builder.add('AssignAddVariableOp', [this.handle, feed], dtype, `${this.name}.add`);
    return { feed, added };
  }

  /** Zeros from here on, once this is done; in memory of its own, so that updates need not copy it first. */
  zero(): Output {
    const { builder, handle, name, shape } = this;
    const sides = new Uint8Array(Int32Array.from(shape).buffer);
    const zeros = builder.add(
      'Fill',
      [builder.constant(INT32, [shape.length], sides), builder.constant(FLOAT, [], new Uint8Array(4))],
      { T: { type: FLOAT }, index_type: { type: INT32 } },
    );
    const own = builder.add('DeepCopy', [zeros], { T: { type: FLOAT } });
    return builder.add('AssignVariableOp', [handle, own], dtype, `${name}.zero`);
  }

  #read(after: readonly Output[], name: string): Output {
    return this.builder.add('ReadVariableOp', [this.handle, ...after], dtype, name);
  }

  #after(before: readonly Output[]): Output[] {
    return [...this.updated, ...before].map((output) => `^${output.split(':')[0]!}`);
  }
}
