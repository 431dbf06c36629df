import { nodeAt } from '../document/access.js';
import type { Diagnostic } from '../document/diagnostic.js';
import type { Entry, MapNode, Node } from '../document/node.js';
import { applyPatch } from '../resolve/merge.js';
import { pathChoices, pathPatch, seedAxis, type Axis, type Choice } from './axis.js';
import { viaChoice, type FixedAxis, type Grid } from './grid.js';
import { labelOf, labelText } from './label.js';
import * as message from './messages.js';
import { Rows } from './rows.js';
import { writtenPaths } from './written.js';

interface Surroundings {
  readonly ablation: string;
  /** The document with the `set` of the block applied. */
  readonly base: MapNode;
  /** Axes whose labels an entry may name. */
  readonly axes: readonly Axis[];
  /** The axis of `seeds`: an entry that does not name a seed is repeated for each. */
  readonly seeds: readonly Axis[];
}

/** The grid of one `include` entry: one run, or one a seed. */
export function includeGrid(
  entry: MapNode,
  around: Surroundings,
  report: (found: Diagnostic) => void,
): Grid | null {
  const { named, extra, wrong } = sortEntry(entry, around, report);
  if (wrong) return null;
  let base = around.base;
  const fixed: FixedAxis[] = [];
  for (const { axis, choice } of named) {
    base = applyPatch(base, choice.patch, viaChoice(axis, choice), report);
    fixed.push({ name: axis.name, label: choice.label, origin: choice.origin });
  }
  if (extra.length > 0) {
    const patch: MapNode = { kind: 'map', entries: new Map(extra), origin: entry.origin };
    const via = {
      how: 'include',
      what: `include of ablation ${around.ablation}`,
      place: entry.origin.place,
    } as const;
    base = applyPatch(base, patch, via, report);
    for (const path of writtenPaths(patch)) fixed.push(extraAxis(patch, path));
  }
  const axes = named.some(({ axis }) => axis.name === seedAxis) ? [] : around.seeds;
  const rows = axes.length === 0 ? Rows.single : Rows.product([axes[0]!.choices.length], () => false);
  return { ablation: around.ablation, base, fixed, axes, rows, origin: entry.origin };
}

interface SortedEntry {
  readonly named: readonly { readonly axis: Axis; readonly choice: Choice }[];
  readonly extra: readonly [string, Entry][];
  readonly wrong: boolean;
}

/** Which keys of an entry name axes (in the order of the axes), and which set other values. */
function sortEntry(entry: MapNode, around: Surroundings, report: (found: Diagnostic) => void): SortedEntry {
  const axes = [...around.axes, ...around.seeds];
  const named: { axis: Axis; choice: Choice }[] = [];
  const extra: [string, Entry][] = [];
  let wrong = false;
  for (const axis of new Map(axes.map((axis) => [axis.name, axis])).values()) {
    const value = entry.entries.get(axis.name)?.value;
    if (value === undefined) continue;
    const choice = choiceOf(axis.name, value, axes);
    if (choice !== null) named.push({ axis, choice });
    else {
      report(message.unknownLabel(axis, value));
      wrong = true;
    }
  }
  for (const [key, item] of entry.entries) {
    if (axes.some((axis) => axis.name === key)) continue;
    if (looksLikeAxis(key, item.value, around.base)) {
      const names = [...new Set(axes.map((axis) => axis.name))];
      report(message.unknownAxis('include', key, item.key, names));
      wrong = true;
    } else extra.push([key, item]);
  }
  return { named, extra, wrong };
}

/** The choice that a label names; an axis over a path takes any other value too. */
function choiceOf(name: string, value: Node, axes: readonly Axis[]): Choice | null {
  const same = axes.filter((axis) => axis.name === name);
  const text = labelText(labelOf(value));
  for (const axis of same)
    for (const choice of axis.choices)
      if (labelText(choice.label) === text) return { ...choice, origin: value.origin };
  const open = same.some((axis) => axis.kind === 'values' || axis.kind === 'seeds');
  return open ? pathChoices(name, value.origin, [value])[0]! : null;
}

/** A lone word with a scalar is meant as an axis, unless the document has such a key. */
function looksLikeAxis(key: string, value: Node, document: MapNode): boolean {
  const scalarKeys = ['seed', 'compatibility', 'title', 'name'];
  return (
    !key.includes('.') && value.kind === 'scalar' && !document.entries.has(key) && !scalarKeys.includes(key)
  );
}

function extraAxis(patch: MapNode, path: string): FixedAxis {
  const direct = patch.entries.get(path)?.value;
  const node = direct ?? nestedValue(patch, path) ?? pathPatch([], patch.origin);
  return { name: path, label: labelOf(node), origin: node.origin };
}

/** The value of a path whose first steps may be one dotted key. */
function nestedValue(patch: MapNode, path: string): Node | undefined {
  for (const [key, { value }] of patch.entries)
    if (path.startsWith(`${key}.`)) {
      const found = nodeAt(value, path.slice(key.length + 1).split('.'));
      if (found !== undefined) return found;
    }
  return undefined;
}
