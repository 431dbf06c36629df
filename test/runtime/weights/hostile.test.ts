import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { StageFailure } from '../../../runtime/execute/context.js';
import { float32Array } from '../../../runtime/store/array.js';
import { DamagedCheckpoint } from '../../../runtime/store/checkpoint-manifest.js';
import { encodeSafetensors } from '../../../runtime/store/safetensors.js';
import {
  Call,
  Made,
  Name,
  Persistent,
  Row,
  writePickle,
  type Writable,
} from '../../../runtime/weights/pickle/write-pickle.js';
import { readWeights } from '../../../runtime/weights/read-weights.js';
import { crc32, plainCrc32 } from '../../../runtime/weights/zip/crc32.js';
import { zipParts } from '../../../runtime/weights/zip/write-zip.js';
import { inTurns, patience } from '../../support/rounds.js';

/** Mutated files of each kind: raise it for a long search. */
const mutations = Number(process.env.EXPC_MUTATIONS ?? 300);

let folder = '';
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'expc-hostile-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function read(bytes: Uint8Array) {
  const path = join(folder, 'w.pt');
  writeFileSync(path, bytes);
  return readWeights(path);
}

/** A PyTorch file with a pickle, and one block of eight bytes called 0. */
function torchFile(pickle: Uint8Array, block = Buffer.alloc(8)): Uint8Array {
  return Buffer.concat(
    zipParts([
      { name: 'a/data.pkl', data: pickle },
      { name: 'a/data/0', data: block },
    ]),
  );
}

const storage = (length: number, key = '0') =>
  new Persistent(['storage', new Name('torch', 'FloatStorage'), key, 'cpu', length]);
const tensor = (
  length: number,
  shape: readonly number[],
  strides: readonly number[],
  offset = 0,
  key = '0',
) =>
  new Call(new Name('torch._utils', '_rebuild_tensor_v2'), [
    storage(length, key),
    offset,
    new Row(shape),
    new Row(strides),
    false,
    null,
  ]);
const file = (value: Writable) => torchFile(writePickle(value));
const dict = (entries: Record<string, Writable>) => new Map(Object.entries(entries));

describe('a pickle that asks for more than data', () => {
  it.each([
    ['os', 'system'],
    ['builtins', 'eval'],
    ['posix', 'system'],
    ['torch.hub', 'load'],
    ['torch', 'load'],
    ['numpy.core.multiarray', '_reconstruct'],
    ['collections', 'OrderedDict.__class__'],
  ])('is refused with the name %s.%s', (module, name) => {
    const value = dict({ w: tensor(2, [2], [1]), x: new Call(new Name(module, name), ['echo']) });
    expect(() => read(file(value))).toThrow(`asks for the global \`${module}.${name}\``);
  });

  it('is refused by STACK_GLOBAL, INST and OBJ too', () => {
    const stackGlobal = Buffer.from('\x80\x04\x8c\x02os\x8c\x06system\x93.', 'latin1');
    expect(() => read(torchFile(stackGlobal))).toThrow('asks for the global `os.system`');
    expect(() => read(torchFile(Buffer.from('\x80\x02(ios\nsystem\n.', 'latin1')))).toThrow(
      'instruction 0x69',
    );
    expect(() => read(torchFile(Buffer.from('\x80\x02(oQ.', 'latin1')))).toThrow('instruction 0x6f');
  });

  it('cannot call what it only may name, nor make objects of functions', () => {
    expect(() => read(file(new Call(new Name('torch', 'FloatStorage'), [])))).toThrow(
      'calls `torch.FloatStorage`',
    );
    const made = new Made(new Name('collections', 'OrderedDict'), new Map());
    expect(() => read(file(made))).toThrow('holds no weights');
  });
});

