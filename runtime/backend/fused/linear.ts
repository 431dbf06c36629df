import { differentiable } from '../custom.js';
import type { Ops } from '../ops.js';
import { tf, type Tensor, type Tensor1D, type Tensor2D } from '../tensorflow.js';
import { addBias, sumRows } from './bias.js';
import { matmul } from './matmul.js';

export const linear: Ops['linear'] = <T extends Tensor>(input: T, weight: Tensor2D, bias?: Tensor1D): T => {
  const [outputs, inputs] = weight.shape;
  const shape = [...input.shape.slice(0, -1), outputs];
  return differentiable<T>(bias ? [input, weight, bias] : [input, weight], (x, w, b) => {
    const rows = tf.reshape(x, [-1, inputs]);
    const product = matmul(rows, w, false, true);
    return {
      value: tf.reshape(b ? addBias(product, b) : product, shape) as T,
      saved: [rows, w],
      gradient: (dy, [savedRows, savedWeight]) => {
        const dRows = tf.reshape(dy, [-1, outputs]);
        const dx = tf.reshape(matmul(dRows, savedWeight!), input.shape);
        const dw = matmul(dRows, savedRows!, true);
        return b ? [dx, dw, sumRows(dRows, outputs)] : [dx, dw];
      },
    };
  });
};
