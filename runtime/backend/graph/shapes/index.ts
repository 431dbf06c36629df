import { elementwise } from './elementwise.js';
import { layout } from './layout.js';
import { neural } from './neural.js';
import { UnknownShape, type AttributeOf, type Operand, type Result, type ShapeRule } from './operand.js';
import { reduce } from './reduce.js';

/** The operations whose results' shapes are known. */
export const rules: Readonly<Record<string, ShapeRule>> = { ...elementwise, ...layout, ...neural, ...reduce };

/**
 * Shapes and types of an operation's outputs, without running it.
 *
 * @throws {UnknownShape} when they cannot be told
 * @throws {RangeError} when the inputs do not fit each other
 */
export function shapesOf(op: string, inputs: readonly Operand[], attribute: AttributeOf): readonly Result[] {
  const rule = Object.hasOwn(rules, op) ? rules[op] : undefined;
  if (rule === undefined) throw new UnknownShape(`the shape that ${op} gives is not known`);
  return rule(inputs, attribute);
}
