/** Rows sorted into classes: rows of one class agree on everything that was asked. */
export interface Groups {
  /** The class of each row, numbered from 0. */
  readonly of: Uint32Array;
  /** One row of each class. */
  readonly sample: readonly number[];
}

/** All rows in one class. */
export function oneGroup(rows: number): Groups {
  return { of: new Uint32Array(rows), sample: rows === 0 ? [] : [0] };
}

/** Classes of the rows by a number each row has. */
export function groupBy(rows: number, numberOf: (row: number) => number): Groups {
  const of = new Uint32Array(rows);
  const sample: number[] = [];
  const classes = new Map<number, number>();
  for (let row = 0; row < rows; row++) {
    const number = numberOf(row);
    let found = classes.get(number);
    if (found === undefined) {
      found = sample.length;
      classes.set(number, found);
      sample.push(row);
    }
    of[row] = found;
  }
  return { of, sample };
}

/** Rows are in one class when they are in each of the given ones. */
export function combine(rows: number, groups: readonly Groups[]): Groups {
  const telling = [...new Set(groups)].filter((group) => group.sample.length > 1);
  const [first, ...others] = telling;
  if (first === undefined) return oneGroup(rows);
  return others.reduce((all, next) => {
    if (all.sample.length === rows) return all;
    const size = next.sample.length;
    return groupBy(rows, (row) => all.of[row]! * size + next.of[row]!);
  }, first);
}
