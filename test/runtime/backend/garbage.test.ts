import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { collectGarbage } from '../../../runtime/backend/garbage.js';

/** An array that nobody holds once the present task has ended. */
async function dropped(): Promise<WeakRef<object>> {
  const reference = new WeakRef(new Float32Array(1024));
  await setImmediate();
  return reference;
}

describe('a collection', () => {
  it('takes what nobody holds', async () => {
    const reference = await dropped();
    collectGarbage(2 ** 27);
    expect(reference.deref()).toBeUndefined();
  });

  it('leaves what is held', async () => {
    const held = new Float32Array(1024);
    const reference = new WeakRef(held);
    await setImmediate();
    collectGarbage(2 ** 27);
    expect(reference.deref()).toBe(held);
  });

  it('is not made for little', async () => {
    const reference = await dropped();
    collectGarbage(2 ** 20);
    expect(reference.deref()).toBeDefined();
  });
});
