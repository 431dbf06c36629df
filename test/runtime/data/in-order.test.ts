import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { mapInOrder } from '../../../runtime/data/in-order.js';

async function collect<T>(results: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const result of results) all.push(result);
  return all;
}

describe('working on items at the same time', () => {
  const items = Array.from({ length: 20 }, (_, i) => i);

  it('gives results in the order of the items, never working on more than allowed', async () => {
    let [running, most] = [0, 0];
    const work = async (item: number) => {
      most = Math.max(most, ++running);
      await sleep((item * 7) % 5);
      running--;
      return item * item;
    };
    expect(await collect(mapInOrder(items, work, 4))).toEqual(items.map((item) => item * item));
    expect(most).toBe(4);
  });

  it('works with one at a time, and with none', async () => {
    const work = (item: number) => Promise.resolve(item);
    expect(await collect(mapInOrder(items, work, 1))).toEqual(items);
    expect(await collect(mapInOrder([], work, 3))).toEqual([]);
  });

  it('fails with the first failure in order, and lets no other one go unhandled', async () => {
    const work = async (item: number) => {
      await sleep(item === 3 ? 10 : 0);
      if (item >= 3) throw new Error(`item ${item}`);
      return item;
    };
    const unhandled: unknown[] = [];
    const listen = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', listen);
    await expect(collect(mapInOrder(items, work, 6))).rejects.toThrow('item 3');
    await sleep(5);
    process.off('unhandledRejection', listen);
    expect(unhandled).toEqual([]);
  });

  it('stops reading items when the reader stops', async () => {
    let read = 0;
    function* endless() {
      for (;;) yield read++;
    }
    for await (const result of mapInOrder(endless(), (item) => Promise.resolve(item), 3))
      if (result === 5) break;
    expect(read).toBeLessThan(12);
  });
});
