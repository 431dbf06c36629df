import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lossRows, metricRows } from '../../../runtime/tracking/rows.js';

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'expc-rows-'))));
afterEach(() => rmSync(dir, { recursive: true }));

const loss = (step: number) =>
  JSON.stringify({ epoch: 1, step, lr: 0.1, loss: 2, losses: { mmcl: 1.5 }, logit_scale: 14 });

describe('lossRows', () => {
  it('is empty while there is no file', () => expect(lossRows(dir, -1)).toEqual([]));

  it('reads what came after a step, in whole lines', () => {
    writeFileSync(join(dir, 'train.jsonl'), `${loss(10)}\n${loss(20)}\n${loss(30).slice(0, 20)}`);
    expect(lossRows(dir, 10)).toEqual([
      { step: 20, epoch: 1, values: { loss: 2, lr: 0.1, logit_scale: 14, 'losses/mmcl': 1.5 } },
    ]);
  });

  it('passes over a broken line and a number that is none', () => {
    writeFileSync(join(dir, 'train.jsonl'), `{"ste\n{"step":20,"epoch":1,"loss":null,"lr":0.5}\n[]\n"x"\n`);
    expect(lossRows(dir, -1)).toEqual([{ step: 20, epoch: 1, values: { lr: 0.5 } }]);
  });
});

describe('metricRows', () => {
  it('names metrics as trackers group them', () => {
    const row = { epoch: 2, step: 40, metrics: { 'accuracy.top1': 0.5, 'asr.top1': 1 } };
    writeFileSync(join(dir, 'metrics.jsonl'), `${JSON.stringify(row)}\n`);
    expect(metricRows(dir, -1)).toEqual([
      { step: 40, epoch: 2, values: { 'accuracy/top1': 0.5, 'asr/top1': 1 } },
    ]);
  });
});