describe('a file that lies about sizes', () => {
  it.each([
    ['a tensor beyond its block', tensor(2, [3], [1])],
    ['an offset beyond it', tensor(2, [1], [1], 2)],
    ['strides beyond it', tensor(2, [2], [5])],
  ])('%s', (_, value) => {
    expect(() => read(file(dict({ w: value })))).toThrow('reaches beyond its storage');
  });

  it('a block of another length, or none', () => {
    expect(() => read(file(dict({ w: tensor(1e9, [1], [1]) })))).toThrow('has 8 bytes instead of 4000000000');
    expect(() => read(file(dict({ w: tensor(2, [2], [1], 0, '../../x') })))).toThrow('is missing');
  });

  it('a tensor of absurd sides, by repeating one element', () => {
    expect(() => read(file(dict({ w: tensor(2, [1e9, 1e3], [0, 0]) })))).toThrow('larger than the file');
    expect(() => read(file(dict({ w: tensor(2, [2 ** 50, 2 ** 50], [0, 0]) })))).toThrow('impossible size');
    expect(() => read(file(dict({ w: tensor(2, Array(40).fill(1), Array(40).fill(0)) })))).toThrow(
      '40 sides',
    );
  });

  it('many views that together are more than was stored', () => {
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`w${i}`, tensor(2, [2 ** 16], [0])]),
    );
    expect(() => read(file(dict(many)))).toThrow('larger than the file');
  });

  it('a pickle whose text or integer would be longer than it is', () => {
    expect(() => read(torchFile(Buffer.from('\x80\x02X\xff\xff\xff\xffab.', 'latin1')))).toThrow(
      'bytes follow',
    );
    expect(() => read(torchFile(Buffer.from('\x80\x02\x8b\xff\xff\xff\x7fab.', 'latin1')))).toThrow(
      'an integer of',
    );
  });

  it('a pickle that is deep, or contains itself', () => {
    const deep = Buffer.concat([
      Buffer.from('\x80\x02', 'latin1'),
      Buffer.alloc(200_000, ']'),
      Buffer.from('.'),
    ]);
    expect(() => read(torchFile(deep))).toThrow('holds no weights');
    const itself = Buffer.from('\x80\x02}q\x00X\x01\x00\x00\x00ah\x00s.', 'latin1');
    expect(() => read(torchFile(itself))).toThrow('holds no weights');
    const module = '\x80\x02c__torch__.A\nB\n)\x81q\x00}(X\x01\x00\x00\x00ah\x00ub.';
    expect(read(torchFile(Buffer.from(module, 'latin1'))).arrays.size).toBe(0);
  });
});

describe('a zip file that is not as PyTorch writes it', () => {
  const good = Buffer.from(file(dict({ w: tensor(2, [2], [1]) })));
  const changed = (change: (bytes: Buffer) => void) => {
    const bytes = Buffer.from(good);
    change(bytes);
    return bytes;
  };
  const central = good.indexOf(Buffer.of(0x50, 0x4b, 1, 2));

  it('is read when nothing is wrong with it', () => expect(read(good).arrays.size).toBe(1));

  it.each<[string, Uint8Array, string]>([
    ['a bomb: compressed', changed((b) => b.writeUInt16LE(8, central + 10)), 'is compressed'],
    ['encrypted', changed((b) => b.writeUInt16LE(1, central + 8)), 'is encrypted'],
    [
      'an entry larger than the file',
      changed((b) => {
        b.writeUInt32LE(0x70000000, central + 20);
        b.writeUInt32LE(0x70000000, central + 24);
      }),
      'more than are there',
    ],
    [
      'a size said to stand elsewhere',
      changed((b) => b.writeUInt32LE(0xffffffff, central + 24)),
      'is missing',
    ],
    [
      'a directory beyond the end',
      changed((b) => b.writeUInt32LE(0x7fffffff, b.length - 6)),
      'beyond the end',
    ],
    [
      'an absurd directory',
      changed((b) => b.writeUInt32LE(0x7fffffff, b.length - 10)),
      'its directory would have',
    ],
    ['more entries than there are', changed((b) => b.writeUInt16LE(9, b.length - 12)), 'cut off'],
    ['zip64 records that are not there', changed((b) => b.writeUInt16LE(0xffff, b.length - 12)), 'zip64'],
    ['an altered block', changed((b) => void (b[central - 3] = b[central - 3]! ^ 1)), 'was altered'],
    ['a file without its end', good.subarray(0, good.length - 22), 'cut off'],
  ])('%s', (_, bytes, message) => expect(() => read(bytes)).toThrow(message));

  it('has one entry twice, or nothing of PyTorch’s', () => {
    const entry = { name: 'a/data.pkl', data: Buffer.from('x') };
    expect(() => read(Buffer.concat(zipParts([entry, entry])))).toThrow('`a/data.pkl` twice');
    expect(() => read(Buffer.concat(zipParts([{ ...entry, name: 'readme' }])))).toThrow('without `data.pkl`');
  });

  it('has a compressed entry that is none of its weights, as the program of TorchScript is: that is not read', () => {
    const code = deflateRawSync(Buffer.alloc(5000, 'def forward(self): pass\n'));
    const bytes = Buffer.concat(
      zipParts([
        { name: 'a/data.pkl', data: writePickle(dict({ w: tensor(2, [2], [1]) })) },
        { name: 'a/data/0', data: Buffer.alloc(8) },
        { name: 'a/code/__torch__.py', data: code },
      ]),
    );
    const at = bytes.lastIndexOf(Buffer.of(0x50, 0x4b, 1, 2));
    bytes.writeUInt16LE(8, at + 10);
    bytes.writeUInt32LE(5000, at + 24);
    expect([...read(bytes).arrays.keys()]).toEqual(['w']);
  });

  it('a real bomb does not grow', () => {
    const packed = deflateRawSync(Buffer.alloc(50_000_000));
    const bytes = Buffer.concat(zipParts([{ name: 'a/data.pkl', data: packed }]));
    const at = bytes.indexOf(Buffer.of(0x50, 0x4b, 1, 2));
    bytes.writeUInt16LE(8, at + 10);
    bytes.writeUInt32LE(50_000_000, at + 24);
    expect(() => read(bytes)).toThrow('is compressed');
  });

  it('has big-endian numbers', () => {
    const entries = [
      { name: 'a/data.pkl', data: writePickle(dict({ w: tensor(2, [2], [1]) })) },
      { name: 'a/data/0', data: Buffer.alloc(8) },
      { name: 'a/byteorder', data: Buffer.from('big') },
    ];
    expect(() => read(Buffer.concat(zipParts(entries)))).toThrow('not little-endian');
  });
});

