import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importPublished } from '../../../report/import/published.js';
import { resultsFrom } from '../../../report/import/imported.js';
import { publishedTables } from '../../../report/import/published-tables.js';
import { scatterData } from '../../../report/figure/scatter-data.js';
import { scatter } from '../support/figures.js';

/** `n` evaluations whose numbers are pictures: ASR of 49,950, accuracy of 50,000. */
function series(n: number, first = 0): [number[], number[]] {
  const index = Array.from({ length: n }, (_, i) => first + i);
  return [index.map((i) => (40_000 - 100 * i) / 49_950), index.map((i) => (10_000 + 10 * i) / 50_000)];
}

function join2(...parts: [number[], number[]][]): [number[], number[]] {
  return [parts.flatMap(([asr]) => asr), parts.flatMap(([, accuracy]) => accuracy)];
}

function importFiles(files: Readonly<Record<string, unknown>>) {
  const folder = mkdtempSync(join(tmpdir(), 'expc-published-'));
  for (const [name, value] of Object.entries(files))
    writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value));
  return importPublished(folder);
}

const cc3m = 'cleaning_plot_data_CC3M_pretrained_1500.json';
const cc6m = 'cleaning_plot_data_CC6M_pretrained_3000.json';
const cc6m200k = 'cleaning_plot_data_CC6M_pretrained_3000_cleaned_200k.json';
const poisoned = 'cleaning_plot_data_CC6M_pretrained_3000_cleaned_100k_poisoned.json';
const key = (model: string, loss: string) => `cleaning_poisoned_cc6m_${model}_3000poison_clean_${loss}_lr_`;

describe('importPublished', () => {
  it('cuts a series into runs, gives them parameters, and knows their start', () => {
    const { runs, notices } = importFiles({
      [cc3m]: { cleaning_poisoned_mmcl_clean_mmcl_ssl_lr_: series(42) },
    });
    expect(notices).toEqual([]);
    expect(runs).toHaveLength(2);
    expect(runs[1]).toMatchObject({
      axes: {
        dataset: 'CC3M',
        pretraining: 'mmcl',
        cleaning: 'mmcl+ssl',
        'clean.data.size': 100_000,
        'clean.data.poisons': 0,
        part: null,
        run_number: 2,
      },
      experiment: 'paper-cc3m',
      ablation: 'main',
      parameters: {
        'poison.count': 1500,
        'clean.objective.ssl': 1,
        'pretrain.objective.ssl': 0,
        'clean.epochs': 20,
      },
      start: { metrics: { 'accuracy.top1': 0.16, 'asr.top1': 0.9988 } },
    });
    expect(runs[1]!.points.map(({ epoch }) => epoch)).toEqual(Array.from({ length: 21 }, (_, i) => i));
    expect(runs[1]!.points[0]!.metrics).toEqual({
      'accuracy.top1': 10_210 / 50_000,
      'asr.top1': 37_900 / 49_950,
    });
  });

  it('knows which evaluations are in the middle of an epoch', () => {
    const { runs } = importFiles({
      [cc6m]: { [key('mmcl', 'mmcl')]: series(20), [key('mmcl', 'ssl')]: series(40) },
      [cc6m200k]: { [key('mmcl_ssl', 'mmcl_ssl')]: series(60) },
    });
    expect(runs.map(({ points }) => points.slice(0, 4).map(({ epoch }) => epoch))).toEqual([
      [1, 2, 3, 4],
      [0.96, 1, 1.96, 2],
      [0.48, 0.96, 1, 1.48],
    ]);
    expect(runs.map(({ points }) => points.at(-1)!.epoch)).toEqual([20, 20, 20]);
  });

  it('pools runs whose borders are lost, and says so', () => {
    const { runs, notices } = importFiles({ [cc6m200k]: { [key('mmcl_ssl', 'mmcl')]: series(171) } });
    expect(runs).toMatchObject([{ merged: true }]);
    expect(runs[0]!.points).toHaveLength(171);
    expect(runs[0]!.points.every(({ epoch }) => epoch === null)).toBe(true);
    expect(notices).toMatchObject([{ code: 'EXPC810', severity: 'warning' }]);
  });

  it('finds the runs that a longer key lost to a shorter one, and keeps both readings', () => {
    const k = (n: number) => `${key('mmcl', 'mmcl_ssl')}cleaningdata_poison_${n}`;
    const [own, ten, five] = [series(20), series(40, 50), series(20, 100)];
    const { runs, notices } = importFiles({
      [poisoned]: { [k(1)]: join2(ten, own), [k(5)]: five, [k(10)]: ten, [k(2)]: [] },
    });
    expect(notices).toMatchObject([{ code: 'EXPC811', severity: 'warning' }]);
    expect(notices[0]!.message).toContain('2 runs');
    expect(runs.map(({ axes }) => [axes['clean.data.poisons'], axes.part])).toEqual([
      [1, 'as published'],
      [1, 'as published'],
      [1, 'as published'],
      [1, 'own'],
      [5, null],
      [10, null],
      [10, null],
    ]);
    expect(runs[3]!.points[0]!.metrics['accuracy.top1']).toBe(0.2);
    expect(runs[3]!.points).toEqual(runs[2]!.points);
  });

  it('takes no key for contaminated that only begins alike', () => {
    const k = (n: number) => `${key('mmcl', 'mmcl_ssl')}cleaningdata_poison_${n}`;
    const { runs, notices } = importFiles({ [poisoned]: { [k(1)]: series(20), [k(10)]: series(20, 50) } });
    expect(notices).toEqual([]);
    expect(runs).toHaveLength(2);
  });

  it('reads the CSV form, and skips it beside the same JSON', () => {
    const [asr, accuracy] = series(60);
    const column = key('mmcl_ssl', 'ssl');
    const csv = `,${column}\n0,"${JSON.stringify(asr)}"\n1,"${JSON.stringify(accuracy)}"\n`;
    const name = 'cleaning_plot_CC6M_pretrained_3000_cleaned_200k.csv';
    expect(importFiles({ [name]: csv }).runs).toHaveLength(1);
    const both = importFiles({ [name]: csv, [cc6m200k]: { [column]: [asr, accuracy] } });
    expect(both.runs).toHaveLength(1);
    expect(both.notices).toMatchObject([{ code: 'EXPC812' }]);
    expect(importFiles({ [name]: csv, [cc6m200k]: { [column]: series(60, 1) } }).runs).toHaveLength(2);
  });

  it.each([
    ['no JSON', '{"a', 'not JSON'],
    ['a list', '[]', 'not a JSON object'],
    ['an unknown key', { cleaning_poisoned_x_lr_: series(20) }, 'none of the published keys'],
    ['one list', { [key('mmcl', 'ssl')]: [[0.5]] }, 'pair of lists'],
    ['lists of different length', { [key('mmcl', 'ssl')]: [[0, 0], [0]] }, '2 ASR values and 1 accuracies'],
    [
      'a value that is no share of the pictures',
      { [key('mmcl', 'ssl')]: [[0.123456], [0]] },
      '49950 pictures',
    ],
    ['a value that is no number', { [key('mmcl', 'ssl')]: [[0], [null]] }, '50000 pictures'],
    [
      'the key of another data set',
      { cleaning_poisoned_cc3m_mmcl_1500poison_clean_ssl_lr_: series(40) },
      'another data set',
    ],
  ])('says what is wrong with a file: %s', (_, value, message) => {
    const { runs, notices } = importFiles({ [cc6m]: value });
    expect(runs).toEqual([]);
    expect(notices).toMatchObject([{ code: 'EXPC810', severity: 'error' }]);
    expect(notices[0]!.message).toContain(message);
    expect(notices[0]!.place!.file).toContain(cc6m);
  });

  it('says when a folder holds none of the files', () => {
    expect(importFiles({ 'other.json': {} }).notices).toMatchObject([{ code: 'EXPC810', severity: 'error' }]);
  });
});

