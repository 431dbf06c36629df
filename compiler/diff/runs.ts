import type { Run } from '../../schema/plan.js';
import { lastStage } from '../plan/duplicates.js';

/** Two runs by their names in A and B. */
export interface RunPair {
  readonly a: string;
  readonly b: string;
}

/** The runs of two sides, matched: by the work they do, then by their names. */
export interface RunDifferences {
  readonly onlyA: readonly Run[];
  readonly onlyB: readonly Run[];
  /** Runs of the same name that do other work. */
  readonly changed: readonly RunPair[];
  /** Runs that do the same work, whatever they are called. */
  readonly shared: readonly RunPair[];
}

export function runDifferences(a: readonly Run[], b: readonly Run[]): RunDifferences {
  const worksA = byWork(a);
  const worksB = byWork(b);
  const restA = a.filter((run) => !worksB.has(lastStage(run)));
  const restB = b.filter((run) => !worksA.has(lastStage(run)));
  const namesA = new Set(restA.map(({ name }) => name));
  const namesB = new Set(restB.map(({ name }) => name));
  return {
    onlyA: restA.filter(({ name }) => !namesB.has(name)),
    onlyB: restB.filter(({ name }) => !namesA.has(name)),
    changed: restB.filter(({ name }) => namesA.has(name)).map(({ name }) => ({ a: name, b: name })),
    shared: b.flatMap((run) => {
      const same = worksA.get(lastStage(run));
      if (same === undefined) return [];
      return [{ a: same.has(run.name) ? run.name : [...same][0]!, b: run.name }];
    }),
  };
}

/** The names of the runs that do a work: runs of several ablations may do the same. */
function byWork(runs: readonly Run[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const run of runs) {
    const names = found.get(lastStage(run));
    if (names === undefined) found.set(lastStage(run), new Set([run.name]));
    else names.add(run.name);
  }
  return found;
}
