import { defineOp } from '../define.js';
import type { Ops } from '../ops.js';
import { checkKernel, padForKernel } from '../plain/conv.js';
import { tf, type Tensor4D } from '../tensorflow.js';
import { matmul } from './matmul.js';

/** A 1 × 1 convolution is a product of matrices, whose weight gradient is faster than the convolution's. */
const pointwise = defineOp<object>({
  name: 'expc.PointwiseConvolution',
  forward: ({ x, filter }) => [tf.conv2d(x as Tensor4D, filter as Tensor4D, 1, 'same')],
  save: { inputs: ['x', 'filter'], outputs: [false] },
  backward: ([dy], [x, filter]) => {
    const [, , inputs, outputs] = filter!.shape as [number, number, number, number];
    const dRows = () => tf.reshape(dy!, [-1, outputs]);
    return {
      x: () => tf.reshape(matmul(dRows(), tf.reshape(filter!, [inputs, outputs]), false, true), x!.shape),
      filter: () => tf.reshape(matmul(tf.reshape(x!, [-1, inputs]), dRows(), true), filter!.shape),
    };
  },
});

export const conv2d: Ops['conv2d'] = (x, filter, stride = 1) => {
  const size = checkKernel(filter);
  if (stride !== 1) return tf.conv2d(padForKernel(x, size), filter, stride, 'valid');
  if (size === 1) return pointwise({ x, filter }, {})[0] as Tensor4D;
  // For an odd kernel and stride 1, SAME is this padding, and the kernels are fastest with it.
  return tf.conv2d(x, filter, 1, 'same');
};
