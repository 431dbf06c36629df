/** How far values are from others. */
export interface Deviation {
  /** Largest |actual - expected|. */
  readonly absolute: number;
  /** The same as a share of the largest |expected|. */
  readonly relative: number;
}

/** Largest deviation of one list of numbers from another; NaN counts as infinitely far. */
export function deviation(actual: ArrayLike<number>, expected: ArrayLike<number>): Deviation {
  if (actual.length !== expected.length) {
    throw new RangeError(`${actual.length} values where ${expected.length} are expected`);
  }
  let absolute = 0;
  let size = 0;
  for (let i = 0; i < expected.length; i++) {
    const difference = Math.abs(actual[i]! - expected[i]!);
    absolute = Math.max(absolute, Number.isNaN(difference) ? Infinity : difference);
    size = Math.max(size, Math.abs(expected[i]!));
  }
  return { absolute, relative: absolute === 0 ? 0 : absolute / size };
}
