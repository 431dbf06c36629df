import { differentiable } from '../custom.js';
import type { Ops } from '../ops.js';
import { attribute, op } from '../raw.js';
import { tf } from '../tensorflow.js';

// TensorFlow's kernels by themselves: tfjs-node's own reads the indices back to check them, which TensorFlow does too.
export const gather: Ops['gather'] = (table, indices) => {
  const [entries, width] = table.shape;
  return differentiable([table], (rows) => ({
    value: op(
      'GatherV2',
      [rows, indices, tf.scalar(0, 'int32')],
      [
        attribute.int('batch_dims', 0),
        attribute.type('Tparams', 'float32'),
        attribute.type('Tindices', 'int32'),
        attribute.type('Taxis', 'int32'),
      ],
    ),
    saved: [indices],
    gradient: (dy, [which]) => [
      op(
        'UnsortedSegmentSum',
        [tf.reshape(dy, [-1, width]), tf.reshape(which!, [-1]), tf.scalar(entries, 'int32')],
        [
          attribute.type('T', 'float32'),
          attribute.type('Tindices', 'int32'),
          attribute.type('Tnumsegments', 'int32'),
        ],
      ),
    ],
  }));
};
