import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CsvOptions } from '../../../report/import/csv.js';
import { importWandb } from '../../../report/import/wandb.js';

function read(files: Readonly<Record<string, string>>, options: CsvOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'expc-wandb-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return importWandb(folder, options);
}
const history = [
  '{"_step":0,"_runtime":3,"epoch":0,"evaluation/zeroshot_top1":0.16,"evaluation/asr_top1":0.99,"train/loss":2}',
  '{"_step":781,"epoch":1,"evaluation/zeroshot_top1":0.15,"evaluation/asr_top1":0.4}',
  '{"_step":790,"epoch":1,"train/loss":1.5}',
].join('\n');

describe('importWandb', () => {
  it('reads a history of JSON lines with the usual names, and the parameters beside it', () => {
    const config = JSON.stringify({ lr: 1e-4, objective: { ssl: 1 }, _wandb: { desc: null, value: {} } });
    const { runs, notices } = read({ 'run-a.jsonl': history, 'run-a.config.json': config }, { rename: { lr: 'clean.optimizer.lr' } }); // prettier-ignore
    expect(notices).toEqual([]);
    expect(runs).toMatchObject([
      {
        name: 'run-a',
        axes: { 'clean.optimizer.lr': 1e-4, 'objective.ssl': 1 },
        points: [
          { epoch: 0, step: 0, metrics: { 'accuracy.top1': 0.16, 'asr.top1': 0.99 } },
          { epoch: 1, step: 781, metrics: { 'accuracy.top1': 0.15, 'asr.top1': 0.4 } },
        ],
      },
    ]);
  });

  it('dates a run by its last timestamp', () => {
    const lines = [10, 20].map((s) => `{"_step":${s},"_timestamp":${1.7e9 + s},"asr_top1":0.5}`).join('\n');
    expect(read({ 'run-a.jsonl': lines }).runs[0]!.made).toBe('2023-11-14T22:13:40.000Z');
  });

  it('reads a folder for each run, with its config.yaml', () => {
    const csv = '_step,epoch,asr_top1\n10,1,0.5\n20,2,\n30,3,0.2\n';
    const config = 'wandb_version: 1\nlr:\n  desc: null\n  value: 0.001\nname:\n  value: x\n';
    const { runs } = read({ 'a/history.csv': csv, 'a/config.yaml': config, 'b/history.csv': csv });
    expect(runs.map(({ name, axes, points }) => [name, axes, points.map(({ epoch }) => epoch)])).toEqual([
      ['a', { lr: 0.001, name: 'x' }, [1, 3]],
      ['b', {}, [1, 3]],
    ]);
  });

  it('reads the CSV file of a chart', () => {
    const chart =
      '"Step","lr - 1e-4 - asr_top1","lr - 1e-4 - asr_top1__MIN","lr - 1e-4 - asr_top1__MAX","b - asr_top1"\n0,0.9,0.9,0.9,0.8\n1,0.5,0.5,0.5,\n';
    const { runs } = read({ 'chart.csv': chart });
    expect(runs.map(({ name, points }) => [name, points.map(({ metrics }) => metrics['asr.top1'])])).toEqual([
      ['lr - 1e-4', [0.9, 0.5]],
      ['b', [0.8]],
    ]);
  });

  it('says which columns there are when none is known as a metric', () => {
    const { runs, notices } = read({ 'a.csv': '_step,top1\n1,0.5\n' });
    expect(runs).toEqual([]);
    expect(notices).toMatchObject([{ code: 'EXPC810', severity: 'error' }]);
    expect(notices[0]!.hint).toContain('`top1`');
    expect(read({ 'a.csv': '_step,top1\n1,0.5\n' }, { rename: { top1: 'accuracy.top1' } }).runs).toHaveLength(
      1,
    );
  });

  it('leaves a gap for a torn line, and says when nothing can be read', () => {
    const { runs, notices } = read({ 'a.jsonl': `${history}\n{"_step":` });
    expect(runs[0]!.points).toHaveLength(2);
    expect(notices).toMatchObject([{ code: 'EXPC800', place: { line: 4 } }]);
    expect(read({ 'a.json': '{"x":1}' }).notices[0]).toMatchObject({ code: 'EXPC810', severity: 'error' });
    expect(read({ 'notes.txt': '' }).notices[0]!.message).toContain('there is no history');
  });
});