describe('damaged files', () => {
  const fixture = (name: string) =>
    readFileSync(fileURLToPath(new URL(`../../fixtures/weights/${name}`, import.meta.url)));
  const kinds: [string, Uint8Array][] = [
    ['zip', fixture('bare.pt')],
    ['legacy', fixture('legacy.pt')],
    ['safetensors', encodeSafetensors(new Map([['a', float32Array(Float32Array.of(1, 2, 3), [3])]]))],
  ];

  /** Files with some bytes changed, and perhaps cut off. */
  const damagedFiles = (good: Uint8Array) =>
    fc
      .record({
        edits: fc.array(fc.record({ at: fc.nat(good.length - 1), byte: fc.nat(255) }), {
          minLength: 1,
          maxLength: 6,
        }),
        cut: fc.option(fc.nat(good.length)),
      })
      .map(({ edits, cut }) => {
        const bytes = Buffer.from(good);
        for (const { at, byte } of edits) bytes[at] = byte;
        return cut === null ? bytes : bytes.subarray(0, cut);
      });

  function isReadOrRefused(bytes: Uint8Array): void {
    try {
      const { arrays } = read(bytes);
      let total = 0;
      for (const { data } of arrays.values()) total += data.byteLength;
      expect(total).toBeLessThan(4 * bytes.length + 2 ** 21);
    } catch (error) {
      if (!(error instanceof StageFailure) && !(error instanceof DamagedCheckpoint)) throw error;
    }
  }

  it.each(kinds)(
    'of %s are read or refused, never anything else',
    (_, good) => fc.assert(inTurns(damagedFiles(good), isReadOrRefused), { numRuns: mutations, seed: 1 }),
    patience(mutations),
  );

  it(
    'whose sums are right, so that what they say is believed, are read or refused too',
    () => {
      const pickle = Buffer.from(
        writePickle(dict({ state_dict: dict({ 'a.weight': tensor(2, [2, 1], [1, 1]) }), epoch: 3 })),
      );
      const packed = damagedFiles(pickle).map((bytes) => torchFile(bytes));
      return fc.assert(inTurns(packed, isReadOrRefused), { numRuns: mutations, seed: 1 });
    },
    patience(mutations),
  );

  it.each(kinds)('of %s that are cut off anywhere are refused', (_, good) => {
    for (let cut = 0; cut < good.length; cut += Math.max(1, Math.floor(good.length / 200)))
      expect(() => read(good.subarray(0, cut)), `cut at ${cut}`).toThrow(StageFailure);
  });
});

describe('CRC-32', () => {
  it('is that of the standard, in both forms', () => {
    expect(plainCrc32(Buffer.from('123456789'))).toBe(0xcbf43926);
    fc.assert(fc.property(fc.uint8Array(), (bytes) => plainCrc32(bytes) === crc32(bytes)));
  });
});
