import type { Ops } from '../ops.js';
import { tf, type Tensor4D } from '../tensorflow.js';

/** Zeros of half the kernel on each side; the addon takes no numeric padding. */
export function padForKernel(x: Tensor4D, size: number): Tensor4D {
  const half = (size - 1) / 2;
  return tf.pad4d(x, [
    [0, 0],
    [half, half],
    [half, half],
    [0, 0],
  ]);
}

export function checkKernel(filter: Tensor4D): number {
  const [height, width] = filter.shape;
  if (height !== width || height % 2 === 0) {
    throw new RangeError(`conv2d: the kernel must be square and odd, and it is ${height} × ${width}`);
  }
  return height;
}

export const conv2d: Ops['conv2d'] = (x, filter, stride = 1) => {
  const size = checkKernel(filter);
  return tf.conv2d(size === 1 ? x : padForKernel(x, size), filter, stride, 'valid');
};

export const avgPool: Ops['avgPool'] = (x, size) => {
  const [, height, width] = x.shape;
  if (height % size !== 0 || width % size !== 0) {
    throw new RangeError(`avgPool: ${height} × ${width} is not a multiple of ${size}`);
  }
  return tf.avgPool(x, size, size, 'valid');
};
