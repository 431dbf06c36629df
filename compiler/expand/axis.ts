import type { AxisValue } from '../../schema/plan.js';
import type { Entry, ListNode, MapNode, Node, Origin } from '../document/node.js';
import type { Diagnostic } from '../document/diagnostic.js';
import { labelOf } from './label.js';
import * as message from './messages.js';
import { rangeOf, rangeValues } from './range.js';

/** One of the values of an axis. */
export interface Choice {
  readonly label: AxisValue;
  /** What a run with this choice sets, by path. */
  readonly patch: MapNode;
  /** Where the choice stands. */
  readonly origin: Origin;
}

/** A dimension of a grid. */
export interface Axis {
  /** As written: a path for a list of values, any name for variants. */
  readonly name: string;
  readonly kind: 'values' | 'variants' | 'zip' | 'seeds';
  /** Where the axis' name stands. */
  readonly key: Origin;
  readonly choices: readonly Choice[];
}

/** The name of the axis that `seeds` makes. */
export const seedAxis = 'seed';

/** The axes of a `matrix`, in the order of the file. */
export function matrixAxes(matrix: MapNode, report: (found: Diagnostic) => void): Axis[] {
  const axes: Axis[] = [];
  for (const [name, entry] of matrix.entries) {
    const axis = matrixAxis(name, entry, report);
    if (axis !== null) axes.push(axis);
  }
  return axes;
}

function matrixAxis(name: string, entry: Entry, report: (found: Diagnostic) => void): Axis | null {
  const { key, value } = entry;
  if (value.kind === 'list') return valuesAxis(name, key, value, report);
  if (value.kind !== 'map') {
    report(message.axisOfScalar(name, value));
    return null;
  }
  const range = rangeOf(value);
  if (range === null) return variantsAxis(name, key, value, report);
  const items = rangeValues(range, report);
  return items === null ? null : { name, kind: 'values', key, choices: pathChoices(name, key, items) };
}

function valuesAxis(
  name: string,
  key: Origin,
  list: ListNode,
  report: (found: Diagnostic) => void,
): Axis | null {
  if (list.items.length === 0) {
    report(message.emptyAxis(name, list.origin));
    return null;
  }
  const axis: Axis = { name, kind: 'values', key, choices: pathChoices(name, key, list.items) };
  reportRepeats(axis, report);
  return axis;
}

function variantsAxis(
  name: string,
  key: Origin,
  variants: MapNode,
  report: (found: Diagnostic) => void,
): Axis | null {
  if (variants.entries.size === 0) {
    report(message.emptyAxis(name, variants.origin));
    return null;
  }
  const choices: Choice[] = [];
  for (const [label, entry] of variants.entries) {
    if (entry.value.kind === 'map') choices.push({ label, patch: entry.value, origin: entry.key });
    else report(message.variantNotMap(name, label, entry.value));
  }
  return choices.length === 0 ? null : { name, kind: 'variants', key, choices };
}

/** The axis of `seeds`. */
export function seedsAxis(key: Origin, list: ListNode, report: (found: Diagnostic) => void): Axis | null {
  if (list.items.length === 0) {
    report(message.emptyAxis('seeds', list.origin));
    return null;
  }
  const axis: Axis = { name: seedAxis, kind: 'seeds', key, choices: pathChoices('seed', key, list.items) };
  reportRepeats(axis, report);
  return axis;
}

/** One choice for each value of a path; `key` is where the path stands. */
export function pathChoices(path: string, key: Origin, items: readonly Node[]): Choice[] {
  return items.map((value) => ({
    label: labelOf(value),
    patch: pathPatch([[path, { key, value }]], value.origin),
    origin: value.origin,
  }));
}

/** A patch that sets some paths. */
export function pathPatch(values: readonly (readonly [string, Entry])[], origin: Origin): MapNode {
  return { kind: 'map', entries: new Map(values), origin };
}

/** The same value twice in one axis would give the same runs twice; `1e-3` and `0.001` are the same value. */
function reportRepeats(axis: Axis, report: (found: Diagnostic) => void): void {
  const seen = new Map<AxisValue, Choice>();
  for (const choice of axis.choices) {
    const first = seen.get(choice.label);
    if (first === undefined) seen.set(choice.label, choice);
    else report(message.repeatedValue(axis, choice, first));
  }
}
