import type { AxisValue } from '../../schema/plan.js';
import type { Diagnostic } from '../document/diagnostic.js';
import type { MapNode, Node, Origin, Via } from '../document/node.js';
import { applyPatch } from '../resolve/merge.js';
import { matrixAxes, seedsAxis, type Axis, type Choice } from './axis.js';
import { labelText } from './label.js';
import type { Rows } from './rows.js';
import * as message from './messages.js';
import { writtenPaths } from './written.js';
import { zipAxes } from './zip.js';

/** An axis on which all runs of a grid have the same value: what an `include` entry says. */
export interface FixedAxis {
  readonly name: string;
  readonly label: AxisValue;
  readonly origin: Origin;
}

/** Runs that differ along some axes: combinations of choices over one document. */
export interface Grid {
  readonly ablation: string | null;
  /** The document that the choices are merged into. */
  readonly base: MapNode;
  readonly fixed: readonly FixedAxis[];
  readonly axes: readonly Axis[];
  readonly rows: Rows;
  /** Where the grid stands. */
  readonly origin: Origin;
}

/** How a choice shows in an explanation of a value. */
export function viaChoice(axis: Axis, choice: Choice): Via {
  const what = `axis ${axis.name} = ${labelText(choice.label)}`;
  return { how: 'axis', what, place: choice.origin.place };
}

/** The document of one row: the choices merged over the base, in the order of the axes. */
export function mergeChoices(
  grid: Pick<Grid, 'base' | 'axes'>,
  choices: readonly number[],
  report: (found: Diagnostic) => void,
): MapNode {
  return grid.axes.reduce((document, axis, index) => {
    const choice = axis.choices[choices[index]!]!;
    return applyPatch(document, choice.patch, viaChoice(axis, choice), report);
  }, grid.base);
}

/** The choice numbers of a row. */
export function rowChoices(grid: Grid, row: number): number[] {
  return grid.axes.map((_, axis) => grid.rows.choice(row, axis));
}

/** The axes that a block (an ablation or one of its grids) declares, `seeds` apart. */
export function blockAxes(block: MapNode, report: (found: Diagnostic) => void): Axis[] {
  const matrix = block.entries.get('matrix')?.value;
  const zip = block.entries.get('zip')?.value;
  return [
    ...(matrix?.kind === 'map' ? matrixAxes(matrix, report) : []),
    ...(zip?.kind === 'map' ? zipAxes(zip, report) : []),
  ];
}

/** The axis of a block's `seeds`, if it has any. */
export function blockSeeds(block: MapNode, report: (found: Diagnostic) => void): Axis[] {
  const entry = block.entries.get('seeds');
  if (entry?.value.kind !== 'list') return [];
  const axis = seedsAxis(entry.key, entry.value, report);
  return axis === null ? [] : [axis];
}

/** Reports axes of one name, and axes that set the same value: of two values only the later would count. */
export function checkAxes(axes: readonly Axis[], report: (found: Diagnostic) => void): void {
  const names = new Map<string, Axis>();
  const paths = new Map<string, Axis>();
  for (const axis of axes) {
    const namesake = names.get(axis.name);
    if (namesake !== undefined) {
      report(message.axisTwice(axis.name, axis.key, namesake.key));
      continue;
    }
    names.set(axis.name, axis);
    for (const path of new Set(axis.choices.flatMap((choice) => writtenPaths(choice.patch)))) {
      const other = paths.get(path);
      if (other === undefined) paths.set(path, axis);
      else report(message.sameValueTwice(path, axis, other));
    }
  }
}

/** The maps in a list; what is not a map was reported when the document was checked. */
export function mapsOf(list: Node | undefined): MapNode[] {
  return list?.kind === 'list' ? list.items.filter((item): item is MapNode => item.kind === 'map') : [];
}
