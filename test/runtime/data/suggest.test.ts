import { expect, it } from 'vitest';
import { didYouMean } from '../../../runtime/data/suggest.js';

it.each([
  ['mian', ['urgent', 'main'], 'main'], // two letters swapped are one slip
  ['maiin', ['main', 'urgent'], 'main'],
  ['Captoin', ['image', 'caption'], 'caption'],
  ['Banana', ['banana', 'cabana'], 'banana'],
  ['urgnt', ['main', 'urgent'], 'urgent'],
  ['gpu', ['main', 'urgent'], null],
  ['ab', ['cd'], null],
  ['x', [], null],
])('%s among %j is %s', (name, candidates, meant) => {
  expect(didYouMean(name, candidates)).toBe(meant);
});
