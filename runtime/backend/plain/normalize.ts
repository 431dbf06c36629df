import type { Ops } from '../ops.js';
import { tf, type Tensor } from '../tensorflow.js';

export const l2Normalize: Ops['l2Normalize'] = <T extends Tensor>(x: T): T =>
  tf.div(x, tf.sqrt(tf.sum(tf.square(x), -1, true)));
