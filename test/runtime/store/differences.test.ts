import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from '../../../runtime/store/differences.js';

describe('the differences of two values', () => {
  it('name the place and both values', () => {
    const there = { kind: 'clean', config: { lr: 0.1, losses: [{ name: 'a', weight: 1 }], seed: 1 } };
    const wanted = {
      config: { seed: 1, lr: 0.2, losses: [{ name: 'a', weight: 2 }], epochs: 3 },
      kind: 'clean',
    };
    expect(differences(there, wanted)).toEqual([
      'config.lr is 0.1, not 0.2',
      'config.losses[0].weight is 1, not 2',
      'config.epochs is missing, not 3',
    ]);
    expect(differences({ a: [1] }, { a: [1, 2] })).toEqual(['a is [1], not [1,2]']);
    expect(differences({ a: null }, { a: {} })).toEqual(['a is null, not {}']);
  });

  it('are none of equal values, and some of any others', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(differences(a, JSON.parse(JSON.stringify(a)))).toEqual([]);
        const empty = (value: unknown) => JSON.stringify(value) === '{}' || JSON.stringify(value) === '[]';
        if (!empty(a) && !empty(b)) expect(differences({ a }, { a: [b] }).length > 0).toBe(true);
      }),
    );
  });
});
