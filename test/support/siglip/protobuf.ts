/** A field of a protobuf message: its number, and an integer, a float, or bytes (texts and messages are such). */
type Field = readonly [number: number, value: bigint | number | Uint8Array | { readonly float: number }];

const enum Wire {
  Varint = 0,
  Bytes = 2,
  Float = 5,
}

function varint(value: bigint): number[] {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  do {
    const low = Number(rest & 127n);
    rest >>= 7n;
    bytes.push(rest > 0n ? low | 128 : low);
  } while (rest > 0n);
  return bytes;
}

/** A message in protobuf's binary form. */
export function message(...fields: readonly Field[]): Uint8Array {
  const parts = fields.map(([number, value]) => {
    const tag = (wire: Wire) => varint(BigInt(number * 8 + wire));
    if (value instanceof Uint8Array)
      return Buffer.concat([Uint8Array.from([...tag(Wire.Bytes), ...varint(BigInt(value.length))]), value]);
    if (typeof value === 'object')
      return Buffer.concat([
        Uint8Array.from(tag(Wire.Float)),
        new Uint8Array(Float32Array.of(value.float).buffer),
      ]);
    return Uint8Array.from([...tag(Wire.Varint), ...varint(BigInt(value))]);
  });
  return Buffer.concat(parts);
}

export const text = (value: string): Uint8Array => new TextEncoder().encode(value);
