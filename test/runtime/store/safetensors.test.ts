import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { StageFailure } from '../../../runtime/execute/context.js';
import {
  asFloat32,
  elementBytes,
  elements,
  float32Array,
  int32Array,
  type ArrayType,
  type NamedArrays,
} from '../../../runtime/store/array.js';
import { encodeSafetensors, readSafetensors, writeSafetensors } from '../../../runtime/store/safetensors.js';
import { clipSpec } from '../../../runtime/model/clip.js';
import { fixtureModel } from '../../support/fixture-model.js';
import { parityDir } from '../../support/parity.js';

const dir = mkdtempSync(join(tmpdir(), 'expc-safetensors-'));
afterAll(() => rmSync(dir, { recursive: true }));

/** A file with the given header text and data. */
function file(header: string, data: Uint8Array = new Uint8Array(0)): Uint8Array {
  const text = Buffer.from(header);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.byteLength));
  return Buffer.concat([length, text, data]);
}

const entry = (dtype: string, shape: unknown, offsets: unknown) => ({ dtype, shape, data_offsets: offsets });
const arrays = (header: object, bytes: number) => file(JSON.stringify(header), new Uint8Array(bytes));

const anyArrays: fc.Arbitrary<NamedArrays> = fc
  .uniqueArray(
    fc.tuple(
      fc.string({ unit: 'grapheme' }).filter((name) => name !== '__metadata__'),
      fc.constantFrom(...(Object.keys(elementBytes) as ArrayType[])),
      fc.array(fc.nat(4), { maxLength: 3 }),
      fc.infiniteStream(fc.nat(255)),
    ),
    { selector: ([name]) => name },
  )
  .map(
    (list) =>
      new Map(
        list.map(([name, dtype, shape, random]) => {
          const data = Uint8Array.from(
            { length: elements(shape) * elementBytes[dtype] },
            () => random.next().value as number,
          );
          return [name, { dtype, shape, data }];
        }),
      ),
  );

const byName = (map: NamedArrays) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

