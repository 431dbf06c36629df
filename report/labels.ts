import type { AxisValue } from '../schema/plan.js';

/** What a person wants written instead of an axis name or label. */
export type Labels = Readonly<Record<string, string>>;

/** The text for a label of an axis; `-` for none. */
export function labelText(value: AxisValue, labels: Labels = {}): string {
  const plain = value === null ? '-' : String(value);
  return Object.hasOwn(labels, plain) ? labels[plain]! : plain;
}

/** The text for the name of an axis: `clean.optimizer.lr` is written `lr`. */
export function axisText(axis: string, labels: Labels = {}): string {
  return Object.hasOwn(labels, axis) ? labels[axis]! : axis.split('.').at(-1)!.replaceAll('_', ' ');
}

/** The text for a combination of labels: of one axis the label alone, of several `lr 0.001, ssl 2`. */
export function combinationText(
  axes: readonly string[],
  values: readonly AxisValue[],
  labels: Labels = {},
): string {
  if (axes.length === 1) return labelText(values[0]!, labels);
  return axes.map((axis, i) => `${axisText(axis, labels)} ${labelText(values[i]!, labels)}`).join(', ');
}
