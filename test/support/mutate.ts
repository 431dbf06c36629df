import fc from 'fast-check';

/** A change to a file's bytes. Places are shares of its length, 0..1, so that they fit any file. */
export type Mutation =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'set'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'insert'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'remove' | 'repeat'; readonly at: number; readonly length: number }
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'splice'; readonly at: number; readonly from: number; readonly other: number };

/** Numbers that make readers stumble, in both byte orders, and signs with a meaning in texts and tar headers. */
const interesting: readonly Uint8Array[] = [
  ...[0, 1, 0x7f, 0x80, 0xff].map((byte) => Uint8Array.of(byte)),
  ...[0x7fffffff, 0x80000000, 0xffffffff, 0x10000, 0x7fff0000].flatMap((word) => {
    const bytes = new DataView(new ArrayBuffer(8));
    bytes.setUint32(0, word);
    bytes.setUint32(4, word, true);
    return [new Uint8Array(bytes.buffer.slice(0, 4)), new Uint8Array(bytes.buffer.slice(4))];
  }),
  Uint8Array.from({ length: 8 }, () => 0xff),
  ...[
    '"',
    '""',
    '\n',
    '\r\n',
    ',',
    '\t',
    '\0',
    '[',
    '{',
    '}',
    ']',
    ':',
    'null',
    '-1',
    '1e999',
    '77777777777',
  ].map((text) => Buffer.from(text)),
  ...['\ud83d\ude00', '\ufeff', '\u2028', '__proto__', 'constructor'].map((text) => Buffer.from(text)),
];

/** One to six changes. */
export function mutations(): fc.Arbitrary<readonly Mutation[]> {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  // Heads and tails are where formats have their numbers.
  const at = fc.oneof(
    share,
    share.map((one) => one ** 4),
    share.map((one) => 1 - one ** 4),
  );
  const bytes = fc.oneof(fc.constantFrom(...interesting), fc.uint8Array({ minLength: 1, maxLength: 12 }));
  const length = fc.oneof(fc.nat(16), fc.nat(600));
  return fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('flip' as const), at, bit: fc.nat(7) }),
      fc.record({ kind: fc.constant('set' as const), at, bytes }),
      fc.record({ kind: fc.constant('insert' as const), at, bytes }),
      fc.record({ kind: fc.constantFrom('remove' as const, 'repeat' as const), at, length }),
      fc.record({ kind: fc.constant('cut' as const), at }),
      fc.record({ kind: fc.constant('splice' as const), at, from: share, other: fc.nat(20) }),
    ),
    { minLength: 1, maxLength: 6 },
  );
}

/** A file with changes; `others` are files that a splice goes on with. */
export function mutated(
  file: Uint8Array,
  changes: readonly Mutation[],
  others: readonly Uint8Array[],
): Buffer {
  return changes.reduce<Buffer>((bytes, change) => changed(bytes, change, others), Buffer.from(file));
}

function changed(bytes: Buffer, change: Mutation, others: readonly Uint8Array[]): Buffer {
  const at = Math.min(bytes.length, Math.floor(change.at * bytes.length));
  const [head, tail] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (change.kind) {
    case 'flip': {
      const copy = Buffer.from(bytes);
      if (at < copy.length) copy[at]! ^= 1 << change.bit;
      return copy;
    }
    case 'set':
      return Buffer.concat([head, change.bytes, tail.subarray(change.bytes.length)]);
    case 'insert':
      return Buffer.concat([head, change.bytes, tail]);
    case 'remove':
      return Buffer.concat([head, tail.subarray(change.length)]);
    case 'repeat':
      return Buffer.concat([head, tail.subarray(0, change.length), tail]);
    case 'cut':
      return Buffer.from(head);
    case 'splice': {
      const other = others[change.other % others.length]!;
      return Buffer.concat([head, other.subarray(Math.floor(change.from * other.length))]);
    }
  }
}
