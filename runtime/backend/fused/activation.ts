import { differentiable } from '../custom.js';
import type { Ops } from '../ops.js';
import { op } from '../raw.js';
import { tf, type Tensor } from '../tensorflow.js';

export const relu: Ops['relu'] = <T extends Tensor>(input: T): T =>
  differentiable<T>([input], (x) => {
    const y = op<T>('Relu', [x]);
    return { value: y, saved: [y], gradient: (dy, [kept]) => [op('ReluGrad', [dy, kept!])] };
  });

const slope = 1.702;

/** With s = sigmoid(1.702 x): dx = dy s + 1.702 dy x s (1 − s). */
export const quickGelu: Ops['quickGelu'] = <T extends Tensor>(input: T): T =>
  differentiable<T>([input], (x) => {
    const s = tf.sigmoid(tf.mul(x, slope));
    return {
      value: tf.mul<T>(x, s),
      saved: [x, s],
      gradient: (dy, [keptX, keptS]) => {
        const curved = tf.mul(op('SigmoidGrad', [keptS!, tf.mul(dy, keptX!)]), slope);
        return [tf.add(tf.mul(dy, keptS!), curved)];
      },
    };
  });
