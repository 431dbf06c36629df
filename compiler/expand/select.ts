import type { Diagnostic } from '../document/diagnostic.js';
import type { MapNode, Node } from '../document/node.js';
import type { Axis } from './axis.js';
import { labelOf, labelText } from './label.js';
import * as message from './messages.js';

/** A rule of `exclude`, checked against the axes there are. */
export interface Rule {
  readonly node: MapNode;
  readonly conditions: readonly Condition[];
  /** Runs that the rule left out so far. */
  matches: number;
}

interface Condition {
  readonly axis: string;
  readonly labels: ReadonlySet<string>;
}

/** A rule made ready for one grid; null when the grid lacks one of the rule's axes or values. */
type RowTest = ((row: Uint32Array) => boolean) | null;

/** The rules of an `exclude`, with what is wrong in them reported. `axes` are those of all grids they apply to. */
export function rulesOf(
  exclude: Node | undefined,
  axes: readonly Axis[],
  report: (found: Diagnostic) => void,
): Rule[] {
  if (exclude?.kind !== 'list') return [];
  return exclude.items.flatMap((node) => {
    if (node.kind !== 'map') return [];
    const conditions = conditionsOf(node, axes, report);
    return conditions === null ? [] : [{ node, conditions, matches: 0 }];
  });
}

function conditionsOf(
  rule: MapNode,
  axes: readonly Axis[],
  report: (found: Diagnostic) => void,
): Condition[] | null {
  const conditions: Condition[] = [];
  let wrong = false;
  for (const [name, { key, value }] of rule.entries) {
    const same = axes.filter((axis) => axis.name === name);
    if (same.length === 0) {
      const names = [...new Set(axes.map((axis) => axis.name))];
      report(message.unknownAxis('exclude', name, key, names));
      wrong = true;
      continue;
    }
    const known = new Set(same.flatMap((axis) => axis.choices.map((choice) => labelText(choice.label))));
    const labels = new Set<string>();
    for (const wanted of wantedValues(value, known)) {
      const text = labelText(labelOf(wanted));
      if (known.has(text)) labels.add(text);
      else {
        report(message.unknownLabel(same[0]!, wanted));
        wrong = true;
      }
    }
    conditions.push({ axis: name, labels });
  }
  return wrong ? null : conditions;
}

/** A list stands for any of its items, unless the list itself is a value of the axis. */
function wantedValues(value: Node, known: ReadonlySet<string>): readonly Node[] {
  return value.kind === 'list' && !known.has(labelText(labelOf(value))) ? value.items : [value];
}

/** Does any rule leave out this row of a grid? Counts what each rule matches. */
export function leaveOut(rules: readonly Rule[], axes: readonly Axis[]): (row: Uint32Array) => boolean {
  const tests = rules.flatMap((rule) => {
    const test = rowTest(rule, axes);
    return test === null ? [] : [{ rule, test }];
  });
  return (row) => {
    let out = false;
    for (const { rule, test } of tests)
      if (test(row)) {
        rule.matches++;
        out = true;
      }
    return out;
  };
}

function rowTest(rule: Rule, axes: readonly Axis[]): RowTest {
  const masks: [number, Uint8Array][] = [];
  for (const condition of rule.conditions) {
    const index = axes.findIndex((axis) => axis.name === condition.axis);
    if (index < 0) return null;
    const choices = axes[index]!.choices;
    const mask = Uint8Array.from(choices, (choice) =>
      condition.labels.has(labelText(choice.label)) ? 1 : 0,
    );
    if (!mask.includes(1)) return null;
    masks.push([index, mask]);
  }
  return (row) => masks.every(([axis, mask]) => mask[row[axis]!] === 1);
}
