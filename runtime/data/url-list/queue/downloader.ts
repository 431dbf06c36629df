import { setMaxListeners } from 'node:events';
import type { DownloadSettings, UrlListConfig } from '../config.js';
import { DownloadFailure } from '../failure.js';
import type { Failed, Outcome } from '../journal/record.js';
import { addressCheck } from '../net/addresses.js';
import { Connections } from '../net/connections.js';
import { fetchOnce } from '../net/fetch.js';
import { Patience } from '../net/patience.js';
import { checkedLookup, dnsResolver, localResolver, type Resolve } from '../net/resolve.js';
import { targetOf } from '../net/target.js';
import type { PictureThreads } from '../pictures/threads.js';
import { HostQueue } from './hosts.js';
import { OutageGuard } from './outage.js';
import type { Request } from './request.js';

export interface DownloaderOptions {
  readonly config: Pick<UrlListConfig, 'pass' | 'max_megabytes'>;
  readonly settings: DownloadSettings;
  readonly threads: Pick<PictureThreads, 'keep'>;
  /** Told of what became of each URL. */
  readonly onOutcome: (outcome: Outcome) => void;
  readonly resolve?: Resolve;
}

/** What is wanted of the downloader. */
export interface Wanted {
  readonly url: string;
  /** Name of the picture's file; null for one made of its content. */
  readonly name: string | null;
}

/** URLs that are held while they wait for their hosts. */
const heldUrls = 20_000;
/** Bytes of answers that are held; nothing more is asked for beyond. */
const heldBytes = 512 * 2 ** 20;

/** Downloads pictures, many at a time. */
export class Downloader {
  private readonly queue: HostQueue<Request>;
  private readonly connections: Connections;
  private readonly patience = new Patience();
  private readonly isAllowed: (address: string) => boolean;
  private readonly guard: OutageGuard<Failed>;
  private readonly stop = new AbortController();
  private readonly timers = new Set<NodeJS.Timeout>();
  private active = 0;
  /** Accepted and without an outcome. */
  private open = 0;
  private bytes = 0;
  private wakeUp: () => void = () => undefined;

  constructor(private readonly options: DownloaderOptions) {
    const { per_host, connect_seconds, seconds, allow_addresses } = options.settings;
    setMaxListeners(0, this.stop.signal); // One for each answer that is waited for.
    this.isAllowed = addressCheck(allow_addresses);
    this.queue = new HostQueue(per_host);
    this.guard = new OutageGuard((failed) => this.settle(failed));
    const resolve = options.resolve ?? (allow_addresses.length > 0 ? localResolver() : dnsResolver());
    this.connections = new Connections({
      lookup: checkedLookup(resolve, this.isAllowed),
      perHost: per_host,
      connectSeconds: connect_seconds,
      seconds,
    });
  }

  /**
   * Brings every URL to an outcome, which comes in any order.
   * @throws StageFailure when the network is down; what `abort` was called with; what is wrong with the disk
   */
  async run(wanted: AsyncIterable<Wanted> | Iterable<Wanted>): Promise<void> {
    for await (const one of wanted) {
      this.accept(one);
      while (this.open >= heldUrls) await this.change();
      this.stop.signal.throwIfAborted();
    }
    while (this.open > 0) {
      if (this.active === 0 && this.timers.size === 0) this.guard.flush();
      else await this.change();
    }
    this.stop.signal.throwIfAborted();
  }

  /** Ends everything; `run` rejects with the reason. */
  abort(reason: unknown): void {
    if (!this.stop.signal.aborted) this.stop.abort(reason);
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    this.wakeUp();
  }

  async close(): Promise<void> {
    this.abort(new Error('closed'));
    await this.connections.close();
  }

  /** Resolves when something has changed; rejects when everything has ended. */
  private async change(): Promise<void> {
    this.stop.signal.throwIfAborted();
    await new Promise<void>((resolve) => (this.wakeUp = resolve));
    this.stop.signal.throwIfAborted();
  }

