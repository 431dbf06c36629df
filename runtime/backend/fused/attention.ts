import { differentiable } from '../custom.js';
import { causalMask, mergeHeads, splitHeads } from '../heads.js';
import type { Ops } from '../ops.js';
import { op } from '../raw.js';
import { tf, type Tensor3D } from '../tensorflow.js';
import { matmul } from './matmul.js';

/**
 * The gradient by hand, for probabilities P = softmax(S): dS = P (dP − Σ P dP), the sum over keys.
 * Vaswani et al., "Attention Is All You Need", 2017, section 3.2.1.
 */
export const attention: Ops['attention'] = (queries, keys, values, heads, causal = false) => {
  const scaling = 1 / Math.sqrt(queries.shape[2] / heads);
  return differentiable<Tensor3D>([queries, keys, values], (q, k, v) => {
    const scaledQ = tf.mul(splitHeads(q, heads), scaling);
    const splitK = splitHeads(k, heads);
    const splitV = splitHeads(v, heads);
    const scores = matmul(scaledQ, splitK, false, true);
    const masked = causal ? tf.add(scores, causalMask(q.shape[1]!, k.shape[1]!)) : scores;
    const probabilities = op('Softmax', [masked]);
    return {
      value: mergeHeads(matmul(probabilities, splitV)),
      saved: [scaledQ, splitK, splitV, probabilities],
      gradient: (dy, [sq, sk, sv, p]) => {
        const dOut = splitHeads(dy, heads);
        const weighted = tf.mul(matmul(dOut, sv!, false, true), p!);
        const dScores = tf.sub(weighted, tf.mul(p!, tf.sum(weighted, -1, true)));
        const dq = tf.mul(matmul(dScores, sk!), scaling);
        const dk = matmul(dScores, sq!, true);
        const dv = matmul(p!, dOut, true);
        return [mergeHeads(dq), mergeHeads(dk), mergeHeads(dv)];
      },
    };
  });
};
