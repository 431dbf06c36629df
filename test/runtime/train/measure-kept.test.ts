import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJsonLines } from '../../../runtime/store/json-lines.js';
import { checkpoints } from '../../../runtime/train/kept-checkpoints.js';
import { train } from '../../../runtime/train/loop.js';
import type { Measurer, MetricsRow } from '../../../runtime/train/training.js';
import { missingEpochs } from '../../../runtime/train/measure-kept.js';
import { temporaryFolder } from '../../support/stage.js';
import { ToyEngine } from '../../support/toy-engine.js';
import { setUp, type Setup } from '../../support/training.js';

const rowsIn = (dir: string) => readJsonLines(join(dir, 'metrics.jsonl')) as MetricsRow[];

/** A training with a second measurer, whose folder is its own. */
function measuredTwice(folder: string, setup: Setup = {}) {
  const engine = new ToyEngine();
  const { training, stage, log } = setUp(folder, { ...setup, engine });
  const late = join(folder, 'late');
  mkdirSync(late, { recursive: true });
  const measure: Measurer['measure'] = (_, epoch) => Promise.resolve({ weight: engine.weight, epoch });
  return {
    stage,
    late,
    log,
    engine,
    alone: training,
    both: { ...training, measurers: [...training.measurers, { dir: late, measure }] },
  };
}

describe('a measurer that is added to a training that was stopped', () => {
  it('measures the start and the epochs that were kept, with the same numbers, in their order', async () => {
    const folder = temporaryFolder();
    const first = measuredTwice(folder, { stop: ({ steps }) => steps >= 7 });
    await expect(train(first.alone)).rejects.toThrow('stopped');
    const second = measuredTwice(folder);
    await train(second.both);
    expect(rowsIn(second.late)).toEqual(rowsIn(second.stage));
    expect(missingEpochs({ dir: second.late }, 3)).toEqual([]);
  });

  it('lacks the epochs whose checkpoints were not kept, and no other', async () => {
    const folder = temporaryFolder();
    const config = { epochs: 5 };
    const first = measuredTwice(folder, { config, stop: ({ steps }) => steps >= 11 });
    await expect(train(first.alone)).rejects.toThrow('stopped'); // In the fourth epoch; 2 and 3 are kept.
    const second = measuredTwice(folder, { config });
    await train(second.both);
    expect(missingEpochs({ dir: second.late }, 5)).toEqual([1]);
    const all = rowsIn(second.stage);
    expect(rowsIn(second.late)).toEqual(all.filter(({ epoch }) => epoch !== 1));
  });

  it('passes over a checkpoint that is damaged, and says so', async () => {
    const folder = temporaryFolder();
    const first = measuredTwice(folder, { stop: ({ steps }) => steps >= 7 });
    await expect(train(first.alone)).rejects.toThrow('stopped');
    writeFileSync(join(checkpoints(first.stage), 'epoch-0001', 'state.json'), '{}');
    const second = measuredTwice(folder);
    await train(second.both);
    expect(second.log.join('\n')).toMatch(/not measured: checkpoint .*epoch-0001/);
    expect(missingEpochs({ dir: second.late }, 3)).toEqual([1]);
  });

  it('changes nothing in the training', async () => {
    const calm = measuredTwice(temporaryFolder());
    await train(calm.alone);
    const folder = temporaryFolder();
    const first = measuredTwice(folder, { stop: ({ steps }) => steps >= 4 });
    await expect(train(first.alone)).rejects.toThrow('stopped');
    const second = measuredTwice(folder);
    await train(second.both);
    expect(second.engine.weight).toBe(calm.engine.weight);
    expect(second.engine.moment).toBe(calm.engine.moment);
    expect(rowsIn(second.stage)).toEqual(rowsIn(calm.stage));
  });
});

it('every epoch is missing where nothing was measured', () => {
  const folder = temporaryFolder();
  expect(missingEpochs({ dir: folder }, 2)).toEqual([0, 1, 2]);
  rmSync(folder, { recursive: true });
  expect(missingEpochs({ dir: folder }, 0)).toEqual([0]);
});
