/** What is known of an operation's input without computing it. */
export interface Operand {
  readonly shape: readonly number[];
  /** TensorFlow's number of the type. */
  readonly dtype: number;
  /**
   * The values, where the input is a constant: sizes, axes.
   * @throws {UnknownShape} where it is computed
   */
  readonly values: () => readonly number[];
}

/** Shape and type of an output. */
export interface Result {
  readonly shape: readonly number[];
  readonly dtype: number;
}

/** The value of an attribute. */
export type AttributeOf = (name: string) => unknown;

/** What an operation of these inputs gives. */
export type ShapeRule = (inputs: readonly Operand[], attribute: AttributeOf) => readonly Result[];

/** The shape of what an operation gives cannot be told without running it. */
export class UnknownShape extends Error {
  override readonly name = 'UnknownShape';
}

/** One output of the first input's type. */
export function like({ dtype }: Operand, shape: readonly number[]): readonly Result[] {
  return [{ shape, dtype }];
}

/** A negative axis counts from the end. */
export function axisOf(axis: number, rank: number): number {
  return axis < 0 ? axis + rank : axis;
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}
