import { describe, expect, it } from 'vitest';
import { summarise, type StageResult } from '../../../../runtime/execute/summary.js';
import { PlainView } from '../../../../runtime/execute/view/plain.js';

const stage = { id: 'clean-1', label: 'clean · lr 0.1' };
const base: StageResult = {
  key: 'k',
  id: 'clean-1',
  kind: 'clean',
  label: stage.label,
  status: 'done',
  seconds: 61,
  attempts: 1,
  message: null,
  hint: null,
  log: '/o/log.txt',
};

function lines(act: (view: PlainView) => unknown): string[] {
  const written: string[] = [];
  act(new PlainView((line) => written.push(line)));
  return written;
}

describe('plain lines', () => {
  it('tell the beginning, each epoch once, and the end', () => {
    const written = lines((view) => {
      view.begin({ experiment: 'quickstart', done: 3, stages: [stage], jobs: 1, threads: 2 });
      view.started(stage, 1);
      for (const step of [1, 2, 3, 4])
        view.progress(stage, { fraction: step / 4, epoch: Math.ceil(step / 2), step });
      view.ended(stage, base);
      void view.end(summarise([base], false, 62));
    });
    expect(written).toEqual([
      'quickstart: 1 stage to do, 3 done before; 1 at a time, 2 threads each',
      'start  clean · lr 0.1 (clean-1)',
      '       clean · lr 0.1: epoch 1, step 1',
      '       clean · lr 0.1: epoch 2, step 3',
      'done   clean · lr 0.1 in 1 min 1 s',
      '1 stage: 1 done in 1 min 2 s',
    ]);
  });

  it('say when there is nothing to do, and no more', () => {
    const written = lines((view) => {
      view.begin({ experiment: 'quickstart', done: 12, stages: [], jobs: 1, threads: 2 });
      void view.end(summarise([{ ...base, status: 'cached' }], false, 0.1));
    });
    expect(written).toEqual(['quickstart: all 12 stages are done, nothing to do']);
  });

  it('tell a failure at once, and leave what it blocks to the summary', () => {
    const written = lines((view) => {
      view.started(stage, 2);
      view.ended(stage, { ...base, status: 'failed', message: 'the loss is not a number', hint: 'lower lr' });
      view.ended(stage, { ...base, status: 'blocked' });
    });
    expect(written).toEqual([
      'start  clean · lr 0.1 (clean-1, attempt 2)',
      'FAILED clean · lr 0.1: the loss is not a number',
      '       hint: lower lr',
      '       log: /o/log.txt',
    ]);
  });

  it('say how to go on after an interruption', () => {
    const written = lines((view) => {
      view.ended(stage, { ...base, status: 'interrupted' });
      void view.end(summarise([{ ...base, status: 'interrupted' }], true, 5));
    });
    expect(written.at(-1)).toBe('interrupted; the same command goes on from the last checkpoints');
  });
});
