import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HostQueue } from '../../../../runtime/data/url-list/queue/hosts.js';
import { OutageGuard } from '../../../../runtime/data/url-list/queue/outage.js';

describe('a queue of hosts', () => {
  test('hosts take turns, and none gets more than its share', () => {
    const queue = new HostQueue<number>(2);
    for (let i = 0; i < 4; i++) queue.add('a', i);
    queue.add('b', 10);
    queue.add('c', 20);
    const taken = Array.from({ length: 5 }, () => queue.take()?.item ?? null);
    expect(taken).toEqual([0, 10, 20, 1, null]);
    queue.done('a');
    expect(queue.take()).toEqual({ name: 'a', item: 2 });
  });

  test('one that wants to be left alone is, until then', () => {
    let now = 0;
    const queue = new HostQueue<string>(1, () => now);
    queue.add('a', 'first');
    queue.take();
    queue.pause('a', 100);
    queue.done('a');
    queue.add('a', 'second');
    queue.add('b', 'other');
    expect([queue.take()?.item, queue.take()]).toEqual(['other', null]);
    now = 101;
    queue.wake('a');
    expect(queue.take()?.item).toBe('second');
  });

  test('nothing is kept of hosts that nothing is asked of', () => {
    const queue = new HostQueue<number>(1);
    for (let i = 0; i < 1000; i++) {
      queue.add(`host${i}`, i);
      queue.done(queue.take()!.name);
    }
    expect(queue.hostCount).toBe(0);
  });

  test('whatever comes and goes, everything is asked for once, within the limits', () => {
    const step = fc.record({ host: fc.nat(4), what: fc.constantFrom('add', 'take', 'take', 'done') });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), fc.integer({ min: 1, max: 3 }), (steps, perHost) => {
        const queue = new HostQueue<number>(perHost);
        const active = new Map<string, number>();
        const taken: number[] = [];
        let added = 0;
        const take = (): boolean => {
          const next = queue.take();
          if (next === null) return false;
          taken.push(next.item);
          active.set(next.name, (active.get(next.name) ?? 0) + 1);
          expect(active.get(next.name)).toBeLessThanOrEqual(perHost);
          return true;
        };
        const done = (name: string): void => {
          if ((active.get(name) ?? 0) === 0) return;
          active.set(name, active.get(name)! - 1);
          queue.done(name);
        };
        for (const { host, what } of steps) {
          if (what === 'add') queue.add(`${host}`, added++);
          else if (what === 'take') take();
          else done(`${host}`);
        }
        for (let i = 0; i < 1000; i++) {
          while (take());
          for (const name of active.keys()) done(name);
        }
        expect([...taken].sort((a, b) => a - b)).toEqual(Array.from({ length: added }, (_, i) => i));
        expect(queue.hostCount).toBe(0);
      }),
    );
  });
});

describe('an outage', () => {
  const guarded = () => {
    const released: number[] = [];
    return {
      released,
      guard: new OutageGuard<number>((failure) => released.push(failure), { failures: 5, hosts: 3 }),
    };
  };

  test('is what it is called when nobody answers any more', () => {
    const { guard, released } = guarded();
    for (let i = 0; i < 4; i++) guard.silent(`host${i}`, i);
    expect(() => guard.silent('host5', 5)).toThrow('the network seems to be down');
    expect(released).toEqual([]);
  });

  test('is not when one host is dead, or somebody answers now and then', () => {
    const { guard, released } = guarded();
    for (let i = 0; i < 20; i++) guard.silent('dead', i);
    expect(released).toEqual([]);
    guard.heard();
    expect(released).toHaveLength(20);
    for (let i = 0; i < 4; i++) guard.silent(`host${i}`, i);
    guard.heard();
    for (let i = 0; i < 4; i++) guard.silent(`host${i}`, i);
    guard.flush();
    expect(released).toHaveLength(28);
  });
});
