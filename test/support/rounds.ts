import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';

/** How long a test of so many rounds may take, in milliseconds: what other tests may, and more for a long search. */
export function patience(rounds: number): number {
  return Math.max(60_000, rounds * 25);
}

/**
 * A property that never waits, looked at in turns: between them the process hears the answers of the runner, which else
 * takes it for lost after a minute.
 */
export function inTurns<T>(
  values: fc.Arbitrary<T>,
  holds: (value: T) => void,
): fc.IAsyncPropertyWithHooks<[T]> {
  let done = 0;
  return fc.asyncProperty(values, async (value) => {
    if (done++ % 20 === 0) await setImmediate();
    holds(value);
  });
}
