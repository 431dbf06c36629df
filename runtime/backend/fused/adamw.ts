import type { AdamWScalars, AdamWSlot, Ops } from '../ops.js';
import { attribute, backend, executeRaw, float, idOf } from '../raw.js';
import { Resource } from '../resource.js';
import { tf, type Tensor, type Variable } from '../tensorflow.js';

const adam = [float, attribute.bool('use_locking', false), attribute.bool('use_nesterov', false)];

/**
 * `ResourceApplyAdam` updates parameter and moments in one pass and in place. It computes
 * lr · √(1 − beta2_power) / (1 − beta1_power) itself, in float32: with both powers 0 that is the lr it is given, which
 * carries the corrections computed in float64.
 */
class FusedSlot implements AdamWSlot {
  readonly variable: Variable;
  readonly decays: boolean;
  readonly #value: Resource;
  readonly #m: Resource;
  readonly #v: Resource;
  /** The data that the variable shares with #value; when the variable has other data, somebody assigned to it. */
  #shared: object | undefined;

  constructor(variable: Variable, decays: boolean) {
    this.variable = variable;
    this.decays = decays;
    this.#value = new Resource(variable.shape);
    this.#m = new Resource(variable.shape);
    this.#v = new Resource(variable.shape);
    const zeros = tf.zeros(variable.shape);
    this.write(zeros, zeros);
    zeros.dispose();
  }

  apply(gradient: Tensor, { zero, beta1, beta2, stepSize, epsilon, keep }: AdamWScalars): void {
    tf.util.assertShapesMatch(gradient.shape, this.variable.shape, `AdamW, ${this.variable.name}: `);
    this.#takeValue();
    try {
      if (this.decays) this.#multiply(keep);
      const scalars = [zero, zero, stepSize, beta1, beta2, epsilon].map(idOf);
      const inputs = [this.#value.handle, this.#m.handle, this.#v.handle, ...scalars, idOf(gradient)];
      executeRaw('ResourceApplyAdam', inputs, adam, 0);
    } finally {
      this.#giveValue();
    }
  }

  /** Move the variable's value into the resource, alone if nobody else holds it: then the update is in place. */
  #takeValue(): void {
    if (this.variable.dataId !== this.#shared) this.#value.assign(this.variable);
    const stored = backend().tensorMap.get(this.variable.dataId);
    if (stored.refCount > 1) return;
    backend().binding.deleteTensor(stored.id);
    stored.id = -1;
  }

  #giveValue(): void {
    const value = this.#value.read();
    this.variable.assign(value);
    value.dispose();
    this.#shared = this.variable.dataId;
  }

  #multiply(factor: Tensor): void {
    const value = this.#value.read();
    const product = tf.tidy(() => tf.mul(value, factor));
    value.dispose();
    this.#value.assign(product);
    product.dispose();
  }

  read(): { m: Tensor; v: Tensor } {
    return { m: this.#m.read(), v: this.#v.read() };
  }

  write(m: Tensor, v: Tensor): void {
    tf.util.assertShapesMatch(m.shape, this.variable.shape, `AdamW moments of ${this.variable.name}: `);
    tf.util.assertShapesMatch(v.shape, this.variable.shape, `AdamW moments of ${this.variable.name}: `);
    this.#m.assign(m);
    this.#v.assign(v);
  }

  dispose(): void {
    for (const resource of [this.#value, this.#m, this.#v]) resource.dispose();
  }
}

export const adamwSlot: Ops['adamwSlot'] = (variable, decays) => new FusedSlot(variable, decays);
