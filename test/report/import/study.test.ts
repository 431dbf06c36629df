import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bestUnder, candidates } from '../../../report/best.js';
import type { ImportedRun } from '../../../report/import/imported.js';
import { importPublished } from '../../../report/import/published.js';

/** Folder of the study's published metrics: they are not part of the project. */
const folder = process.env.EXPC_PUBLISHED ?? '';

/**
 * Data set, pairs, poisons left, pre-training, cleaning, part, runs, points, best with ASR ≤ 5 % and ≤ 10 % as `accuracy @
 * ASR`, highest accuracy, lowest ASR, drop in points and in percent, best accuracy with ASR ≤ 5 % at the ends of epochs.
 */
type Row = readonly [
  string, number, number, string, string, string | null, number | null, number, string, string, string, string, string, string, string | null,
]; // prettier-ignore
const rows = JSON.parse(readFileSync('test/fixtures/published-table.json', 'utf8')) as Row[];

const text = (of: readonly ImportedRun[], limit: number): string => {
  const best = bestUnder(candidates(of, 'all', 'accuracy.top1', 'asr.top1'), limit);
  return best === null ? 'none' : `${(best.accuracy * 100).toFixed(3)} @ ${(best.asr * 100).toFixed(3)}`;
};

describe.skipIf(!existsSync(folder))('the published metrics', () => {
  const runs = existsSync(folder) ? importPublished(folder).runs : [];

  it.each(rows.map((row) => [row.slice(0, 6).join(' '), row] as const))('%s', (_, row) => {
    const [
      dataset,
      size,
      left,
      pretraining,
      cleaning,
      part,
      n,
      points,
      five,
      ten,
      most,
      least,
      drop,
      relative,
      ends,
    ] = row;
    const of = runs.filter(
      ({ axes }) =>
        axes.dataset === dataset &&
        axes['clean.data.size'] === size &&
        axes['clean.data.poisons'] === left &&
        axes.pretraining === pretraining &&
        axes.cleaning === cleaning &&
        axes.part === part,
    );
    const all = of.flatMap((run) => run.points);
    expect(of.some(({ merged }) => merged) ? null : of.length).toBe(n);
    expect(all).toHaveLength(points);
    expect([text(of, 5), text(of, 10)]).toEqual([five, ten]);
    const best = bestUnder(candidates(of, 'all', 'accuracy.top1', 'asr.top1'), 5);
    const start = of[0]!.start!.metrics['accuracy.top1']!;
    const fall = best === null ? null : start - best.accuracy;
    expect(fall === null ? '-' : (fall * 100).toFixed(2)).toBe(drop);
    expect(fall === null ? '-' : ((fall / start) * 100).toFixed(1)).toBe(relative);
    const atEnds = bestUnder(candidates(of, 'epoch-ends', 'accuracy.top1', 'asr.top1'), 5);
    if (ends !== null) expect((atEnds!.accuracy * 100).toFixed(3)).toBe(ends);
    const percent = (value: number) => (value * 100).toFixed(3);
    expect(percent(Math.max(...all.map(({ metrics }) => metrics['accuracy.top1']!)))).toBe(most);
    expect(percent(Math.min(...all.map(({ metrics }) => metrics['asr.top1']!)))).toBe(least);
  });

  it('are 9459 points', () => {
    const counted = runs.filter(({ axes }) => axes.part !== 'own').flatMap(({ points }) => points);
    expect(counted).toHaveLength(9459);
  });
});
