import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advance,
  asPosition,
  checkpointName,
  START,
  type Position,
} from '../../../runtime/train/position.js';

const walk = (batches: number, steps: number) => {
  let at: Position = START;
  const all = [at];
  for (let i = 0; i < steps; i++) all.push((at = advance(at, batches)));
  return all;
};

describe('the position of a training', () => {
  it('counts batches within the epoch and steps in all', () => {
    expect(walk(2, 5)).toEqual([
      { epoch: 0, batch: 0, step: 0 },
      { epoch: 0, batch: 1, step: 1 },
      { epoch: 1, batch: 0, step: 2 },
      { epoch: 1, batch: 1, step: 3 },
      { epoch: 2, batch: 0, step: 4 },
      { epoch: 2, batch: 1, step: 5 },
    ]);
  });

  it('names checkpoints by the epochs done, or by the step inside an epoch', () => {
    expect(walk(2, 4).map(checkpointName)).toEqual([
      'epoch-0000',
      'step-00000001',
      'epoch-0001',
      'step-00000003',
      'epoch-0002',
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), (batches) => {
        const names = walk(batches, 300).map(checkpointName);
        expect(new Set(names).size).toBe(names.length);
      }),
      { numRuns: 30 },
    );
  });

  it('is read back from a checkpoint, and nothing else is taken for one', () => {
    expect(asPosition(JSON.parse(JSON.stringify({ epoch: 3, batch: 1, step: 7, more: 1 })))).toEqual({
      epoch: 3,
      batch: 1,
      step: 7,
    });
    for (const bad of [
      null,
      3,
      {},
      { epoch: 1, batch: 0 },
      { epoch: -1, batch: 0, step: 0 },
      { epoch: 0.5, batch: 0, step: 0 },
      { epoch: '1', batch: 0, step: 0 },
    ])
      expect(asPosition(bad)).toBeUndefined();
  });
});
