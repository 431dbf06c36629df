import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Notice } from '../../../report/notice.js';
import { readLosses } from '../../../report/results/losses.js';

function read(text: string) {
  const file = join(mkdtempSync(join(tmpdir(), 'expc-losses-')), 'train.jsonl');
  writeFileSync(file, text);
  const notices: Notice[] = [];
  return { points: readLosses(file, notices), notices };
}

it('reads losses and their parts as metrics', () => {
  const row = { epoch: 1, step: 10, lr: 1e-3, loss: 2.5, losses: { mmcl: 2, ssl: 0.5 }, logit_scale: 14 };
  expect(read(`${JSON.stringify(row)}\n`)).toEqual({
    points: [
      {
        epoch: 1,
        step: 10,
        metrics: { lr: 1e-3, loss: 2.5, logit_scale: 14, 'losses.mmcl': 2, 'losses.ssl': 0.5 },
      },
    ],
    notices: [],
  });
});

it('leaves a gap for a torn line, and for what is no number', () => {
  const { points, notices } = read(
    '{"epoch":1,"step":1,"loss":2}\n{"epoch":1,"ste\n{"epoch":1,"step":3,"loss":null}\n',
  );
  expect(points.map(({ step, metrics }) => [step, metrics])).toEqual([[1, { loss: 2 }], [3, {}]]); // prettier-ignore
  expect(notices).toMatchObject([{ code: 'EXPC800', place: { line: 2 } }]);
});

it('is empty where there is no file', () => {
  expect(readLosses('there-is-none.jsonl', [])).toEqual([]);
});
