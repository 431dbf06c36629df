import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../report/page/snapshot.js';
import { Feed } from '../../../report/serve/feed.js';

const snapshot = (body: string, part: unknown, at = 'now'): Snapshot => ({
  title: 't',
  experiment: 'e',
  at,
  sections: [
    { id: 'a', title: 'A', body },
    { id: 'b', title: 'B', body: 'always' },
  ],
  parts: { runs: part, other: 1 },
});

describe('Feed', () => {
  it('says what changed since a version, and nothing else', () => {
    const feed = new Feed(snapshot('one', 1));
    const first = feed.version;
    feed.take(snapshot('two', 1));
    expect(feed.since(first)).toMatchObject({ sections: [{ id: 'a', body: 'two' }], parts: {} });
    const second = feed.version;
    feed.take(snapshot('two', 2));
    expect(feed.since(second)).toMatchObject({ sections: [], parts: { runs: 2 } });
    expect(feed.since(first)).toMatchObject({ sections: [{ id: 'a' }], parts: { runs: 2 } });
    expect(feed.since(feed.version)).toBeNull();
  });

  it('tells everything to a page that it does not know', () => {
    const feed = new Feed(snapshot('one', 1));
    const update = feed.since('unknown')!;
    expect(update.sections).toHaveLength(2);
    expect(update.parts).toEqual({ runs: 1, other: 1 });
  });

  it('wakes whoever listens only when something changed: time alone is nothing', () => {
    const feed = new Feed(snapshot('one', 1));
    let woken = 0;
    const stop = feed.listen(() => woken++);
    feed.take(snapshot('one', 1, 'later'));
    expect(woken).toBe(0);
    feed.take(snapshot('two', 1));
    expect(woken).toBe(1);
    stop();
    feed.take(snapshot('three', 1));
    expect(woken).toBe(1);
    expect(feed.listening).toBe(0);
  });

  it('forgets old versions', () => {
    const feed = new Feed(snapshot('0', 1));
    const first = feed.version;
    for (let i = 1; i <= 60; i++) feed.take(snapshot(String(i), 1));
    expect(feed.since(first)!.sections).toHaveLength(2);
  });
});
