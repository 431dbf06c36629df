import { axisOf, like, sizeOf, UnknownShape, type ShapeRule } from './operand.js';

/** Operations that put values elsewhere. */
export const layout: Readonly<Record<string, ShapeRule>> = {
  Reshape: ([x, shape]) => {
    const sides = shape!.values();
    const known = sizeOf(sides.filter((side) => side >= 0));
    return like(
      x!,
      sides.map((side) => (side < 0 ? sizeOf(x!.shape) / known : side)),
    );
  },
  Transpose: ([x, order]) =>
    like(
      x!,
      order!.values().map((axis) => x!.shape[axis]!),
    ),
  ExpandDims: ([x, at]) => {
    const axis = axisOf(at!.values()[0]!, x!.shape.length + 1);
    return like(x!, x!.shape.toSpliced(axis, 0, 1));
  },
  ConcatV2: (inputs) => {
    const [first, ...others] = inputs.slice(0, -1);
    const axis = axisOf(inputs.at(-1)!.values()[0]!, first!.shape.length);
    const side = others.reduce((sum, { shape }) => sum + shape[axis]!, first!.shape[axis]!);
    return like(first!, first!.shape.with(axis, side));
  },
  SplitV: ([x, sizes, at]) => {
    const axis = axisOf(at!.values()[0]!, x!.shape.length);
    return sizes!.values().flatMap((side) => like(x!, x!.shape.with(axis, side)));
  },
  Slice: ([x, begin, size]) => {
    const from = begin!.values();
    return like(
      x!,
      size!.values().map((side, i) => (side < 0 ? x!.shape[i]! - from[i]! : side)),
    );
  },
  PadV2: ([x, paddings]) => {
    const sides = paddings!.values();
    return like(
      x!,
      x!.shape.map((side, i) => side + sides[2 * i]! + sides[2 * i + 1]!),
    );
  },
  Tile: ([x, multiples]) => {
    const times = multiples!.values();
    return like(
      x!,
      x!.shape.map((side, i) => side * times[i]!),
    );
  },
  GatherV2: ([table, indices, at], attribute) => {
    if (attribute('batch_dims') !== 0) throw new UnknownShape('GatherV2 with batch_dims');
    const axis = axisOf(at!.values()[0]!, table!.shape.length);
    return like(table!, table!.shape.toSpliced(axis, 1, ...indices!.shape));
  },
  UnsortedSegmentSum: ([data, segments, count]) =>
    like(data!, [count!.values()[0]!, ...data!.shape.slice(segments!.shape.length)]),
  Fill: ([sides, value]) => like(value!, sides!.values()),
  Range: ([start, end, step]) => {
    const [from, to, by] = [start!, end!, step!].map((one) => one.values()[0]!) as [number, number, number];
    return like(start!, [Math.max(0, Math.ceil((to - from) / by))]);
  },
};
