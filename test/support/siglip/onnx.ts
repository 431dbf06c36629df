import { message, text } from './protobuf.js';

/** Writes models in ONNX's format (onnx.proto): the few messages that tiny models need. */
const FLOAT = 1;
const INT64 = 7;

/** A constant array. */
export function tensor(name: string, dims: readonly number[], values: ArrayLike<number>, integers = false) {
  const data = integers
    ? BigInt64Array.from(Array.from(values), (value) => BigInt(value))
    : Float32Array.from(values);
  return message(
    ...dims.map((size) => [1, size] as const),
    [2, integers ? INT64 : FLOAT],
    [8, text(name)],
    [9, new Uint8Array(data.buffer)],
  );
}

/** An operation; attributes are integers or lists of them. */
export function node(
  operation: string,
  inputs: readonly string[],
  output: string,
  attributes: Readonly<Record<string, number | readonly number[]>> = {},
) {
  const encoded = Object.entries(attributes).map(([name, value]) =>
    typeof value === 'number'
      ? message([1, text(name)], [3, value], [20, 2])
      : message([1, text(name)], ...value.map((item) => [8, item] as const), [20, 7]),
  );
  return message(
    ...inputs.map((input) => [1, text(input)] as const),
    [2, text(output)],
    [4, text(operation)],
    ...encoded.map((attribute) => [5, attribute] as const),
  );
}

/** An input or output: names stand for sizes that may vary. */
function value(name: string, dims: readonly (number | string)[], integers: boolean) {
  const shape = message(
    ...dims.map(
      (size) => [1, typeof size === 'number' ? message([1, size]) : message([2, text(size)])] as const,
    ),
  );
  return message([1, text(name)], [2, message([1, message([1, integers ? INT64 : FLOAT], [2, shape])])]);
}

export interface Graph {
  readonly input: readonly [name: string, dims: readonly (number | string)[], integers: boolean];
  readonly output: readonly [name: string, dims: readonly (number | string)[]];
  readonly nodes: readonly Uint8Array[];
  readonly arrays: readonly Uint8Array[];
}

/** A whole model, of operations as opset 17 defines them. */
export function onnxModel({ input, output, nodes, arrays }: Graph): Uint8Array {
  const graph = message(
    ...nodes.map((each) => [1, each] as const),
    [2, text('tower')],
    ...arrays.map((each) => [5, each] as const),
    [11, value(...input)],
    [12, value(...output, false)],
  );
  return message([1, 8], [7, graph], [8, message([1, text('')], [2, 17])]);
}
