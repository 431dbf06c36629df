import { appendFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { MadeFigures } from '../../report/make-figures.js';
import { watchFigures } from '../../report/watch.js';
import { makeExperiment, metricsLine, study } from './support/experiment.js';
import { table } from './support/figures.js';

const [first, ...rest] = study([0]);

it('draws what changes, and ends when every run is done', async () => {
  const made = makeExperiment([{ ...first!, epochs: 3 }, ...rest], [table({ name: 'best' })]);
  const drawn: MadeFigures[] = [];
  const finish = () =>
    appendFileSync(made.file('mmcl/CleanCLIP/0.001/0', 'metrics.jsonl'), `${metricsLine([3, 37, 60])}\n`);
  await watchFigures(made.plan, made.outputs, {
    interval: 1,
    onDrawn: (one) => {
      drawn.push(one);
      if (drawn.length === 1) finish();
    },
  });
  expect(drawn.map(({ figures }) => figures.map(({ redrawn, notices }) => [redrawn, notices.length]))).toEqual([[[true, 1]], [[true, 0]]]); // prettier-ignore
});

it('ends when it is told to', async () => {
  const made = makeExperiment([{ ...first!, epochs: 3 }, ...rest], [table({ name: 'best' })]);
  const stop = new AbortController();
  let drawn = 0;
  const watching = watchFigures(made.plan, made.outputs, {
    interval: 60_000,
    signal: stop.signal,
    onDrawn: () => drawn++,
  });
  setTimeout(() => stop.abort(), 50);
  await watching;
  expect(drawn).toBe(1);
});
