import type { Run } from '../../schema/plan.js';
import type { Diagnostic } from '../document/diagnostic.js';
import type { Place } from '../document/node.js';
import { sameRun } from '../expand/messages.js';
import type { Grid } from '../expand/grid.js';

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
  readonly #pairs = new Map<string, { first: PlannedRun; second: PlannedRun; others: number }>();

  add(planned: PlannedRun): void {
    const work = lastStage(planned.run);
    const first = this.#byWork.get(work);
    if (first === undefined) {
      this.#byWork.set(work, planned);
      this.runs.push(planned);
    } else if (isProduct(first.grid) && isProduct(planned.grid) && first.grid !== planned.grid) this.merged++;
    else this.#notePair(first, planned);
  }

  /** One message for each pair of places; pairs that differ in the same way are counted. */
  diagnostics(): Diagnostic[] {
    return [...this.#pairs.values()].map(({ first, second, others }) =>
      sameRun([first.run.name, second.run.name], placesOf(first, second), others),
    );
  }

  #notePair(first: PlannedRun, second: PlannedRun): void {
    const [a, b] = placesOf(first, second);
    const pair = `${a?.file}:${a?.start} ${b?.file}:${b?.start}`;
    const known = this.#pairs.get(pair);
    if (known === undefined) this.#pairs.set(pair, { first, second, others: 0 });
    else known.others++;
  }
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
