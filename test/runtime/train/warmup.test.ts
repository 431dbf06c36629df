import { expect, it } from 'vitest';
import { train } from '../../../runtime/train/loop.js';
import { warmupNote } from '../../../runtime/train/warmup.js';
import { temporaryFolder } from '../../support/stage.js';
import { config, setUp } from '../../support/training.js';

const note = (warmup_steps: number, batches: number) =>
  warmupNote({ ...config, schedule: { ...config.schedule, warmup_steps } }, batches);

it.each([
  [0, 3],
  [8, 3],
  [9, 4],
])('a warm-up of %d steps is over in three epochs of %d', (warmup, batches) => {
  expect(note(warmup, batches)).toBeNull();
});

it('one that is not over is told', () => {
  expect(note(9, 3)).toContain('EXPC408: the warm-up of 9 steps is not over when the training ends after 9');
});

it('stands in the log of the training', async () => {
  const { training, log } = setUp(temporaryFolder(), {
    config: { epochs: 1, schedule: { warmup_steps: 50, step_origin: 'textbook' } },
  });
  await train(training);
  expect(log.join('\n')).toContain('the warm-up of 50 steps is not over when the training ends after 3');
});
