import { broadcast } from './elementwise.js';
import {
  like,
  UnknownShape,
  type AttributeOf,
  type Operand,
  type Result,
  type ShapeRule,
} from './operand.js';

type Sides = readonly [number, number, number, number];

/** Height and width of what windows that move over a picture give. NHWC. */
function windows(side: number, window: number, stride: number, padding: unknown): number {
  if (padding === 'SAME') return Math.ceil(side / stride);
  if (padding === 'VALID') return Math.ceil((side - window + 1) / stride);
  throw new UnknownShape(`padding ${String(padding)}`);
}

function moved(x: Operand, size: readonly number[], channels: number, attribute: AttributeOf): Sides {
  const [rows, height, width] = x.shape as Sides;
  const [, down, across] = attribute('strides') as Sides;
  const padding = attribute('padding');
  if (attribute('data_format') !== 'NHWC') throw new UnknownShape('a layout other than NHWC');
  return [
    rows,
    windows(height, size[0]!, down, padding),
    windows(width, size[1]!, across, padding),
    channels,
  ];
}

/** The last two sides swapped where the attribute says so. */
function adjoint(shape: readonly number[], swapped: unknown): readonly [number, number] {
  const [rows, columns] = shape.slice(-2) as [number, number];
  return swapped === true ? [columns, rows] : [rows, columns];
}

const matrices =
  (first: string, second: string): ShapeRule =>
  ([a, b], attribute) => {
    const [rows, inner] = adjoint(a!.shape, attribute(first));
    const [other, columns] = adjoint(b!.shape, attribute(second));
    if (inner !== other)
      throw new RangeError(`products of [${a!.shape.join(', ')}] and [${b!.shape.join(', ')}]`);
    return like(a!, [...broadcast(a!.shape.slice(0, -2), b!.shape.slice(0, -2)), rows, columns]);
  };

/** A statistic of each channel, and one that only the gradient understands: nobody asks for its shape. */
function perChannel(x: Operand): { readonly statistic: Result; readonly opaque: Result } {
  return {
    statistic: { shape: [x.shape.at(-1)!], dtype: 1 },
    opaque: { shape: [0], dtype: 1 },
  };
}

/** Convolutions, products and batch normalisation. */
export const neural: Readonly<Record<string, ShapeRule>> = {
  MatMul: matrices('transpose_a', 'transpose_b'),
  BatchMatMulV2: matrices('adj_x', 'adj_y'),
  Conv2D: ([x, filter], attribute) => {
    const dilations = attribute('dilations') as Sides;
    const size = [0, 1].map((i) => (filter!.shape[i]! - 1) * dilations[i + 1]! + 1);
    return like(x!, moved(x!, size, filter!.shape[3]!, attribute));
  },
  Conv2DBackpropInput: ([sizes, filter]) => like(filter!, sizes!.values()),
  Conv2DBackpropFilter: ([x, sizes]) => like(x!, sizes!.values()),
  AvgPool: ([x], attribute) =>
    like(x!, moved(x!, (attribute('ksize') as Sides).slice(1), x!.shape[3]!, attribute)),
  AvgPoolGrad: ([sizes, dy]) => like(dy!, sizes!.values()),
  FusedBatchNormV3: ([x]) => {
    const { statistic, opaque } = perChannel(x!);
    return [...like(x!, x!.shape), statistic, statistic, statistic, statistic, opaque];
  },
  FusedBatchNormGradV3: ([, x]) => {
    const { statistic, opaque } = perChannel(x!);
    return [...like(x!, x!.shape), statistic, statistic, opaque, opaque];
  },
};
