import type { AxisValue } from '../../schema/plan.js';
import type { Diagnostic } from '../document/diagnostic.js';
import type { Entry, MapNode } from '../document/node.js';
import { pathPatch, type Axis, type Choice } from './axis.js';
import { labelOf, labelText } from './label.js';
import * as message from './messages.js';

/** The axes of a `zip`: each pairs lists of equal length, value by value. */
export function zipAxes(zip: MapNode, report: (found: Diagnostic) => void): Axis[] {
  const axes: Axis[] = [];
  for (const [name, entry] of zip.entries) {
    const axis = zipAxis(name, entry, report);
    if (axis !== null) axes.push(axis);
  }
  return axes;
}

function zipAxis(name: string, entry: Entry, report: (found: Diagnostic) => void): Axis | null {
  if (entry.value.kind !== 'map' || entry.value.entries.size === 0) {
    report(message.zipNotMap(name, entry.value));
    return null;
  }
  const lists: [string, Entry, number][] = [];
  for (const [path, list] of entry.value.entries) {
    if (list.value.kind !== 'list' || list.value.items.length === 0) {
      report(message.zipNotList(name, path, list.value));
      return null;
    }
    lists.push([path, list, list.value.items.length]);
  }
  const [first, ...others] = lists;
  const odd = others.find(([, , length]) => length !== first![2]);
  if (odd !== undefined) {
    report(message.zipLengths(name, first!, odd));
    return null;
  }
  const choices = Array.from({ length: first![2] }, (_, index) => zipChoice(lists, index));
  return { name, kind: 'zip', key: entry.key, choices };
}

/** The values at one position of all lists; the label joins their texts. */
function zipChoice(lists: readonly [string, Entry, number][], index: number): Choice {
  const entries = lists.map(([path, { key, value }]): [string, Entry] => {
    if (value.kind !== 'list') throw new Error(`zip of ${path}: not a list`);
    return [path, { key, value: value.items[index]! }];
  });
  const labels = entries.map(([, { value }]): AxisValue => labelOf(value));
  const { origin } = entries[0]![1].value;
  return {
    label: labels.length === 1 ? labels[0]! : labels.map(labelText).join('+'),
    patch: pathPatch(entries, origin),
    origin,
  };
}
