import { causalMask, mergeHeads, splitHeads } from '../heads.js';
import type { Ops } from '../ops.js';
import { tf } from '../tensorflow.js';

export const attention: Ops['attention'] = (queries, keys, values, heads, causal = false) => {
  const [q, k, v] = [queries, keys, values].map((x) => splitHeads(x, heads));
  const scores = tf.mul(tf.matMul(q!, k!, false, true), 1 / Math.sqrt(queries.shape[2] / heads));
  const masked = causal ? tf.add(scores, causalMask(queries.shape[1], keys.shape[1])) : scores;
  return mergeHeads(tf.matMul(tf.softmax(masked), v!));
};
