import { like, type Operand, type ShapeRule } from './operand.js';

/** The shape of both together: sides of 1, and sides that are not there, are repeated. */
export function broadcast(a: readonly number[], b: readonly number[]): readonly number[] {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, i) => {
    const [x, y] = [a[i - rank + a.length] ?? 1, b[i - rank + b.length] ?? 1];
    if (x !== y && x !== 1 && y !== 1)
      throw new RangeError(`shapes [${a.join(', ')}] and [${b.join(', ')}] do not fit each other`);
    return x === 1 ? y : x;
  });
}

const same: ShapeRule = ([x]) => like(x!, x!.shape);
const BOOL = 10;
const compared: ShapeRule = ([x, y]) => [{ shape: broadcast(x!.shape, y!.shape), dtype: BOOL }];
const both: ShapeRule = ([x, y]) => like(x!, broadcast(x!.shape, y!.shape));

const unary = [
  ...['Abs', 'Exp', 'Identity', 'Log', 'Log1p', 'Neg', 'OnesLike', 'Reciprocal', 'Relu', 'Rsqrt', 'Sigmoid'],
  ...['Softmax', 'LogSoftmax', 'Softplus', 'Sqrt', 'Square', 'Tanh', 'ZerosLike'],
  // Gradients, and a bias, have the shape of what they belong to.
  ...['BiasAdd', 'ReluGrad', 'SigmoidGrad', 'TanhGrad'],
];
const binary = [
  'Add',
  'AddV2',
  'Div',
  'Maximum',
  'Minimum',
  'Mul',
  'Pow',
  'RealDiv',
  'SquaredDifference',
  'Sub',
];

const comparisons = ['Equal', 'Greater', 'GreaterEqual', 'Less', 'LessEqual', 'LogicalAnd', 'NotEqual'];

export const elementwise: Readonly<Record<string, ShapeRule>> = {
  ...Object.fromEntries(unary.map((name) => [name, same])),
  ...Object.fromEntries(comparisons.map((name) => [name, compared])),
  ...Object.fromEntries(binary.map((name) => [name, both])),
  Cast: ([x], attribute) => [{ shape: x!.shape, dtype: attribute('DstT') as number }],
  SelectV2: ([condition, x, y]: readonly Operand[]) =>
    like(x!, broadcast(condition!.shape, broadcast(x!.shape, y!.shape))),
};
