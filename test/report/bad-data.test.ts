import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeNumbers } from '../../report/describe.js';
import { renderSvg } from '../../report/figure/render.js';
import { readResults } from '../../report/results/read.js';
import type { ContactSheetFigure, Figure } from '../../schema/generated/resolved.js';
import { makeExperiment, metricsLine, study, type Made, type MadeRun } from './support/experiment.js';
import { bar, box, curve, heatmap, line, scatter, table, trajectory } from './support/figures.js';

const html = '<img src=x onerror="alert(1)">';
type NumberFigure = Exclude<Figure, ContactSheetFigure>;
const figures: readonly NumberFigure[] = [
  scatter({ facet: 'objective', series: 'cleaning' }),
  trajectory({ facet: 'objective', series: 'cleaning' }),
  curve({ facet: 'objective', series: 'cleaning', seeds: 'pooled' }),
  line({ facet: 'objective', series: 'cleaning' }),
  bar({ facet: 'objective', series: 'cleaning' }),
  box({ facet: 'objective', series: 'cleaning' }),
  heatmap({ facet: 'objective' }),
  table({ rows: ['objective', 'cleaning'] }),
];
const everyKind = figures.map((figure) => [figure.kind, figure] as const);
const runs = study([0]);
const first = 'mmcl/CleanCLIP/0.001/0';

type Datum = Readonly<Record<string, unknown>>;
const describeOf = (made: Made, figure: NumberFigure) => {
  const results = readResults(made.plan, made.outputs);
  const description = describeNumbers(results, figure);
  const values = (description.picture as unknown as { data: { values: Datum[] } } | null)?.data.values ?? [];
  return {
    ...description,
    values,
    codes: [...results.notices, ...description.notices].map(({ code }) => code),
  };
};
const numbersOf = (values: readonly Datum[]) =>
  values.flatMap((value) => ['x', 'y', 'value', 'low', 'high'].map((key) => value[key])).filter((one) => typeof one === 'number'); // prettier-ignore

/** Every number that the files of an experiment hold, in percent, and every epoch. */
function measured(of: readonly MadeRun[]): Set<number> {
  return new Set(of.flatMap(({ clean }) => (clean ?? []).flatMap((evaluation) => evaluation)));
}

