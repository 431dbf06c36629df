import type { Experiment } from '../../schema/generated/resolved.js';
import type { Diagnostic } from '../document/diagnostic.js';
import type { MapNode } from '../document/node.js';
import { mergeChoices, rowChoices, type Grid } from '../expand/grid.js';
import { clusterAxes } from './clusters.js';
import { difference, withChanges, type Change } from './delta.js';
import { combine, groupBy, type Groups } from './group.js';
import { affects } from './paths.js';

/** Makes a run's document concrete; null when it has errors, which are reported. */
export type FinishRun = (document: MapNode, report: (found: Diagnostic) => void) => Experiment | null;

/** Axes of a grid that have nothing to do with its other axes. */
interface Cluster {
  /** Rows with the same choices on the cluster's axes. */
  readonly groups: Groups;
  /** For each group what its choices change in the document of the first row. */
  readonly changes: readonly (readonly Change[])[];
  /** All paths that some choice changes. */
  readonly paths: readonly string[];
}

/**
 * The finished documents of a grid's rows, without making each: those of every cluster's combinations were made, and
 * any other follows from the changes that they show.
 */
export class FactoredGrid {
  constructor(
    readonly grid: Grid,
    /** The document of the first row. */
    private readonly start: Experiment,
    private readonly clusters: readonly Cluster[],
  ) {}

  /** The grid as far as some paths go. */
  view(reads: readonly string[]): GridView {
    const { start, grid } = this;
    const telling = this.clusters.filter((cluster) => isRead(cluster, reads));
    return {
      groups: combine(
        grid.rows.count,
        telling.map((cluster) => cluster.groups),
      ),
      mixed: telling.length > 1,
      document: (row) =>
        withChanges(
          start,
          telling.flatMap((cluster) => cluster.changes[cluster.groups.of[row]!]!),
        ),
    };
  }
}

/** What rows have at some paths. */
export interface GridView {
  /** Rows that agree on the values there. */
  readonly groups: Groups;
  /** Does it take axes of several clusters to tell the values? */
  readonly mixed: boolean;
  /** The document of a row as far as the paths go; elsewhere it may be another row's. */
  readonly document: (row: number) => Experiment;
}

function isRead(cluster: Cluster, reads: readonly string[]): boolean {
  return cluster.paths.some((path) => reads.some((read) => affects(path, read)));
}

/** Finish the documents that tell all others; null when one of them has errors, which are reported. */
export function factor(
  grid: Grid,
  finish: FinishRun,
  report: (found: Diagnostic) => void,
): FactoredGrid | null {
  const prober = new Prober(grid, finish, report);
  const start = prober.finishRow(0);
  if (start === null) {
    // The other choices are looked at too, so that all that is wrong is said at once.
    prober.probeAxes();
    return null;
  }
  const probes = prober.probeAxes();
  const alone = probes.map((documents) => new Set(documents.flatMap((found) => changedPaths(start, found))));
  const clusters = prober.unsure
    ? [grid.axes.map((_, index) => index)]
    : clusterAxes(grid.axes, grid.base, alone);
  const finished = clusters.map((axes) => prober.cluster(axes, start, probes));
  return finished.includes(null) ? null : new FactoredGrid(grid, start, finished as Cluster[]);
}

function changedPaths(start: Experiment, found: Experiment | null): string[] {
  return found === null ? [] : difference(start, found).map((change) => change.path);
}

class Prober {
  /** A combination that is no run has errors: then nothing can be concluded from one axis alone. */
  unsure = false;
  readonly #first: readonly number[];

  constructor(
    private readonly grid: Grid,
    private readonly finish: FinishRun,
    private readonly report: (found: Diagnostic) => void,
  ) {
    this.#first = rowChoices(grid, 0);
  }

  finishRow(row: number): Experiment | null {
    return this.#finish(rowChoices(this.grid, row), this.report);
  }

  /** For each axis and choice the document that differs from the first row's in this choice alone. */
  probeAxes(): (Experiment | null)[][] {
    return this.grid.axes.map((axis, index) => axis.choices.map((_, choice) => this.#probe(index, choice)));
  }

  #probe(axis: number, choice: number): Experiment | null {
    if (choice === this.#first[axis]) return null;
    const choices = this.#first.map((value, index) => (index === axis ? choice : value));
    const found: Diagnostic[] = [];
    const document = this.#finish(choices, (diagnostic) => void found.push(diagnostic));
    if (document !== null || this.#isRow(choices)) found.forEach(this.report);
    else if (this.#occurs(axis, choice)) this.unsure = true;
    return document;
  }

  /** A cluster's combinations, finished; null when one has errors. */
  cluster(
    axes: readonly number[],
    start: Experiment,
    probes: readonly (readonly (Experiment | null)[])[],
  ): Cluster | null {
    const { rows } = this.grid;
    const groups = combine(
      rows.count,
      axes.map((axis) => groupBy(rows.count, (row) => rows.choice(row, axis))),
    );
    const changes: Change[][] = [];
    for (const row of groups.sample) {
      const found = this.#documentOf(axes, row, start, probes);
      if (found === null) return null;
      changes.push(difference(start, found));
    }
    const paths = [...new Set(changes.flat().map((change) => change.path))];
    return { groups, changes, paths };
  }

  #documentOf(
    axes: readonly number[],
    row: number,
    start: Experiment,
    probes: readonly (readonly (Experiment | null)[])[],
  ): Experiment | null {
    const moved = axes.filter((axis) => this.grid.rows.choice(row, axis) !== this.#first[axis]);
    const [only] = moved;
    if (only === undefined) return start;
    if (moved.length === 1) {
      const probe = probes[only]![this.grid.rows.choice(row, only)]!;
      if (probe !== null) return probe;
    }
    const choices = this.#first.map((value, axis) =>
      axes.includes(axis) ? this.grid.rows.choice(row, axis) : value,
    );
    return this.#finish(choices, this.report);
  }

  #finish(choices: readonly number[], report: (found: Diagnostic) => void): Experiment | null {
    return this.finish(mergeChoices(this.grid, choices, report), report);
  }

  #isRow(choices: readonly number[]): boolean {
    const { rows } = this.grid;
    for (let row = 0; row < rows.count; row++)
      if (choices.every((choice, axis) => rows.choice(row, axis) === choice)) return true;
    return false;
  }

  #occurs(axis: number, choice: number): boolean {
    const { rows } = this.grid;
    for (let row = 0; row < rows.count; row++) if (rows.choice(row, axis) === choice) return true;
    return false;
  }
}
