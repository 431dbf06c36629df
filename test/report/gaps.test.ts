import { expect, it } from 'vitest';
import { gapNotice, missingEpochs, withGaps } from '../../report/gaps.js';
import { made } from './support/results.js';

const at = (...epochs: number[]) => epochs.map((epoch) => ({ epoch, step: null, metrics: { a: 1 } }));

it.each([
  [[0, 1, 2, 3], []],
  [[0, 1, 4], [2, 3]],
  [[1, 1.5, 3], []],
  [[0, 5, 10, 20], [15]],
  [[2], []],
  [[], []],
])('of the epochs %j, %j are missing', (epochs, missing) => {
  expect(missingEpochs(at(...epochs))).toEqual(missing);
}); // prettier-ignore

it('puts an empty point in their place', () => {
  expect(withGaps(at(0, 1, 3), made()).map(({ epoch, metrics }) => [epoch, 'a' in metrics])).toEqual([[0, true], [1, true], [2, false], [3, true]]); // prettier-ignore
});

it('names the first run, and counts the others', () => {
  const run = (lr: number) => ({ ...made({ axes: { lr } }), points: at(0, 1, 3) });
  const [notice] = gapNotice([run(1), run(2)], ({ points }) => points, 'f');
  expect(notice!.message).toBe(
    'epoch `2` of `1` is missing, and some of 1 other run: there the lines of `f` are broken',
  );
  expect(gapNotice([made({ points: [[1, 1, 1]] })], ({ points }) => points, 'f')).toEqual([]);
});

it('knows that runs of the store are measured after every epoch', () => {
  expect(missingEpochs(at(0, 2), true)).toEqual([1]);
  expect(withGaps(at(0, 2), { ...made(), folders: {} })).toHaveLength(3);
});
