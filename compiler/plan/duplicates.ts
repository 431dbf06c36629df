import type { Run } from '../../schema/plan.js';
import type { Diagnostic } from '../document/diagnostic.js';
import type { Place } from '../document/node.js';
import { sameLabels, sameRun } from '../expand/messages.js';
import type { Grid } from '../expand/grid.js';
import { canonicalText } from './key.js';

/** A run and where it comes from. */
export interface PlannedRun {
  readonly run: Run;
  readonly grid: Grid;
  readonly row: number;
}

/**
 * Runs of one ablation by the work they do. Grids of one ablation may overlap: what two of them have is one run.
 * Within a grid, and for `include`, the same work twice is a mistake.
 */
export class AblationRuns {
  readonly runs: PlannedRun[] = [];
  merged = 0;
  readonly #byWork = new Map<string, PlannedRun>();
  readonly #pairs = new Map<string, Pair>();
  /** Runs that do other work under the same labels, by the places of their grids. */
  readonly #namesakes = new Map<string, Pair>();
  readonly #byLabels = new Map<string, PlannedRun>();

  /** @param grids how many grids the ablation has: in one alone labels tell all runs apart */
  constructor(private readonly grids: number) {}

  add(planned: PlannedRun): void {
    const work = lastStage(planned.run);
    const first = this.#byWork.get(work);
    if (first === undefined) {
      this.#byWork.set(work, planned);
      this.runs.push(planned);
      if (this.grids > 1) this.#checkLabels(planned);
    } else if (isProduct(first.grid) && isProduct(planned.grid) && first.grid !== planned.grid) this.merged++;
    else this.#notePair(first, planned);
  }

  /** One message for each pair of places; pairs that differ in the same way are counted. */
  diagnostics(): Diagnostic[] {
    const same = [...this.#pairs.values()].map(({ first, second, others }) =>
      sameRun([first.run.name, second.run.name], placesOf(first, second), others),
    );
    const namesakes = [...this.#namesakes.values()].map(({ first, second, others }) =>
      sameLabels(first.run.name, [first.grid.origin.place, second.grid.origin.place], others + 1),
    );
    return [...same, ...namesakes];
  }

  #checkLabels(planned: PlannedRun): void {
    const labels = canonicalText(planned.run.axes);
    const first = this.#byLabels.get(labels);
    if (first === undefined) this.#byLabels.set(labels, planned);
    else note(this.#namesakes, first, planned, [first.grid.origin.place, planned.grid.origin.place]);
  }

  #notePair(first: PlannedRun, second: PlannedRun): void {
    note(this.#pairs, first, second, placesOf(first, second));
  }
}

/** Two runs, and the number of others that are related in the same way. */
interface Pair {
  readonly first: PlannedRun;
  readonly second: PlannedRun;
  others: number;
}

function note(
  pairs: Map<string, Pair>,
  first: PlannedRun,
  second: PlannedRun,
  [a, b]: readonly [Place | null, Place | null],
): void {
  const pair = `${a?.file}:${a?.start} ${b?.file}:${b?.start}`;
  const known = pairs.get(pair);
  if (known === undefined) pairs.set(pair, { first, second, others: 0 });
  else known.others++;
}

/** The stage that a run exists for: its key tells all that the run does. */
export function lastStage(run: Run): string {
  return run.stages.clean ?? run.stages.evaluate ?? '';
}

function isProduct(grid: Grid): boolean {
  return grid.fixed.length === 0;
}

/** Where two runs differ: the choices on the first axis on which they are apart, or the entries they come from. */
function placesOf(first: PlannedRun, second: PlannedRun): [Place | null, Place | null] {
  if (first.grid === second.grid)
    for (const [index, axis] of first.grid.axes.entries()) {
      const a = axis.choices[first.grid.rows.choice(first.row, index)]!;
      const b = axis.choices[second.grid.rows.choice(second.row, index)]!;
      if (a !== b) return [a.origin.place, b.origin.place];
    }
  return [first.grid.origin.place, second.grid.origin.place];
}
