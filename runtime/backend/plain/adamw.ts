import type { AdamWScalars, AdamWSlot, Ops } from '../ops.js';
import { tf, type Tensor, type Variable } from '../tensorflow.js';

class PlainSlot implements AdamWSlot {
  readonly variable: Variable;
  readonly decays: boolean;
  readonly #m: Variable;
  readonly #v: Variable;

  constructor(variable: Variable, decays: boolean) {
    this.variable = variable;
    this.decays = decays;
    [this.#m, this.#v] = tf.tidy(() => [zeros(variable), zeros(variable)]);
  }

  apply(gradient: Tensor, { beta1, beta2, stepSize, epsilon, keep }: AdamWScalars): void {
    tf.util.assertShapesMatch(gradient.shape, this.variable.shape, `AdamW, ${this.variable.name}: `);
    tf.tidy(() => {
      const m = tf.add(tf.mul(this.#m, beta1), tf.mul(gradient, tf.sub(1, beta1)));
      const v = tf.add(tf.mul(this.#v, beta2), tf.mul(tf.square(gradient), tf.sub(1, beta2)));
      const decayed = this.decays ? tf.mul(this.variable, keep) : this.variable;
      const update = tf.div(tf.mul(m, stepSize), tf.add(tf.sqrt(v), epsilon));
      this.#m.assign(m);
      this.#v.assign(v);
      this.variable.assign(tf.sub(decayed, update));
    });
  }

  read(): { m: Tensor; v: Tensor } {
    return { m: tf.clone(this.#m), v: tf.clone(this.#v) };
  }

  write(m: Tensor, v: Tensor): void {
    this.#m.assign(m);
    this.#v.assign(v);
  }

  dispose(): void {
    this.#m.dispose();
    this.#v.dispose();
  }
}

const zeros = (like: Variable): Variable => tf.variable(tf.zeros(like.shape), false);

export const adamwSlot: Ops['adamwSlot'] = (variable, decays) => new PlainSlot(variable, decays);