describe('a safetensors file', () => {
  it('has the bytes that the format says', () => {
    const bytes = encodeSafetensors(new Map([['a', float32Array(Float32Array.of(1, -2), [2])]]));
    const header = '{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}';
    const padded = header.padEnd(Math.ceil(header.length / 8) * 8, ' ');
    const data = [0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0]; // 1 and -2, little-endian
    expect(Buffer.from(bytes)).toEqual(Buffer.from(file(padded, Uint8Array.from(data))));
  });

  it('gives back what was written, through bytes and through a file', () => {
    const path = join(dir, 'round.safetensors');
    fc.assert(
      fc.property(anyArrays, (original) => {
        const bytes = encodeSafetensors(original);
        writeSafetensors(path, original);
        expect(readFileSync(path)).toEqual(Buffer.from(bytes));
        for (const read of [readSafetensors(bytes), readSafetensors(path)]) {
          expect(byName(read)).toEqual(byName(original));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has the same bytes whatever the order of its arrays', () => {
    fc.assert(
      fc.property(anyArrays, (original) => {
        const reversed = new Map([...original].reverse());
        expect(encodeSafetensors(reversed)).toEqual(encodeSafetensors(original));
      }),
      { numRuns: 60 },
    );
  });

  it('reads the files of the original library', () => {
    const weights = readSafetensors(join(parityDir(), 'model-rn', 'weights.safetensors'));
    const { parameters, batchNorms } = clipSpec(fixtureModel('model-rn'));
    expect(weights.size).toBe(parameters.length + 3 * batchNorms.length);
    for (const { name, shape } of parameters)
      expect([name, weights.get(name)]).toMatchObject([name, { dtype: 'F32', shape }]);
    expect(asFloat32(weights.get('logit_scale')!)[0]).toBeGreaterThan(0);
  });

  it('may hold nothing, scalars and empty arrays', () => {
    expect(readSafetensors(file('{}')).size).toBe(0);
    const read = readSafetensors(
      encodeSafetensors(
        new Map([
          ['scalar', int32Array(Int32Array.of(7), [])],
          ['empty', float32Array(new Float32Array(0), [3, 0])],
        ]),
      ),
    );
    expect(read.get('scalar')!.data).toEqual(Uint8Array.of(7, 0, 0, 0));
    expect(read.get('empty')!.shape).toEqual([3, 0]);
  });

  it('may hold metadata, which is not an array', () => {
    expect([...readSafetensors(file('{"__metadata__":{"format":"pt"}}')).keys()]).toEqual([]);
  });

  it('refuses to write an array whose bytes do not fit its shape', () => {
    const wrong: NamedArrays = new Map([['x', { dtype: 'F32', shape: [3], data: new Uint8Array(8) }]]);
    expect(() => encodeSafetensors(wrong)).toThrow('x: 8 bytes for F32 [3], which takes 12');
  });
});

describe('a file that lies', () => {
  const cases: Record<string, [Uint8Array, string]> = {
    'is empty': [new Uint8Array(0), 'it has 0 bytes'],
    'has half a length': [new Uint8Array(5), 'it has 5 bytes'],
    'has a header longer than the file': [
      Uint8Array.of(200, 0, 0, 0, 0, 0, 0, 0, 123),
      'would have 200 bytes, and only 1',
    ],
    'has a header of 2^64 - 1 bytes': [new Uint8Array(20).fill(255), 'and only 12 follow'],
    'has a header that is no JSON': [file('{"a":'), 'header is not JSON'],
    'has a header that is no UTF-8': [
      Buffer.concat([file('').with(0, 2), Buffer.from([0xff, 0xfe])]),
      'header is not JSON',
    ],
    'has a list for a header': [file('[]'), 'not a JSON object'],
    'has nothing but null for a header': [file('null'), 'not a JSON object'],
    'has a number for an entry': [file('{"a":1}'), 'entry of "a" is not an object'],
    'has an unknown type': [arrays({ a: entry('F31', [1], [0, 4]) }, 4), 'unknown type "F31"'],
    'has the name of a method for a type': [
      arrays({ a: entry('toString', [1], [0, 4]) }, 4),
      'unknown type "toString"',
    ],
    'has a negative side': [arrays({ a: entry('F32', [-1], [0, 4]) }, 4), 'no valid shape: [-1]'],
    'has half a side': [arrays({ a: entry('F32', [0.5], [0, 2]) }, 2), 'no valid shape'],
    'has a word for a shape': [arrays({ a: entry('F32', 'x', [0, 4]) }, 4), 'no valid shape'],
    'has no offsets': [file('{"a":{"dtype":"F32","shape":[1]}}'), 'no valid data_offsets: undefined'],
    'has three offsets': [arrays({ a: entry('F32', [1], [0, 4, 8]) }, 8), 'no valid data_offsets'],
    'has offsets in the wrong order': [arrays({ a: entry('F32', [1], [4, 0]) }, 4), 'has -4 bytes'],
    'has too few bytes for a shape': [
      arrays({ a: entry('F32', [2], [0, 4]) }, 4),
      'has 4 bytes, and F32 [2] takes 8',
    ],
    'has a shape beyond all memory': [
      arrays({ a: entry('U8', [2 ** 40, 2 ** 40], [0, 0]) }, 0),
      'impossible size',
    ],
    'is cut off': [arrays({ a: entry('F32', [4], [0, 16]) }, 12), 'take 16 bytes, and only 12 follow'],
    'has overlapping arrays': [
      arrays({ a: entry('F32', [2], [0, 8]), b: entry('F32', [1], [4, 8]) }, 8),
      'data of "b" overlap',
    ],
    'has the same bytes for two arrays': [
      arrays({ a: entry('F32', [1], [0, 4]), b: entry('F32', [1], [0, 4]) }, 4),
      'overlap',
    ],
    'has a hole': [
      arrays({ a: entry('U8', [1], [0, 1]), b: entry('U8', [1], [2, 3]) }, 3),
      'bytes 1 to 2 of the data',
    ],
    'has bytes after the end': [arrays({ a: entry('U8', [1], [0, 1]) }, 3), '2 bytes follow the last array'],
    'has a name twice': [
      file(
        '{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"\\u0061":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}',
        new Uint8Array(1),
      ),
      'has "a" twice',
    ],
    'says a shape twice': [
      file('{"a":{"dtype":"U8","shape":[2],"shape":[1],"data_offsets":[0,1]}}', new Uint8Array(1)),
      'has "shape" twice',
    ],
  };

  for (const [what, [bytes, message]] of Object.entries(cases)) {
    it(`and ${what} is refused`, () => {
      const path = join(dir, 'lies.safetensors');
      writeFileSync(path, bytes);
      expect(() => readSafetensors(bytes)).toThrow(message);
      expect(() => readSafetensors(path)).toThrow(StageFailure);
      expect(() => readSafetensors(path)).toThrow(`${path} is not a readable safetensors file: `);
    });
  }

  it('and is random bytes or a true file with changed ones is refused or still whole, never more', () => {
    const original = encodeSafetensors(
      new Map([
        ['a', float32Array(Float32Array.of(1, 2, 3), [3])],
        ['b', int32Array(Int32Array.of(1, 2), [2, 1])],
      ]),
    );
    const total = (map: NamedArrays) => [...map.values()].reduce((sum, { data }) => sum + data.byteLength, 0);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(original.length - 1), fc.nat(255)), { maxLength: 4 }),
        (changes) => {
          const bytes = Uint8Array.from(original);
          for (const [at, value] of changes) bytes[at] = value;
          try {
            expect(total(readSafetensors(bytes))).toBeLessThanOrEqual(bytes.length);
          } catch (error) {
            expect(error).toBeInstanceOf(StageFailure);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('and ends anywhere is refused', () => {
    const whole = encodeSafetensors(new Map([['a', float32Array(Float32Array.of(1, 2, 3), [3])]]));
    for (let end = 0; end < whole.length; end++) {
      expect(() => readSafetensors(whole.subarray(0, end))).toThrow(StageFailure);
    }
  });
});
