/** What waits for a host. */
interface Host<T> {
  readonly name: string;
  readonly waiting: T[];
  active: number;
  /** When it may be asked again; milliseconds of `performance.now()`. */
  readyAt: number;
}

/**
 * What is to be asked of which host. Hosts take turns, none is asked more than `perHost` things at a time, and one that
 * wants to be left alone for a while is.
 */
export class HostQueue<T> {
  private readonly hosts = new Map<string, Host<T>>();
  /** Hosts that something can be asked of now, in the order of their turns. */
  private readonly ready = new Set<Host<T>>();

  constructor(
    private readonly perHost: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Number of hosts that something waits for or is asked of. */
  get hostCount(): number {
    return this.hosts.size;
  }

  add(name: string, item: T): void {
    const host = this.hosts.get(name) ?? { name, waiting: [], active: 0, readyAt: 0 };
    this.hosts.set(name, host);
    host.waiting.push(item);
    this.update(host);
  }

  /** The next thing to ask for, which then counts as being asked for until `done`; null when nothing can be. */
  take(): { readonly name: string; readonly item: T } | null {
    for (const host of this.ready) {
      this.ready.delete(host);
      if (host.readyAt > this.now()) continue;
      const item = host.waiting.shift()!;
      host.active += 1;
      this.update(host);
      return { name: host.name, item };
    }
    return null;
  }

  done(name: string): void {
    const host = this.hosts.get(name)!;
    host.active -= 1;
    this.update(host);
  }

  /** Asks nothing of a host for a while. Whoever does so calls `wake` when it is over. */
  pause(name: string, ms: number): void {
    const host = this.hosts.get(name);
    if (host !== undefined) host.readyAt = Math.max(host.readyAt, this.now() + ms);
  }

  wake(name: string): void {
    const host = this.hosts.get(name);
    if (host !== undefined) this.update(host);
  }

  private update(host: Host<T>): void {
    if (host.active === 0 && host.waiting.length === 0 && host.readyAt <= this.now())
      this.hosts.delete(host.name);
    if (host.waiting.length === 0 || host.active >= this.perHost) this.ready.delete(host);
    else this.ready.add(host);
  }
}
