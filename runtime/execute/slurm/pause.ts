/** A wait that can be cut short. */
export class Pause {
  private wake: (() => void) | null = null;
  private isEnded = false;

  for(ms: number): Promise<void> {
    if (this.isEnded) {
      this.isEnded = false;
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.wake?.(), ms);
      this.wake = () => {
        clearTimeout(timer);
        this.wake = null;
        resolve();
      };
    });
  }

  /** Ends the wait that goes on, or the next one. */
  end(): void {
    if (this.wake === null) this.isEnded = true;
    else this.wake();
  }
}
