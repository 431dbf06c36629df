import type { Plan, Stage, StageKind } from '../../schema/plan.js';

/** Which runs come first: as they stand in the file, or spread over the grid. */
export type Order = 'given' | 'interleaved';

/** Data first: they are quick, and everything else waits for them. */
const isData: ReadonlySet<StageKind> = new Set<StageKind>(['dataset', 'weights', 'poison', 'subset']);

/**
 * The rank of each stage, by key: of those that could start, the one with the lowest does. A stage counts with the
 * first run that needs it. Several at a time end sooner when the longest way to the end begins first, so that comes
 * before the order that is given; a person who asks for early results everywhere gets them all the same.
 *
 * @param jobs stages at a time
 */
export function ranksOf(
  { stages, runs }: Pick<Plan, 'stages' | 'runs'>,
  order: Order = 'given',
  jobs = 1,
): Map<string, number> {
  const places = placesOf(runs, order);
  const ways = order === 'given' && jobs > 1 ? waysToTheEnd(stages) : new Map<string, number>();
  const sorted = stages
    .map((stage, index) => ({ stage, index }))
    .sort(
      (a, b) =>
        Number(isData.has(b.stage.kind)) - Number(isData.has(a.stage.kind)) ||
        (ways.get(b.stage.key) ?? 0) - (ways.get(a.stage.key) ?? 0) ||
        (places.get(a.stage.key) ?? 0) - (places.get(b.stage.key) ?? 0) ||
        a.index - b.index,
    );
  return new Map(sorted.map(({ stage }, rank) => [stage.key, rank]));
}

/** For each stage the place of the first run, in the order asked for, that needs it. */
function placesOf(runs: Plan['runs'], order: Order): Map<string, number> {
  const places = new Map<string, number>();
  const sequence = order === 'given' ? runs.map((_, index) => index) : spread(runs.length);
  sequence.forEach((run, place) => {
    for (const key of Object.values(runs[run]!.stages)) if (!places.has(key)) places.set(key, place);
  });
  return places;
}

/**
 * 0..n-1 so that every beginning of it is spread evenly: by the van der Corput sequence, whose k-th term is k's binary
 * digits behind the point in reverse.
 */
export function spread(count: number): number[] {
  const bits = Math.ceil(Math.log2(Math.max(1, count)));
  const sequence: number[] = [];
  for (let k = 0; k < 2 ** bits; k++) {
    let reversed = 0;
    for (let bit = 0; bit < bits; bit++) if (k & (1 << bit)) reversed |= 1 << (bits - 1 - bit);
    if (reversed < count) sequence.push(reversed);
  }
  return sequence;
}

/** The work from a stage to the end of the longest way through what depends on it, counted in epochs. */
function waysToTheEnd(stages: readonly Stage[]): Map<string, number> {
  const ways = new Map<string, number>();
  // Inputs stand before what uses them, so from the end every dependant is known.
  const after = new Map<string, number>();
  for (const stage of [...stages].reverse()) {
    const way = epochsOf(stage) + (after.get(stage.key) ?? 0);
    ways.set(stage.key, way);
    for (const key of Object.values<string>(stage.inputs)) after.set(key, Math.max(after.get(key) ?? 0, way));
  }
  return ways;
}

function epochsOf({ config }: Stage): number {
  return 'epochs' in config ? config.epochs : 0;
}