  private accept({ url, name }: Wanted): void {
    this.open += 1;
    try {
      const target = targetOf(url, this.isAllowed);
      this.enqueue({ url, name, target, redirects: 0, tries: 0 });
    } catch (error) {
      this.settle(this.failedOf(url, error as DownloadFailure));
    }
  }

  private enqueue(request: Request): void {
    this.queue.add(request.target.hostname, request);
    this.pump();
  }

  private pump(): void {
    const { concurrency } = this.options.settings;
    while (this.active < concurrency && this.bytes < heldBytes && !this.stop.signal.aborted) {
      const next = this.queue.take();
      if (next === null) return;
      this.active += 1;
      void this.carryOut(next.item)
        .catch((error: unknown) => this.abort(error))
        .finally(() => {
          this.active -= 1;
          this.queue.done(next.name);
          this.pump();
          this.wakeUp();
        });
    }
  }

  private async carryOut(request: Request): Promise<void> {
    const { settings, config, threads } = this.options;
    try {
      const answer = await fetchOnce(
        request.target,
        {
          connections: this.connections,
          patience: this.patience,
          userAgent: settings.user_agent,
          seconds: settings.seconds,
          maxBytes: 1e6 * config.max_megabytes,
          onBytes: (count) => (this.bytes += count),
        },
        this.stop.signal,
      );
      this.guard.heard();
      if ('location' in answer) {
        this.redirect(request, answer.location);
        return;
      }
      const kept = await threads.keep({ bytes: answer.bytes, name: request.name });
      this.settle({ url: request.url, ...kept });
    } catch (error) {
      if (!(error instanceof DownloadFailure)) throw error;
      this.failed(request, error);
    }
  }

  private redirect(request: Request, location: string): void {
    const redirects = request.redirects + 1;
    if (redirects > this.options.settings.redirects)
      throw new DownloadFailure('too many redirects', `the last one to ${location.slice(0, 200)}`);
    const target = targetOf(location, this.isAllowed, request.target);
    this.enqueue({ ...request, target, redirects });
  }

  private failed(request: Request, failure: DownloadFailure): void {
    const { mayPass = false, retryAfter, isSilent = false } = failure.more;
    const { retries, retry_seconds, max_wait_seconds } = this.options.settings;
    if (!isSilent) this.guard.heard();
    const wait = retryAfter ?? retry_seconds * 2 ** request.tries * (0.5 + Math.random() / 2);
    if (mayPass && request.tries < retries && wait <= max_wait_seconds) {
      const host = request.target.hostname;
      if (retryAfter !== undefined) this.pause(host, retryAfter);
      this.later(wait, () => this.enqueue({ ...request, tries: request.tries + 1 }));
      return;
    }
    const failed = this.failedOf(request.url, failure);
    if (isSilent) this.guard.silent(request.target.hostname, failed);
    else this.settle(failed);
  }

  private pause(host: string, seconds: number): void {
    this.queue.pause(host, 1000 * seconds);
    this.later(seconds, () => {
      this.queue.wake(host);
      this.pump();
    });
  }

  private later(seconds: number, what: () => void): void {
    if (this.stop.signal.aborted) return;
    const timer = setTimeout(
      () => {
        this.timers.delete(timer);
        what();
        this.wakeUp();
      },
      // Timers may fire a little early.
      1000 * seconds + 2,
    );
    this.timers.add(timer);
  }

  private settle(outcome: Outcome): void {
    if (this.stop.signal.aborted) return;
    this.open -= 1;
    this.options.onOutcome(outcome);
    this.wakeUp();
  }

  private failedOf(url: string, { reason, detail, more }: DownloadFailure): Failed {
    const { config, settings } = this.options;
    return {
      url,
      reason,
      detail,
      may_pass: more.mayPass ?? false,
      pass: config.pass,
      ...(more.limit === undefined ? {} : { limit: more.limit }),
      ...(reason === 'address refused' ? { allowed: settings.allow_addresses.join(' ') } : {}),
    };
  }
}
