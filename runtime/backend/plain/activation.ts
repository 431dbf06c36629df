import type { Ops } from '../ops.js';
import { tf, type Tensor } from '../tensorflow.js';

export const relu: Ops['relu'] = <T extends Tensor>(x: T): T => tf.relu(x);

export const quickGelu: Ops['quickGelu'] = <T extends Tensor>(x: T): T =>
  tf.mul(x, tf.sigmoid(tf.mul(x, 1.702)));
