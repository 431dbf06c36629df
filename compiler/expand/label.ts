import { toValue } from '../document/access.js';
import type { Node } from '../document/node.js';
import type { AxisValue } from '../../schema/plan.js';

/**
 * A number in its one canonical, short text: `3e-4`, `0.05`, `100000`, `3e6`. Integers below a million are written
 * out; anything else takes the shorter of the two notations. Equal numbers have equal texts, however they were written.
 */
export function numberText(value: number): string {
  const plain = String(value === 0 ? 0 : value);
  if (Number.isInteger(value) && Math.abs(value) < 1e6) return plain;
  const scientific = value.toExponential().replace('e+', 'e');
  return scientific.length < plain.length ? scientific : plain;
}

/** A label as it is shown and used in names. */
export function labelText(label: AxisValue): string {
  return typeof label === 'number' ? numberText(label) : String(label);
}

/** The label of an axis value: a scalar stands for itself; a list or map gets a short text of its parts. */
export function labelOf(node: Node): AxisValue {
  return node.kind === 'scalar' ? node.value : partsText(toValue(node));
}

function partsText(value: unknown): string {
  if (typeof value === 'number') return numberText(value);
  if (Array.isArray(value)) return value.map(partsText).join('-');
  if (value === null || typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([key, inner]) => `${key}:${partsText(inner)}`)
    .join('+');
}
