import type { LookupFunction } from 'node:net';
import { Pool } from 'undici';

export interface ConnectionOptions {
  readonly lookup: LookupFunction;
  readonly perHost: number;
  readonly connectSeconds: number;
  readonly seconds: number;
  /** Hosts that connections are kept open to while nothing is asked of them. */
  readonly kept?: number;
}

/** The longest list of headers that is read, in bytes. */
const HEADERS_BYTES = 16 * 1024;

/** Connections to hosts, kept open while they are of use: lists name hundreds of thousands of hosts. */
export class Connections {
  private readonly pools = new Map<string, { readonly pool: Pool; users: number }>();

  constructor(private readonly options: ConnectionOptions) {}

  /** Number of hosts with open connections, or with ones that are about to be closed. */
  get size(): number {
    return this.pools.size;
  }

  /** Lends the connections to `origin` while `use` takes. */
  async use<T>(origin: string, use: (pool: Pool) => Promise<T>): Promise<T> {
    const found = this.pools.get(origin) ?? { pool: this.open(origin), users: 0 };
    this.pools.delete(origin);
    this.pools.set(origin, found); // Those used last stand last.
    found.users += 1;
    try {
      return await use(found.pool);
    } finally {
      found.users -= 1;
      this.closeIdle();
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map(({ pool }) => pool.destroy().catch(() => undefined)));
    this.pools.clear();
  }

  private open(origin: string): Pool {
    const { lookup, perHost, connectSeconds, seconds } = this.options;
    return new Pool(origin, {
      connections: perHost,
      pipelining: 1,
      connect: { lookup, timeout: 1000 * connectSeconds },
      // Whoever asks has a limit for the whole answer, which is shorter.
      headersTimeout: 2000 * seconds,
      bodyTimeout: 2000 * seconds,
      maxHeaderSize: HEADERS_BYTES,
      keepAliveTimeout: 4000,
      keepAliveMaxTimeout: 10_000,
    });
  }

  private closeIdle(): void {
    let surplus = this.pools.size - (this.options.kept ?? 64);
    for (const [origin, { pool, users }] of this.pools) {
      if (surplus <= 0) return;
      if (users > 0) continue;
      this.pools.delete(origin);
      pool.destroy().catch(() => undefined);
      surplus -= 1;
    }
  }
}
