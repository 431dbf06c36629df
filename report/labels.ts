import type { AxisValue } from '../schema/plan.js';

/** What a person wants written instead of an axis name or label. */
export type Labels = Readonly<Record<string, string>>;

/** The text for a label of an axis; `-` for none. `cleaning=mmcl` in `labels` is for one axis alone. */
export function labelText(value: AxisValue, labels: Labels = {}, axis?: string): string {
  const plain = value === null ? '-' : String(value);
  const keys = axis === undefined ? [plain] : [labelKey(axis, value), plain];
  const key = keys.find((one) => Object.hasOwn(labels, one));
  return key === undefined ? plain : labels[key]!;
}

/** What names a label of one axis: `cleaning=mmcl`. */
export const labelKey = (axis: string, value: AxisValue): string =>
  `${axis}=${value === null ? '-' : String(value)}`;

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
  if (axes.length === 1) return labelText(values[0]!, labels, axes[0]);
  return axes.map((axis, i) => `${axisText(axis, labels)} ${labelText(values[i]!, labels, axis)}`).join(', ');
}
