import type { AxisValue } from '../schema/plan.js';

/**
 * Things in the order of their labels along some axes: the first axis first. Numbers ascend; other labels, and things
 * with equal labels, stay as they are.
 */
export function inOrder<T>(
  things: readonly T[],
  axes: readonly string[],
  labelAt: (thing: T, axis: string) => AxisValue,
): T[] {
  const ranks = axes.map((axis) => rankOf(things.map((thing) => labelAt(thing, axis))));
  return [...things].sort((a, b) => {
    for (const [i, axis] of axes.entries()) {
      const difference = ranks[i]!(labelAt(a, axis)) - ranks[i]!(labelAt(b, axis));
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

/** Numbers by their value; other labels behind them, in the order of their first appearance. */
function rankOf(labels: readonly AxisValue[]): (label: AxisValue) => number {
  const numbers = [...new Set(labels.filter((label) => typeof label === 'number'))].sort((a, b) => a - b);
  const others = [...new Set(labels.filter((label) => typeof label !== 'number'))];
  const ranks = new Map<AxisValue, number>([...numbers, ...others].map((label, rank) => [label, rank]));
  return (label) => ranks.get(label) ?? ranks.size;
}
