import { differentiable } from '../custom.js';
import type { Ops } from '../ops.js';
import { tf, type Tensor } from '../tensorflow.js';

/** With y = x / ‖x‖: dx = (dy − y Σ y dy) / ‖x‖. */
export const l2Normalize: Ops['l2Normalize'] = <T extends Tensor>(input: T): T =>
  differentiable<T>([input], (x) => {
    const norm = tf.sqrt(tf.sum(tf.square(x), -1, true));
    const y = tf.div<T>(x, norm);
    return {
      value: y,
      saved: [y, norm],
      gradient: (dy, [unit, length]) => [
        tf.div(tf.sub(dy, tf.mul(unit!, tf.sum(tf.mul(unit!, dy), -1, true))), length!),
      ],
    };
  });
