/** Which combinations of choices are runs: for each run the number of its choice on each axis. */
export class Rows {
  /** Runs. */
  readonly count: number;

  constructor(
    /** Axes. */
    readonly width: number,
    private readonly choices: Uint32Array,
    count = width === 0 ? 1 : choices.length / width,
  ) {
    this.count = count;
  }

  choice(row: number, axis: number): number {
    return this.choices[row * this.width + axis]!;
  }

  /** All combinations that are not left out; the last axis changes fastest. */
  static product(sizes: readonly number[], leaveOut: (row: Uint32Array) => boolean): Rows {
    const width = sizes.length;
    const total = sizes.reduce((product, size) => product * size, 1);
    const choices = new Uint32Array(total * width);
    const row = new Uint32Array(width);
    let count = 0;
    for (let index = 0; index < total; index++) {
      if (!leaveOut(row)) choices.set(row, count++ * width);
      for (let axis = width - 1; axis >= 0 && ++row[axis]! === sizes[axis]; axis--) row[axis] = 0;
    }
    return new Rows(width, choices.slice(0, count * width), count);
  }

  /** A grid without axes: one run. */
  static readonly single = new Rows(0, new Uint32Array(0), 1);
}
