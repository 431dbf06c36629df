import { defineOp } from '../define.js';
import type { Ops } from '../ops.js';
import { attribute, execute, float } from '../raw.js';
import { tf, type Tensor, type Tensor1D, type Tensor4D } from '../tensorflow.js';

interface Attributes {
  readonly epsilon: number;
}

function attributes(epsilon: number, training: boolean) {
  return [
    float,
    attribute.type('U', 'float32'),
    attribute.float('epsilon', epsilon),
    attribute.string('data_format', 'NHWC'),
    attribute.bool('is_training', training),
  ];
}

const forward = (inputs: readonly Tensor[], epsilon: number, training: boolean): Tensor[] =>
  execute(
    'FusedBatchNormV3',
    inputs,
    [...attributes(epsilon, training), attribute.float('exponential_avg_factor', 1)],
    6,
  );

/** The gradients of x, scale and offset. */
function gradients(dy: Tensor, saved: readonly Tensor[], epsilon: number, training: boolean): Tensor[] {
  const [dx, dScale, dOffset, ...unused] = execute(
    'FusedBatchNormGradV3',
    [dy, ...saved],
    attributes(epsilon, training),
    5,
  );
  unused.forEach((tensor) => tensor.dispose());
  return [dx!, dScale!, dOffset!];
}

// FusedBatchNormV3's outputs are y, mean, unbiased variance, and three that only its gradient understands.
const training = defineOp<Attributes>({
  name: 'expc.BatchNorm',
  forward: ({ x, scale, offset }, { epsilon }) => {
    // In training the kernel takes no statistics: two empty tensors stand for them.
    const none = tf.tensor1d([]);
    return forward([x!, scale!, offset!, none, none], epsilon, true);
  },
  save: { inputs: ['x', 'scale'], outputs: [false, false, false, true, true, true] },
  backward: ([dy], saved, { epsilon }) => {
    const [dx, dScale, dOffset] = gradients(dy!, saved, epsilon, true);
    return { x: () => dx!, scale: () => dScale!, offset: () => dOffset! };
  },
});

const inference = defineOp<Attributes>({
  name: 'expc.BatchNormInference',
  forward: ({ x, scale, offset, mean, variance }, { epsilon }) => [
    forward([x!, scale!, offset!, mean!, variance!], epsilon, false)[0]!,
  ],
  save: { inputs: ['x', 'scale', 'mean', 'variance'], outputs: [false] },
  backward: ([dy], [x, scale, mean, variance], { epsilon }) => {
    const unused = tf.tensor1d([]);
    const [dx, dScale, dOffset] = gradients(dy!, [x!, scale!, mean!, variance!, unused], epsilon, false);
    unused.dispose();
    return {
      x: () => dx!,
      scale: () => dScale!,
      offset: () => dOffset!,
      mean: () => tf.zerosLike(mean!),
      variance: () => tf.zerosLike(variance!),
    };
  },
});

export const batchNorm: Ops['batchNorm'] = (x, scale, offset, epsilon = 1e-5) => {
  const [y, mean, variance, ...unused] = training({ x, scale, offset }, { epsilon });
  unused.forEach((tensor) => tensor.dispose());
  return { y: y as Tensor4D, mean: mean as Tensor1D, variance: variance as Tensor1D };
};

export const batchNormInference: Ops['batchNormInference'] = (
  x,
  scale,
  offset,
  mean,
  variance,
  epsilon = 1e-5,
) => inference({ x, scale, offset, mean, variance }, { epsilon })[0] as Tensor4D;
