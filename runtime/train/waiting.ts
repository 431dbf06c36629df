/** Shares of waiting below this are not worth a word. */
const worthTelling = 0.05;

/** How much of a training's time goes into waiting for its next batch. Tells people; never part of a result. */
export class Waiting {
  #asked = 0;
  #came = 0;
  #epoch = { waited: 0, all: 0 };
  /** The same of the last steps, older ones fade. */
  #recent = { waited: 0, all: 0 };

  /** @param now in seconds */
  constructor(private readonly now: () => number = () => performance.now() / 1000) {}

  /** An epoch begins: its first batch is asked for. */
  begin(): void {
    this.#epoch = { waited: 0, all: 0 };
    this.asked();
  }

  asked(): void {
    this.#asked = this.now();
  }

  /** The batch has come. */
  got(): void {
    this.#came = this.now();
  }

  /** Its step is done. */
  stepped(): void {
    const done = this.now();
    const waited = this.#came - this.#asked;
    const all = done - this.#asked;
    this.#epoch = { waited: this.#epoch.waited + waited, all: this.#epoch.all + all };
    this.#recent = { waited: fade * this.#recent.waited + waited, all: fade * this.#recent.all + all };
    this.#asked = this.#came = done;
  }

  /** Share of the last steps' time, 0..1. */
  get recent(): number {
    return share(this.#recent);
  }

  /** `31 % of 120 s went into waiting for data`; null where it is not worth telling. */
  get ofEpoch(): string | null {
    const { all } = this.#epoch;
    const part = share(this.#epoch);
    if (part < worthTelling || this.#epoch.waited < 1) return null;
    return `${Math.round(100 * part)} % of ${Math.round(all)} s went into waiting for data`;
  }
}

/** Half of what is remembered is of the last 35 steps. */
const fade = 0.98;

function share({ waited, all }: { readonly waited: number; readonly all: number }): number {
  return all > 0 ? waited / all : 0;
}
