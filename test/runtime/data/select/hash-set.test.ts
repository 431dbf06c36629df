import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HashSet, hashBytes, hashText } from '../../../../runtime/data/select/hash-set.js';

it('tells what was there before', () => {
  const property = fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 200 }), (texts) => {
    const [set, known] = [new HashSet(), new Set<string>()];
    for (const text of texts) {
      expect(set.add(hashText(text))).toBe(!known.has(text));
      known.add(text);
    }
    expect(set.size).toBe(known.size);
  });
  fc.assert(property);
});

it('holds a hundred thousand texts that differ a little, without taking two for one', () => {
  const set = new HashSet();
  for (let i = 0; i < 100_000; i++) set.add(hashText(`images/${i}.png`));
  expect(set.size).toBe(100_000);
  for (let i = 0; i < 100_000; i += 997) expect(set.add(hashText(`images/${i}.png`))).toBe(false);
});

it('knows the hash of nothing, and bytes', () => {
  const set = new HashSet();
  expect([set.add({ high: 0, low: 0 }), set.add({ high: 0, low: 0 })]).toEqual([true, false]);
  expect([hashBytes(Uint8Array.of(1)), hashBytes(Uint8Array.of(1))]).toSatisfy(
    ([a, b]: ReturnType<typeof hashBytes>[]) => set.add(a!) && !set.add(b!),
  );
});
