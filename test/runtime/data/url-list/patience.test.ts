import { expect, test } from 'vitest';
import { Patience } from '../../../../runtime/data/url-list/net/patience.js';

test('time in which the process stood still does not count', () => {
  let now = 0;
  const patience = new Patience(() => now);
  let ended = 0;
  const stop = patience.wait(1, () => ended++);
  now = 60_000; // Asleep for a minute.
  patience.tick();
  expect(ended).toBe(0);
  for (let i = 0; i < 18; i++) {
    now += 50;
    patience.tick();
  }
  expect(ended).toBe(1);
  stop();
});

test('who was answered waits no more', async () => {
  const patience = new Patience();
  let ended = 0;
  patience.wait(0.01, () => ended++)();
  await new Promise<void>((resolve) => patience.wait(0.01, resolve));
  expect(ended).toBe(0);
});
