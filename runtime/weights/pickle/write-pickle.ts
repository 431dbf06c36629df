/** A name in a pickle: `torch FloatStorage`. */
export class Name {
  constructor(
    readonly module: string,
    readonly name: string,
  ) {}
}

/** A call, or an object of a class with its attributes, or what a persistent id stands for. */
export class Call {
  constructor(
    readonly callee: Name,
    readonly args: readonly Writable[],
  ) {}
}
export class Made {
  constructor(
    readonly type: Name,
    readonly attributes: ReadonlyMap<string, Writable>,
  ) {}
}
export class Persistent {
  constructor(readonly id: readonly Writable[]) {}
}
/** A tuple; a plain array is a list. */
export class Row {
  constructor(readonly items: readonly Writable[]) {}
}
/** A number that Python shall take for a float though it is whole. */
export class Float {
  constructor(readonly value: number) {}
}

/** What can be pickled. Maps become dicts. */
export type Writable =
  | null
  | boolean
  | number
  | string
  | Name
  | Call
  | Made
  | Persistent
  | Row
  | Float
  | readonly Writable[]
  | ReadonlyMap<string | number, Writable>;

/** A pickle of protocol 2, as PyTorch writes and reads them. */
export function writePickle(value: Writable): Uint8Array {
  const parts: Uint8Array[] = [Buffer.of(0x80, 2)];
  write(value, parts);
  parts.push(Buffer.from('.'));
  return Buffer.concat(parts);
}

function write(value: Writable, to: Uint8Array[]): void {
  const code = (text: string) => to.push(Buffer.from(text, 'latin1'));
  const all = (items: readonly Writable[]) => items.forEach((item) => write(item, to));
  if (value === null) code('N');
  else if (typeof value === 'boolean') code(value ? '\x88' : '\x89');
  else if (typeof value === 'number') to.push(Number.isInteger(value) ? integer(value) : float(value));
  else if (typeof value === 'string') to.push(text(value));
  else if (value instanceof Float) to.push(float(value.value));
  else if (value instanceof Name) code(`c${value.module}\n${value.name}\n`);
  else if (value instanceof Row) tuple(value.items);
  else if (value instanceof Persistent) {
    tuple(value.id);
    code('Q');
  } else if (value instanceof Call) {
    write(value.callee, to);
    tuple(value.args);
    code('R');
  } else if (value instanceof Made) {
    write(value.type, to);
    code(')\x81');
    write(value.attributes, to);
    code('b');
  } else if (isMap(value)) {
    code('}(');
    for (const [key, item] of value) all([key, item]);
    code('u');
  } else {
    code('](');
    all(value);
    code('e');
  }

  function tuple(items: readonly Writable[]): void {
    code('(');
    all(items);
    code('t');
  }
}

function isMap(value: Writable): value is ReadonlyMap<string | number, Writable> {
  return value instanceof Map;
}

function text(value: string): Uint8Array {
  const bytes = Buffer.from(value);
  const head = Buffer.from('X0000');
  head.writeUInt32LE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
}

function integer(value: number): Uint8Array {
  if (value >= -(2 ** 31) && value < 2 ** 31) {
    const bytes = Buffer.from('J0000');
    bytes.writeInt32LE(value, 1);
    return bytes;
  }
  const bytes = Buffer.concat([Buffer.of(0x8a, 8), Buffer.alloc(8)]);
  bytes.writeBigInt64LE(BigInt(value), 2);
  return bytes;
}

function float(value: number): Uint8Array {
  const bytes = Buffer.from('G00000000');
  bytes.writeDoubleBE(value, 1);
  return bytes;
}