describe.each(everyKind)('a %s', (kind, figure) => {
  const isPicture = kind !== 'table';

  it('of no run is an error, and no picture', () => {
    const wrong = { ...figure, where: { objective: 'siglip' } };
    const { texts, picture, notices } = describeOf(makeExperiment(runs), wrong);
    expect([texts, picture]).toEqual([null, null]);
    expect(notices).toMatchObject([{ code: 'EXPC814', severity: 'error' }]);
  });

  it('of runs that are not measured is an error, and no picture', () => {
    const waiting = runs.map((run) => ({ ...run, clean: [], epochs: 3 }));
    const { texts, notices } = describeOf(makeExperiment(waiting), figure);
    expect(texts).toBeNull();
    expect(notices.at(-1)).toMatchObject({ code: 'EXPC805', severity: 'error' });
  });

  it('never shows what is no number or no share', () => {
    const made = makeExperiment(runs);
    const file = made.file(first, 'metrics.jsonl');
    const bad = ['null', '"NaN"', '1e999', '-0.2', '1.7'].map(
      (value, i) =>
        `{"epoch":${3 + i},"step":${30 + i},"metrics":{"accuracy.top1":${value},"asr.top1":${value}}}`,
    );
    appendFileSync(file, `${bad.join('\n')}\n{"epoch":9,"step":90,"metrics":{"accuracy.top1":NaN}}\n`);
    const { values, codes, texts } = describeOf(made, figure);
    expect(codes).toContain('EXPC801');
    expect(codes).toContain('EXPC800');
    expect(texts).not.toBeNull();
    for (const number of numbersOf(values)) expect(number).toSatisfy((n: number) => n >= 0 && n <= 100);
    expect(JSON.stringify(texts)).not.toMatch(/NaN|Infinity|-20|170/);
  });

  it('shows only what was measured when lines are torn, and says so', () => {
    const made = makeExperiment(runs);
    const file = made.file(first, 'metrics.jsonl');
    const lines = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, [lines[0], lines[1]!.slice(0, 30), lines[2], ''].join('\n'));
    const { values, codes } = describeOf(made, figure);
    expect(codes).toContain('EXPC800');
    if (kind === 'curve' || kind === 'trajectory') {
      expect(codes).toContain('EXPC820');
      expect(values.some(({ y }) => y === null)).toBe(true);
    }
    const known = measured(runs);
    if (kind === 'line') for (const { axes } of runs) known.add(Number(axes['clean.optimizer.lr']));
    for (const number of numbersOf(values)) expect(known).toContain(number);
  });

  it('leaves out evaluations that lack its metric, and says how many', () => {
    const made = makeExperiment(runs);
    appendFileSync(made.file(first, 'metrics.jsonl'), '{"epoch":3,"step":30,"metrics":{"asr.top5":0.1}}\n');
    const { texts, codes } = describeOf(made, figure);
    expect(texts).not.toBeNull();
    // Lines, bars, boxes and cells of the last epoch have no number there, and boxes of fewer models say how many.
    if (!['line', 'bar', 'box', 'heatmap'].includes(kind)) expect(codes).toContain('EXPC807');
  });

  it('of a metric that no run has is an error, and no picture', () => {
    const metrics = {
      x: 'asr.top9',
      y: 'asr.top9',
      metric: 'asr.top9',
      metrics: ['asr.top9'],
      accuracy: 'accuracy.top9',
    };
    const changed = Object.fromEntries(Object.entries(metrics).filter(([key]) => key in figure && (kind !== 'heatmap' || key === 'metric') && (!['curve', 'line'].includes(kind) || key === 'metrics'))); // prettier-ignore
    const { picture, notices, text } = describeOf(makeExperiment(runs), { ...figure, ...changed });
    if (isPicture) expect(picture).toBeNull();
    else expect(text).toContain('none');
    expect(notices.some(({ code }) => code === 'EXPC805' || code === 'EXPC807')).toBe(true);
  });

  it('says in itself that runs are still going', () => {
    const [one, ...others] = runs;
    const going = [{ ...one!, clean: one!.clean!.slice(0, 2), epochs: 9 }, ...others];
    const { picture, notices, caption } = describeOf(makeExperiment(going), figure);
    expect(notices).toMatchObject([{ code: 'EXPC804', severity: 'warning' }]);
    if (!isPicture) return;
    expect(JSON.stringify((picture as { title?: unknown }).title)).toContain(
      'Preliminary: 1 of 8 runs unfinished.',
    );
    expect(caption).toContain('Preliminary: 1 of 8 runs unfinished.');
  });

  it('shows a label with HTML in it as text', async () => {
    const named = runs.map((run) => ({ ...run, axes: { ...run.axes, cleaning: run.axes.cleaning === 'CleanCLIP' ? html : 'b' } })); // prettier-ignore
    const made = makeExperiment(named);
    const { picture, texts } = describeOf(made, { ...figure, title: html });
    if (picture === null) {
      expect(texts!.md).not.toContain('<img');
      expect(texts!.md).toContain('&lt;img');
      return;
    }
    const svg = await renderSvg(picture);
    expect(svg).not.toContain('<img');
    expect(svg).toContain('&lt;img src=x');
  });
});

describe('a figure', () => {
  it('shows the later of two values of one epoch, and says so', () => {
    const made = makeExperiment(runs);
    appendFileSync(made.file(first, 'metrics.jsonl'), `${metricsLine([2, 11, 1])}\n`);
    const { values, codes } = describeOf(made, figures[0]!);
    expect(codes).toContain('EXPC802');
    expect(values.filter(({ run, epoch }) => run === first && epoch === 2)).toMatchObject([{ x: 1, y: 11 }]);
  });
});
