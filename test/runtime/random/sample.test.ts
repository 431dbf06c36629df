import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sampleSorted } from '../../../runtime/random/sample.js';
import { sample, stream } from '../../../runtime/random/stream.js';

it('draws what `sample` draws, few of many and many of few', () => {
  const property = fc.property(fc.nat(300), fc.nat(300), fc.nat(9), (n, k, seed) => {
    fc.pre(k <= n);
    const drawn = sample(stream(seed, 'x'), n, k).sort((a, b) => a - b);
    expect([...sampleSorted(stream(seed, 'x'), n, k)]).toEqual(drawn);
  });
  fc.assert(property);
  expect(() => sampleSorted(stream(0, 'x'), 3, 4)).toThrow('cannot draw 4 of 3');
});
