import type { SourceMonitor } from '../source.js';

/** Time over which the speed is taken. */
const spanMs = 10_000;

/** Tells how a download gets on: how many URLs are settled, how many failed, how fast, and how long it may take. */
export class DownloadProgress {
  private settled = 0;
  private failed = 0;
  private readonly marks: { readonly at: number; readonly settled: number }[] = [];

  /** @param total URLs that are wanted, those that are settled already included */
  constructor(
    private readonly monitor: SourceMonitor,
    private readonly total: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** URLs of which nothing is left to do since an earlier attempt. */
  known(failed: boolean): void {
    this.settled += 1;
    if (failed) this.failed += 1;
  }

  outcome(failed: boolean): void {
    this.known(failed);
    const now = this.now();
    const last = this.marks.at(-1);
    if (last === undefined || now - last.at >= 500) this.marks.push({ at: now, settled: this.settled });
    while (this.marks.length > 2 && now - this.marks[0]!.at > spanMs) this.marks.shift();
    this.tell(now);
  }

  private tell(now: number): void {
    const { settled, total, failed } = this;
    const first = this.marks[0]!;
    const seconds = (now - first.at) / 1000;
    const rate = seconds < 0.5 ? undefined : (settled - first.settled) / seconds;
    const share = settled === 0 ? 0 : Math.round((100 * failed) / settled);
    this.monitor.progress(
      `downloading: ${thousands(settled)} of ${thousands(total)} URLs, ${share} % failed`,
      Math.min(0.98, (0.98 * settled) / Math.max(1, total)),
      rate === undefined || rate === 0 ? {} : { rate, seconds_left: (total - settled) / rate },
    );
  }
}

function thousands(count: number): string {
  return count.toLocaleString('en-US');
}
