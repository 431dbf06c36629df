import { Tally, WordTally, type Spread } from './tally.js';

interface ClassSize {
  readonly name: string;
  readonly pairs: number;
}

export interface ClassReport {
  readonly count: number;
  /** Pairs without a label. */
  readonly unlabelled: number;
  /** Pairs of a class. */
  readonly pairs: Spread | null;
  readonly largest: readonly ClassSize[];
  readonly smallest: readonly ClassSize[];
  /** Entropy of the classes over that of as many equal ones, 0..1; null with fewer than two. */
  readonly balance: number | null;
}

const shown = 5;

export class ClassSurvey {
  private readonly labels = new WordTally();
  private unlabelled = 0;

  add(label: string | null): void {
    if (label === null) this.unlabelled++;
    else this.labels.add(label);
  }

  report(): ClassReport {
    const sizes = this.labels.sorted().map(({ name, count }) => ({ name, pairs: count }));
    const spread = new Tally();
    for (const { pairs } of sizes) spread.add(pairs);
    return {
      count: sizes.length,
      unlabelled: this.unlabelled,
      pairs: spread.spread(),
      largest: sizes.slice(0, shown),
      smallest: sizes.slice(-shown).reverse(),
      balance: balanceOf(sizes.map(({ pairs }) => pairs)),
    };
  }
}

/** Shannon's entropy of the shares, divided by that of equal shares. */
function balanceOf(counts: readonly number[]): number | null {
  if (counts.length < 2) return null;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const entropy = counts.reduce((sum, count) => sum - (count / total) * Math.log(count / total), 0);
  return entropy / Math.log(counts.length);
}
