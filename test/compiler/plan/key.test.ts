import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  canonicalText,
  configText,
  keyOfTexts,
  sha256,
  sortedNames,
  stageKey,
} from '../../../compiler/plan/key.js';

test('the canonical text of a value is RFC 8785: sorted keys, shortest numbers, no spaces', () => {
  // The example of RFC 8785, section 3.2.2, without its control characters.
  expect(
    canonicalText({
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      literals: [null, true, false],
    }),
  ).toBe('{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}');
});

test('the digest of known texts (FIPS 180-4)', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('the key of a stage is the digest of its canonical text, here written by hand', () => {
  const text = '{"config":{"seed":7,"size":1000},"inputs":{"dataset":"00ff"},"kind":"subset","semantics":1}';
  // printf '%s' "$text" | sha256sum
  const key = createHash('sha256').update(text).digest('hex');
  expect(key).toBe('ea8d0f8ed1c3bfe83ddf0138fdff28c9f6997755928c658fc092f748ab0217df');
  const stage = {
    kind: 'subset',
    config: { size: 1000, seed: 7 },
    inputs: { dataset: '00ff' },
    semantics: 1,
  } as const;
  expect(stageKey(stage)).toBe(key);
});

test('a key from texts is the key from values', () => {
  const name = fc.stringMatching(/^[a-z_]{1,8}$/);
  const config = fc.dictionary(name, fc.jsonValue({ maxDepth: 2, noUnicodeString: false }), {
    minKeys: 1,
    maxKeys: 6,
  });
  const inputs = fc.dictionary(name, fc.stringMatching(/^[0-9a-f]{64}$/), { maxKeys: 3 });
  fc.assert(
    fc.property(config, inputs, fc.nat(9), (values, keys, semantics) => {
      const names = sortedNames(Object.keys(values));
      const texts = names.map((one) => canonicalText(values[one]));
      const entries = sortedNames(Object.keys(keys)).map((one) => [one, keys[one]!] as const);
      const stage = { kind: 'subset', config: values, inputs: keys, semantics } as never;
      expect(keyOfTexts('subset', configText(names, texts), entries, semantics)).toBe(stageKey(stage));
    }),
  );
});

test('the canonical text is that of the reference implementation', () => {
  const value = fc.jsonValue({ maxDepth: 4, stringUnit: 'grapheme' });
  fc.assert(
    fc.property(value, (one) => {
      expect(canonicalText(one)).toBe(canonicalize(one));
    }),
    { numRuns: 500 },
  );
  const odd = [
    -0,
    1e21,
    1e-7,
    5e-324,
    0.1,
    'a"b',
    'back\\slash',
    '\u007f',
    'ü',
    '\n',
    [],
    {},
    [[]],
    { b: 1, a: { d: [], c: null } },
  ];
  for (const one of odd) expect(canonicalText(one)).toBe(canonicalize(one));
  expect(() => canonicalText(NaN)).toThrow('NaN');
});
