import { createHash } from 'node:crypto';
import { digestsOf, type Snapshot } from '../page/snapshot.js';

/** What a page must take to be like the newest snapshot. */
export type Update = Pick<Snapshot, 'at' | 'title'> & Pick<Snapshot, 'sections' | 'parts'>;

/** The newest snapshot, and what changed since earlier ones. */
export class Feed {
  private digests = new Map<string, string>();
  private readonly past = new Map<string, Map<string, string>>();
  private readonly listeners = new Set<() => void>();
  snapshot: Snapshot;
  version = '';

  constructor(snapshot: Snapshot) {
    this.snapshot = snapshot;
    this.take(snapshot);
  }

  /** Takes a new snapshot; whoever listens is told when it differs. */
  take(snapshot: Snapshot): void {
    const digests = digestsOf(snapshot);
    const version = createHash('sha256')
      .update(JSON.stringify([...digests]))
      .digest('base64url')
      .slice(0, 16);
    this.snapshot = snapshot;
    if (version === this.version) return;
    this.version = version;
    this.digests = digests;
    this.past.set(version, digests);
    const [oldest] = this.past.keys();
    if (this.past.size > kept) this.past.delete(oldest!);
    for (const listener of this.listeners) listener();
  }

  /** What changed since a version; everything when that is not known any more, null when nothing did. */
  since(version: string): Update | null {
    if (version === this.version) return null;
    const before = this.past.get(version) ?? new Map<string, string>();
    const isNew = (name: string) => this.digests.get(name) !== before.get(name);
    const { at, title, sections, parts } = this.snapshot;
    return {
      at,
      title,
      sections: sections.filter(({ id }) => isNew(`section ${id}`)),
      parts: Object.fromEntries(Object.entries(parts).filter(([name]) => isNew(`part ${name}`))),
    };
  }

  /** @returns a function that ends the listening */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  get listening(): number {
    return this.listeners.size;
  }
}

const kept = 50;
