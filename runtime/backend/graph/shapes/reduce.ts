import { axisOf, like, type ShapeRule } from './operand.js';

const reduction: ShapeRule = ([x, over], attribute) => {
  const axes = new Set(over!.values().map((axis) => axisOf(axis, x!.shape.length)));
  const kept = x!.shape.map((side, i) => (axes.has(i) ? 1 : side));
  return like(x!, attribute('keep_dims') === true ? kept : kept.filter((_, i) => !axes.has(i)));
};

const position: ShapeRule = ([x, over], attribute) => {
  const axis = axisOf(over!.values()[0]!, x!.shape.length);
  return [{ shape: x!.shape.toSpliced(axis, 1), dtype: attribute('output_type') as number }];
};

/** Operations that make one value of many. */
export const reduce: Readonly<Record<string, ShapeRule>> = {
  ...Object.fromEntries(['Max', 'Mean', 'Min', 'Prod', 'Sum'].map((name) => [name, reduction])),
  ArgMax: position,
  ArgMin: position,
  BiasAddGrad: ([x]) => like(x!, [x!.shape.at(-1)!]),
  SparseSoftmaxCrossEntropyWithLogits: ([logits]) => [
    ...like(logits!, logits!.shape.slice(0, 1)),
    ...like(logits!, logits!.shape),
  ],
};
