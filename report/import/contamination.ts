import type { Point } from '../results/types.js';

/** A key whose runs also hold all runs of another one. */
export interface Contamination {
  readonly key: string;
  /** The key whose runs do not belong there. */
  readonly by: string;
  /** Positions of the foreign runs. */
  readonly runs: readonly number[];
}

/**
 * Finds keys that also collected the runs of a longer key: the study selected runs by the prefix of their name, so
 * `..._1` matched `..._10` too. Only a key all of whose runs are found in the other is taken for one.
 */
export function contaminations(runsOf: ReadonlyMap<string, readonly (readonly Point[])[]>): Contamination[] {
  const keys = [...runsOf.keys()];
  return keys.flatMap((key) =>
    keys
      .filter((by) => by !== key && by.startsWith(key))
      .flatMap((by) => {
        const runs = positions(runsOf.get(key)!, runsOf.get(by)!);
        return runs === null ? [] : [{ key, by, runs }];
      }),
  );
}

/** Where each of some runs stands in a list; null unless all do. */
function positions(
  list: readonly (readonly Point[])[],
  wanted: readonly (readonly Point[])[],
): number[] | null {
  const places = new Map(list.map((run, i) => [JSON.stringify(run), i]));
  const found = wanted.map((run) => places.get(JSON.stringify(run)));
  return found.length > 0 && found.every((place) => place !== undefined) ? found : null;
}
