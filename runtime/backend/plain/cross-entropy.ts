import type { Ops } from '../ops.js';
import { tf, type Tensor1D } from '../tensorflow.js';

export const crossEntropy: Ops['crossEntropy'] = (logits, labels) => {
  const right = tf.oneHot(labels, logits.shape[1]);
  return tf.neg(tf.sum(tf.mul(right, tf.logSoftmax(logits)), 1)) as Tensor1D;
};
