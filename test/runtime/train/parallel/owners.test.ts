import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ownersOf } from '../../../../runtime/train/parallel/owners.js';
import { partsOf, roundsOf } from '../../../../runtime/train/parallel/shares.js';

it('gives every array one owner, the large ones to different devices', () => {
  expect(ownersOf([4, 100, 3, 90, 5], 2)).toEqual([[1], [0, 2, 3, 4]]);
  expect(ownersOf([1], 3)).toEqual([[0], [], []]);
  const sizes = fc.array(fc.integer({ min: 1, max: 1000 }), { maxLength: 30 });
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 8 }), (bytes, devices) => {
      const owned = ownersOf(bytes, devices);
      expect(owned.flat().sort((a, b) => a - b)).toEqual(bytes.map((_, i) => i));
      const loads = owned.map((arrays) => arrays.reduce((sum, i) => sum + bytes[i]!, 0));
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(Math.max(0, ...bytes));
    }),
  );
});

it('gives every part to one device, as many rounds as the first has parts', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 8 }), (count, devices) => {
      const parts = Array.from({ length: count }, () => 1);
      const shares = Array.from({ length: devices }, (_, device) => partsOf({ device, devices, parts }));
      expect(shares.flat().sort((a, b) => a - b)).toEqual(parts.map((_, i) => i));
      expect(roundsOf({ devices, parts })).toBe(shares[0]!.length);
    }),
  );
});
