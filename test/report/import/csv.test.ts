import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'csv-stringify/sync';
import { importCsv, valueOf, type CsvOptions } from '../../../report/import/csv.js';

function read(text: string, options: CsvOptions = {}) {
  const file = join(mkdtempSync(join(tmpdir(), 'expc-csv-')), 'results.csv');
  writeFileSync(file, text);
  return importCsv(file, options);
}

describe('importCsv', () => {
  it('makes a run of the rows with the same parameters, in the order of training', () => {
    const { runs, notices } = read(
      'pretraining,clean.optimizer.lr,epoch,accuracy.top1,asr.top1\n' +
        'mmcl,1e-4,2,0.38,0.04\nmmcl,1e-4,0,0.4,0.99\nmmcl,3e-4,1,0.3,0.01\n',
    );
    expect(notices).toEqual([]);
    expect(runs.map(({ axes }) => axes)).toEqual([
      { pretraining: 'mmcl', 'clean.optimizer.lr': 1e-4 },
      { pretraining: 'mmcl', 'clean.optimizer.lr': 3e-4 },
    ]);
    expect(runs[0]).toMatchObject({
      name: 'mmcl/0.0001',
      experiment: null,
      state: 'done',
      start: { metrics: { 'accuracy.top1': 0.4, 'asr.top1': 0.99 } },
      points: [{ epoch: 0 }, { epoch: 2, metrics: { 'accuracy.top1': 0.38 } }],
    });
  });

  it('takes the names that a person gives columns, and percentages', () => {
    const rename = { 'Top-1': 'accuracy.top1', ASR: 'asr.top1', id: 'run', ep: 'epoch' };
    const { runs } = read('id,ep,Top-1,ASR\na,1,38.5,4\na,2,37,3\n', {
      rename,
      percent: true,
      experiment: 'e',
      ablation: 'main',
    });
    expect(runs).toMatchObject([
      { name: 'a', experiment: 'e', ablation: 'main', axes: {}, points: [{ epoch: 1, metrics: { 'accuracy.top1': 0.385, 'asr.top1': 0.04 } }, { epoch: 2 }] },
    ]); // prettier-ignore
  });

  it('takes the newest date of a run’s rows, and none that is no date', () => {
    const { runs } = read(
      'run,epoch,made,accuracy.top1\na,1,2023-10-01,0.5\na,2,2023-10-02T10:00Z,0.5\na,3,,0.5\nb,1,soon,0.5\n',
    );
    expect(runs.map(({ made }) => made)).toEqual(['2023-10-02T10:00:00.000Z', undefined]);
    expect(runs[0]!.axes).toEqual({});
  });

  it('leaves out what is no share, and says in which line', () => {
    const { runs, notices } = read('run,epoch,accuracy.top1\na,1,0.5\na,2,nan\na,3,38\na,4,\n');
    expect(runs[0]!.points.map(({ metrics }) => metrics)).toEqual([{ 'accuracy.top1': 0.5 }, {}, {}, {}]);
    expect(notices.map(({ code, place }) => [code, place?.line])).toEqual([['EXPC801', 3], ['EXPC801', 4]]); // prettier-ignore
  });

  it('says when percentages are not, and shares are', () => {
    expect(read('run,accuracy.top1\na,38\nb,40\n').notices.at(-1)).toMatchObject({ code: 'EXPC810', severity: 'error', hint: expect.stringContaining('--percent') as string }); // prettier-ignore
    expect(read('run,accuracy.top1\na,0.38\n', { percent: true }).notices).toMatchObject([{ code: 'EXPC810', severity: 'warning' }]); // prettier-ignore
  });

  it('tells of one epoch with two values', () => {
    const { runs, notices } = read('run,epoch,asr.top1\na,1,0.5\na,1,0.6\n');
    expect(runs[0]!.points).toHaveLength(1);
    expect(notices).toMatchObject([{ code: 'EXPC802', place: { line: 3 } }]);
  });

  it.each([
    ['no rows', 'run,accuracy.top1\n', 'no rows'],
    ['no metric', 'run,acc\na,1\n', 'no column is a metric'],
    ['no CSV', 'a,b\n"1\n', 'not CSV'],
  ])('is an error with %s', (_, text, message) => {
    const { runs, notices } = read(text);
    expect(runs).toEqual([]);
    expect(notices).toMatchObject([{ code: 'EXPC810', severity: 'error' }]);
    expect(notices[0]!.message).toContain(message);
  });

  it('reads back what was written, whatever the labels', () => {
    const share = fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000);
    const rows = fc.uniqueArray(fc.tuple(fc.string({ minLength: 1 }).filter((text) => text.trim() === text), share), { selector: ([name]) => name, minLength: 1 }); // prettier-ignore
    fc.assert(
      fc.property(rows, (all) => {
        const { runs } = read(stringify([['run', 'accuracy.top1'], ...all]));
        expect(runs.map(({ name, points }) => [name, points[0]!.metrics['accuracy.top1']])).toEqual(all);
      }),
      { numRuns: 50 },
    );
  });
});

it.each([['1e-4', 1e-4], ['007', 7], ['true', true], ['', null], ['mmcl', 'mmcl'], ['1k', '1k']])('%j is %j', (text, value) => {
  expect(valueOf(text)).toBe(value);
}); // prettier-ignore
