import { count, some, warning, type Notice } from './notice.js';
import type { Point, RunResult } from './results/types.js';

/**
 * The ends of epochs that are missing between the first and the last evaluation of a run: a line that was torn, say.
 * Runs of the store are measured after every epoch; of others the usual distance is the shortest one.
 */
export function missingEpochs(points: readonly Point[], everyEpoch = false): number[] {
  const epochs = [...new Set(points.flatMap(({ epoch }) => (Number.isInteger(epoch) ? [epoch!] : [])))];
  epochs.sort((a, b) => a - b);
  const distances = epochs.slice(1).map((epoch, i) => epoch - epochs[i]!);
  const usual = everyEpoch ? 1 : Math.min(...distances);
  return distances.flatMap((distance, i) =>
    Array.from({ length: Math.round(distance / usual) - 1 }, (_, k) => epochs[i]! + (k + 1) * usual),
  );
}

/** The points of a run with an empty one for each that is missing, so that a line through them is broken there. */
export function withGaps(points: readonly Point[], run: RunResult): Point[] {
  const empty = missingEpochs(points, isOfStore(run)).map((epoch): Point => ({
    epoch,
    step: null,
    metrics: {},
  }));
  return [...points, ...empty].sort((a, b) => (a.epoch ?? 0) - (b.epoch ?? 0));
}

const isOfStore = ({ folders }: RunResult): boolean => folders !== undefined;

/** A warning that names the runs whose lines are broken. */
export function gapNotice(
  runs: readonly RunResult[],
  pointsOf: (run: RunResult) => readonly Point[],
  figure: string,
): Notice[] {
  const broken = runs
    .map((run) => [run.name, missingEpochs(pointsOf(run), isOfStore(run))] as const)
    .filter(([, gaps]) => gaps.length > 0);
  if (broken.length === 0) return [];
  const [name, epochs] = broken[0]!;
  const others = broken.length === 1 ? '' : `, and some of ${count(broken.length - 1, 'other run')}`;
  return [
    warning(
      'missingEpochs',
      `epoch ${some(epochs.map(String))} of \`${name}\` is missing${others}: there the lines of \`${figure}\` are broken`,
    ),
  ];
}
