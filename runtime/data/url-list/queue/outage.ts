import { StageFailure } from '../../../execute/context.js';

/** So many failures in a row, of so many hosts, in which nobody answers anything: then it is our own link. */
const limits = { failures: 200, hosts: 20 };

/**
 * Holds back failures in which nothing was heard of a host, until something is heard of any: when the link is down, a
 * million URLs must not be taken for dead.
 */
export class OutageGuard<T> {
  private held: T[] = [];
  private readonly hosts = new Set<string>();

  constructor(
    private readonly release: (failure: T) => void,
    private readonly limit = limits,
  ) {}

  /** Somebody answered: what was held back is real. */
  heard(): void {
    if (this.held.length > 0) this.flush();
  }

  /**
   * Nobody answered.
   * @throws StageFailure when that has been so for long enough; what is held back is forgotten, and will be tried again
   */
  silent(host: string, failure: T): void {
    this.held.push(failure);
    this.hosts.add(host);
    if (this.held.length < this.limit.failures || this.hosts.size < this.limit.hosts) return;
    throw new StageFailure(
      `the network seems to be down: none of the last ${this.held.length} URLs, at ${this.hosts.size} hosts, was answered`,
      'check the connection, then run the same command again: it goes on where it stopped',
    );
  }

  /** At the end nothing more can be heard. */
  flush(): void {
    for (const failure of this.held.splice(0)) this.release(failure);
    this.hosts.clear();
  }
}
