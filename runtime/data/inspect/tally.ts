/** Smallest, middle and largest of many whole numbers. */
export interface Spread {
  readonly least: number;
  readonly median: number;
  readonly mean: number;
  /** 95 of 100 are not larger. */
  readonly p95: number;
  readonly most: number;
}

/** Counts whole numbers; it holds as many entries as there are different ones. */
export class Tally {
  private readonly counts = new Map<number, number>();
  private total = 0;
  private sum = 0;

  add(value: number): void {
    this.counts.set(value, (this.counts.get(value) ?? 0) + 1);
    this.total++;
    this.sum += value;
  }

  /** Null where nothing was counted. */
  spread(): Spread | null {
    if (this.total === 0) return null;
    const sorted = [...this.counts].sort(([a], [b]) => a - b);
    const quantile = (share: number): number => {
      let left = Math.max(1, Math.ceil(share * this.total));
      return sorted.find(([, count]) => (left -= count) <= 0)![0];
    };
    return {
      least: sorted[0]![0],
      median: quantile(0.5),
      mean: this.sum / this.total,
      p95: quantile(0.95),
      most: sorted.at(-1)![0],
    };
  }
}

/** Counts words; of more than `most` different ones, those that came first. */
export class WordTally {
  private readonly counts = new Map<string, number>();

  constructor(private readonly most = Infinity) {}

  add(word: string): void {
    const count = this.counts.get(word);
    if (count !== undefined || this.counts.size < this.most) this.counts.set(word, (count ?? 0) + 1);
  }

  /** Counts by word, the most frequent first. */
  record(): Record<string, number> {
    return Object.fromEntries(this.sorted().map(({ name, count }) => [name, count]));
  }

  /** The most frequent first; equal ones by name. */
  sorted(): { readonly name: string; readonly count: number }[] {
    return [...this.counts]
      .map(([name, count]) => ({ name, count }))
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  }
}
