/** Between two ticks, in milliseconds. */
const tickMs = 50;

/**
 * Time-outs that count only the time in which this process could have listened: a machine that is overloaded, or was
 * asleep, must not blame servers for it. A tick that comes late counts as one or two.
 */
export class Patience {
  private readonly waiting = new Set<Wait>();
  private timer: NodeJS.Timeout | null = null;
  private last = 0;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Calls `onEnd` after so many seconds, unless what is returned is called before. */
  wait(seconds: number, onEnd: () => void): () => void {
    const wait = { left: 1000 * seconds, onEnd };
    this.waiting.add(wait);
    if (this.timer === null) {
      this.last = this.now();
      this.timer = setInterval(() => this.tick(), tickMs);
    }
    return () => {
      this.waiting.delete(wait);
      if (this.waiting.size === 0) this.rest();
    };
  }

  /** What time does; called by a timer. */
  tick(): void {
    const now = this.now();
    const passed = Math.min(now - this.last, 2 * tickMs);
    this.last = now;
    for (const wait of this.waiting) {
      wait.left -= passed;
      if (wait.left > 0) continue;
      this.waiting.delete(wait);
      wait.onEnd();
    }
    if (this.waiting.size === 0) this.rest();
  }

  private rest(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }
}

interface Wait {
  left: number;
  readonly onEnd: () => void;
}
