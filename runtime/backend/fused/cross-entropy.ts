import { differentiable } from '../custom.js';
import type { Ops } from '../ops.js';
import { attribute, execute, float } from '../raw.js';
import { tf, type Tensor1D } from '../tensorflow.js';

export const crossEntropy: Ops['crossEntropy'] = (logits, labels) =>
  differentiable<Tensor1D>([logits], (x) => {
    const [loss, gradient] = execute(
      'SparseSoftmaxCrossEntropyWithLogits',
      [x, labels],
      [float, attribute.type('Tlabels', 'int32')],
      2,
    );
    return {
      value: loss as Tensor1D,
      saved: [gradient!],
      gradient: (dy, [kept]) => [tf.mul(kept!, tf.expandDims(dy, 1))],
    };
  });
