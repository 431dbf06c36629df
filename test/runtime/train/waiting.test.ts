import { describe, expect, it } from 'vitest';
import { progressText } from '../../../runtime/execute/view/text.js';
import { Waiting } from '../../../runtime/train/waiting.js';

/** Steps of so many seconds, each after so many of waiting. */
function trained(steps: number, wait: number, work: number): Waiting {
  let now = 0;
  const one = new Waiting(() => now);
  one.begin();
  for (let i = 0; i < steps; i++) {
    now += wait;
    one.got();
    now += work;
    one.stepped();
    now += 5; // A checkpoint, or a measurement: not of the step.
    one.asked();
  }
  return one;
}

describe('waiting for data', () => {
  it('is the share of the steps’ time before the batch came, without what is done between steps', () => {
    expect(trained(10, 1, 3).recent).toBeCloseTo(0.25, 12);
    expect(trained(10, 0, 3).recent).toBe(0);
    expect(trained(0, 0, 0).recent).toBe(0);
  });

  it('is told of an epoch where it is worth a word', () => {
    expect(trained(10, 1, 3).ofEpoch).toBe('25 % of 40 s went into waiting for data');
    expect(trained(100, 0.01, 3).ofEpoch).toBeNull();
    expect(trained(2, 0.01, 0.01).ofEpoch).toBeNull();
  });

  it('fades: the last steps count', () => {
    let now = 0;
    const waiting = new Waiting(() => now);
    const step = (wait: number) => {
      now += wait;
      waiting.got();
      now += 1;
      waiting.stepped();
    };
    waiting.begin();
    for (let i = 0; i < 50; i++) step(1);
    expect(waiting.recent).toBeCloseTo(0.5, 12);
    for (let i = 0; i < 400; i++) step(0);
    expect(waiting.recent).toBeLessThan(0.01);
    waiting.begin();
    expect(waiting.ofEpoch).toBeNull();
  });

  it('is shown with a stage’s progress from 5 % on', () => {
    const progress = { fraction: 0.5, epoch: 1, rate: 212.4 };
    expect(progressText({ ...progress, waiting: 0.314 })).toBe(
      'epoch 1, 212 pictures/s, waits for data 31 %',
    );
    expect(progressText({ ...progress, waiting: 0.04 })).toBe('epoch 1, 212 pictures/s');
    expect(progressText(progress)).toBe('epoch 1, 212 pictures/s');
  });
});