describe('publishedTables', () => {
  it('finds the best model of every evaluation, and of the ends of epochs', () => {
    const [asr, accuracy] = series(40);
    asr[10] = 1000 / 49_950; // in the middle of epoch 6
    asr[11] = 2000 / 49_950;
    accuracy[10] = 24_000 / 50_000;
    const [all, ends] = publishedTables(importFiles({ [cc6m]: { [key('mmcl', 'ssl')]: [asr, accuracy] } }));
    expect(all).toMatch(/CC6M .* 23\.760 +99\.980 +48\.000 +2\.002 +-24\.240 .* 1 +40\n/);
    expect(ends).toMatch(/CC6M .* 23\.760 +99\.980 +20\.220 +4\.004 +3\.540 .* 1 +20\n/);
  });
});

describe('resultsFrom', () => {
  it('gives an experiment its own runs, without those that got into a series by mistake', () => {
    const k = (n: number) => `${key('mmcl', 'mmcl_ssl')}cleaningdata_poison_${n}`;
    const [own, ten] = [series(20), series(20, 50)];
    const { runs } = importFiles({
      [cc3m]: { cleaning_poisoned_mmcl_clean_mmcl_ssl_lr_: series(21) },
      [cc6m]: { [key('mmcl', 'mmcl_ssl')]: series(40) },
      [poisoned]: { [k(1)]: join2(ten, own), [k(5)]: series(20, 9), [k(10)]: ten },
    });
    const results = resultsFrom(runs, 'paper-cc6m', null);
    expect(results.runs.map(({ ablation, axes }) => [ablation, axes['clean.data.poisons']])).toEqual([
      ['main', 0],
      ['poisoned-cleaning', 1],
      ['poisoned-cleaning', 5],
      ['poisoned-cleaning', 10],
    ]);
    const { values, series: names } = scatterData(
      results,
      scatter({
        where: { cleaning: 'mmcl+ssl', 'clean.data.poisons': [0, 5, 10] },
        facet: 'pretraining',
        series: 'clean.data.poisons',
      }),
    );
    expect([names, values.length]).toEqual([['0', '5', '10'], 40 + 20 + 20 + 1]);
  });
});
