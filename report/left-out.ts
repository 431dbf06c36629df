import { spanOf } from '../schema/day.js';
import { count, noticeCodes, some, warning, type Notice } from './notice.js';
import type { Results, RunResult } from './results/types.js';

/** Which runs are left out whatever their labels: by when they were made, and by how much of them is measured. */
export interface Bounds {
  readonly min_points?: number;
  /** A day or moment: see spanOf. */
  readonly since?: string;
  readonly until?: string;
}

interface Kept {
  readonly runs: readonly RunResult[];
  /** A line that says which were left out, and why. */
  readonly notices: readonly Notice[];
}

/** The runs that were made in time. One that is not begun is kept: it will be made. */
export function madeInTime(runs: readonly RunResult[], { since, until }: Bounds): Kept {
  if (since === undefined && until === undefined) return { runs, notices: [] };
  const first = (since === undefined ? undefined : spanOf(since)?.first) ?? -Infinity;
  const last = (until === undefined ? undefined : spanOf(until)?.last) ?? Infinity;
  const reasons = new Map<string, string[]>();
  const kept = runs.filter((run) => {
    if (run.state === 'missing') return true;
    const made = run.made === undefined ? NaN : Date.parse(run.made);
    const why = Number.isNaN(made)
      ? 'of no known date'
      : made < first
        ? `made before ${since}`
        : made > last
          ? `made after ${until}`
          : null;
    if (why !== null) reasons.set(why, [...(reasons.get(why) ?? []), namedWithDay(run)]);
    return why === null;
  });
  return { runs: kept, notices: told(reasons, runs.length) };
}

/** The runs of which enough is measured. Those of which nothing is are told as not started. */
export function longEnough(runs: readonly RunResult[], { min_points: least = 1 }: Bounds): Kept {
  const isShort = ({ points }: RunResult) => points.length < least;
  const short = runs.filter((run) => isShort(run) && run.points.length > 0);
  const names = short.map(({ name, points }) => `${name} (${points.length})`);
  const reasons = new Map(
    short.length === 0 ? [] : [[`with fewer than ${count(least, 'evaluation')}`, names]],
  );
  return { runs: runs.filter((run) => !isShort(run)), notices: told(reasons, runs.length) };
}

/** Results without the runs that lie outside some bounds. */
export function withinBounds(
  results: Results,
  bounds: Bounds,
): { readonly results: Results; readonly notices: readonly Notice[] } {
  const timely = madeInTime(results.runs, bounds);
  const long = bounds.min_points === undefined ? { ...timely, notices: [] } : longEnough(timely.runs, bounds);
  return { results: { ...results, runs: long.runs }, notices: [...timely.notices, ...long.notices] };
}

/** For a caption: which runs were left out. */
export function leftOutText(notices: readonly Notice[]): string[] {
  const own = notices.filter(({ code }) => code === noticeCodes.leftOut);
  return own.map(({ message }) => `${message}.`);
}

const namedWithDay = ({ name, made }: RunResult): string =>
  made === undefined ? name : `${name} (${made.slice(0, 10)})`;

function told(reasons: ReadonlyMap<string, readonly string[]>, all: number): Notice[] {
  if (reasons.size === 0) return [];
  const parts = [...reasons].map(([why, names]) => `${names.length} ${why}: ${some(names)}`);
  const total = [...reasons.values()].reduce((sum, names) => sum + names.length, 0);
  return [warning('leftOut', `${total} of ${count(all, 'run')} left out: ${parts.join('; ')}`)];
}
