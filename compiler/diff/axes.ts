import type { AxisValue, Run } from '../../schema/plan.js';
import { labelText } from '../expand/label.js';

/** An axis of which A and B have different labels. */
export interface AxisDifference {
  readonly axis: string;
  /** Who has the axis: what only one varies, the other has one value of. */
  readonly varies: 'a' | 'b' | 'both';
  readonly onlyA: readonly AxisValue[];
  readonly onlyB: readonly AxisValue[];
  readonly both: readonly AxisValue[];
}

/** The axes of two sides' runs that differ, in the order in which A and then B has them. */
export function axisDifferences(a: readonly Run[], b: readonly Run[]): AxisDifference[] {
  const labelsA = labelsOf(a);
  const labelsB = labelsOf(b);
  return [...new Set([...labelsA.keys(), ...labelsB.keys()])].flatMap((axis) => {
    const inA = labelsA.get(axis) ?? new Map<string, AxisValue>();
    const inB = labelsB.get(axis) ?? new Map<string, AxisValue>();
    const onlyA = sorted([...inA].filter(([text]) => !inB.has(text)).map(([, label]) => label));
    const onlyB = sorted([...inB].filter(([text]) => !inA.has(text)).map(([, label]) => label));
    if (onlyA.length + onlyB.length === 0) return [];
    const both = sorted([...inA].filter(([text]) => inB.has(text)).map(([, label]) => label));
    const varies = inB.size === 0 ? 'a' : inA.size === 0 ? 'b' : 'both';
    return [{ axis, varies, onlyA, onlyB, both } as const];
  });
}

/** Numbers by size; anything else in the order of the file. */
function sorted(labels: readonly AxisValue[]): AxisValue[] {
  const numbers = labels.every((label) => typeof label === 'number');
  return numbers ? [...labels].sort((x, y) => Number(x) - Number(y)) : [...labels];
}

function labelsOf(runs: readonly Run[]): Map<string, Map<string, AxisValue>> {
  const found = new Map<string, Map<string, AxisValue>>();
  for (const run of runs)
    for (const [axis, label] of Object.entries(run.axes)) {
      let labels = found.get(axis);
      if (labels === undefined) found.set(axis, (labels = new Map<string, AxisValue>()));
      labels.set(labelText(label), label);
    }
  return found;
}
