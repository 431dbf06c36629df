import { describe, expect, it } from 'vitest';
import { describeNumbers } from '../../report/describe.js';
import { withinBounds, type Bounds } from '../../report/left-out.js';
import { selectRuns } from '../../report/select.js';
import { scatter, table } from './support/figures.js';
import { made, results } from './support/results.js';

const epochs = (count: number) => Array.from({ length: count }, (_, i) => [i, 40, 3] as const);
const runs = results(
  { ...made({ axes: { lr: 1 }, points: epochs(3) }), made: '2023-09-30T23:59:59.999Z' },
  { ...made({ axes: { lr: 2 }, points: epochs(2) }), made: '2023-10-01T00:00:00.000Z' },
  { ...made({ axes: { lr: 3 }, points: epochs(3) }), made: '2023-10-31T23:59:59.999Z' },
  made({ axes: { lr: 4 }, points: epochs(3) }),
);
const select = (bounds: Bounds) => {
  const { runs: kept, notices } = selectRuns(runs, bounds);
  return [kept.map(({ name }) => name), notices.map(({ code, message }) => `${code} ${message}`)];
};

describe('the runs that are left out', () => {
  it('are none, and nothing is said, where nothing bounds them', () => {
    expect(select({})).toEqual([['1', '2', '3', '4'], []]);
  });

  it('are those made before a day, with their days, and those of no known date', () => {
    expect(select({ since: '2023-10-01' })).toEqual([
      ['2', '3'],
      ['EXPC822 2 of 4 runs left out: 1 made before 2023-10-01: `1 (2023-09-30)`; 1 of no known date: `4`'],
    ]);
  });

  it('are those made after a day, which itself counts to its end', () => {
    expect(select({ until: '2023-10-31' })[0]).toEqual(['1', '2', '3']);
    expect(select({ until: '2023-10-30' })[0]).toEqual(['1', '2']);
    expect(select({ since: '2023-10-01', until: '2023-10-01' })[0]).toEqual(['2']);
    expect(select({ until: '2023-10-01T00:00Z' })[0]).toEqual(['1', '2']);
  });

  it('are those with too few evaluations, with how many they have', () => {
    expect(select({ min_points: 3 })).toEqual([
      ['1', '3', '4'],
      ['EXPC822 1 of 4 runs left out: 1 with fewer than 3 evaluations: `2 (2)`'],
    ]);
  });

  it('may be all: then that is the error, and why stands beside it', () => {
    const [kept, told] = select({ since: '2024-01-01' });
    expect(kept).toEqual([]);
    expect(told).toEqual([
      'EXPC805 none of the 4 selected runs was made in that time',
      'EXPC822 4 of 4 runs left out: 3 made before 2024-01-01: `1 (2023-09-30)`, `2 (2023-10-01)`, `3 (2023-10-31)`; 1 of no known date: `4`',
    ]);
  });

  it('are no runs that have not begun: these are told as not started', () => {
    const waiting = results(...runs.runs, made({ axes: { lr: 5 }, state: 'missing' }));
    const { meant, notices } = selectRuns(waiting, { since: '2023-10-01' });
    expect(meant.map(({ name }) => name)).toEqual(['2', '3', '5']);
    expect(notices.map(({ code }) => code)).toEqual(['EXPC822', 'EXPC804']);
  });

  it('stand in the caption of a figure and under a table', () => {
    const line = '1 of 4 runs left out: 1 with fewer than 3 evaluations: `2 (2)`.';
    expect(describeNumbers(runs, scatter({ min_points: 3 })).texts!['caption.txt']).toContain(line);
    expect(describeNumbers(runs, table({ min_points: 3, rows: ['lr'] })).texts!.txt).toContain(line);
  });

  it('are left out of an export too, where it is asked to', () => {
    const { results: kept, notices } = withinBounds(runs, { since: '2023-10-01', min_points: 3 });
    expect(kept.runs.map(({ name }) => name)).toEqual(['3']);
    expect(notices).toHaveLength(2);
    expect(withinBounds(runs, {}).results.runs).toHaveLength(4);
  });
});
