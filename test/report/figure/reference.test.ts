import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readReferences } from '../../../report/figure/reference.js';
import { scatter } from '../../../report/figure/scatter.js';
import type { ScatterDatum } from '../../../report/figure/scatter-data.js';
import type { Notice } from '../../../report/notice.js';
import { scatter as figure } from '../support/figures.js';
import { made, results } from '../support/results.js';

function file(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'expc-reference-')), 'reference.csv');
  writeFileSync(path, text);
  return path;
}
const isAxis = (name: string) => name === 'p';
function read(text: string) {
  const notices: Notice[] = [];
  return { values: readReferences([{ path: file(text) }], isAxis, notices), notices };
}
const runs = results(...['mmcl', 'mmcl+ssl'].map((p) => made({ axes: { p }, points: [[1, 40, 20]] })));

describe('readReferences', () => {
  it('reads metrics, labels, and beside which runs values stand', () => {
    const { values, notices } = read('p,label,accuracy.top1,asr.top1\nmmcl,paper,58.4,89.4\n,other,50,\n');
    expect(notices).toEqual([]);
    expect(values.map(({ label, values: of }) => [label, of])).toEqual([
      ['paper', { 'accuracy.top1': 58.4, 'asr.top1': 89.4 }],
      ['other', { 'accuracy.top1': 50 }],
    ]);
    expect(values.map(({ belongsTo }) => runs.runs.map(belongsTo))).toEqual([[true, false], [true, true]]); // prettier-ignore
  });

  it('leaves out what is no number, and says in which line', () => {
    const { values, notices } = read('label,accuracy.top1\na,high\nb,50\n');
    expect(values.map(({ label }) => label)).toEqual(['b']);
    expect(notices).toMatchObject([{ code: 'EXPC818', severity: 'warning', place: { line: 2 } }]);
  });

  it.each([
    ['a file that is not there', () => [{ path: 'nowhere.csv' }]],
    ['a file that is no CSV', () => [{ path: file('a,b\n"1\n') }]],
    ['a file without a metric', () => [{ path: file('p,label\nmmcl,a\n') }]],
  ])('makes %s an error', (_, declared) => {
    const notices: Notice[] = [];
    expect(readReferences(declared(), isAxis, notices)).toEqual([]);
    expect(notices).toMatchObject([{ code: 'EXPC818', severity: 'error' }]);
  });
});

describe('a scatter plot with references', () => {
  it('draws them open, with their names, in their panels only', () => {
    const reference = [
      { label: 'paper', where: { p: 'mmcl' }, values: { 'accuracy.top1': 58, 'asr.top1': 89 } },
    ];
    const { picture } = scatter(runs, figure({ facet: 'p', reference, start_model: false }));
    const { data, spec } = picture!.spec as unknown as {
      data: { values: ScatterDatum[] };
      spec: { layer: { mark: { type: string; filled?: boolean } }[] };
    };
    expect(data.values.filter(({ kind }) => kind === 'reference')).toEqual([
      { panel: 'mmcl', series: 'paper', kind: 'reference', x: 89, y: 58, epoch: null, run: null },
    ]);
    expect(spec.layer.map(({ mark }) => [mark.type, mark.filled])).toEqual([['point', true], ['point', false], ['text', undefined]]); // prettier-ignore
    expect(picture!.caption).toContain('2 models of 2 runs');
  });

  it('is no picture when their file is missing', () => {
    const { picture, notices } = scatter(
      runs,
      figure({ reference: [{ path: 'nowhere.csv' }], start_model: false }),
    );
    expect(picture).toBeNull();
    expect(notices).toMatchObject([{ code: 'EXPC818', severity: 'error' }]);
  });
});
