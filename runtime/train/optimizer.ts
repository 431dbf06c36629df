import type { Optimizer } from '../../schema/generated/resolved.js';
import { adamwStep } from '../backend/adamw.js';
import { ops, type AdamWSlot } from '../backend/ops.js';
import { tf, type NamedTensorMap } from '../backend/tensorflow.js';
import { checkArrays, toArray, toTensor, type ModelState, type Parameter } from '../model/state.js';
import type { NamedArray, NamedArrays } from '../store/array.js';

interface Slot {
  readonly parameter: Parameter;
  readonly adamw: AdamWSlot;
}

const moments = ['m', 'v'] as const;

/** AdamW over a model's parameters, with the study's rule for what is decayed. */
export class OptimizerState {
  readonly #settings: Optimizer;
  readonly #slots: readonly Slot[];
  /** Steps taken: the bias correction goes by it. */
  #step = 0;

  /** Moments are zero at first. */
  constructor(state: ModelState, settings: Optimizer) {
    this.#settings = settings;
    this.#slots = state.parameters.map((parameter) => ({
      parameter,
      adamw: ops.adamwSlot(parameter.variable, parameter.decays),
    }));
  }

  /** One step with the gradients by the variables' names. */
  apply(gradients: NamedTensorMap, lr: number): void {
    const { beta1, beta2, eps, weight_decay } = this.#settings;
    adamwStep(
      this.#slots.map(({ adamw }) => adamw),
      this.#slots.map(({ parameter }) => gradients[parameter.variable.name]!),
      { learningRate: lr, beta1, beta2, epsilon: eps, weightDecay: weight_decay, step: this.#step + 1 },
    );
    this.#step++;
  }

  /** The moments as `optimizer.m.NAME` and `optimizer.v.NAME`, in PyTorch's layout. */
  read(): NamedArrays {
    const arrays = new Map<string, NamedArray>();
    for (const { parameter, adamw } of this.#slots) {
      const tensors = adamw.read();
      for (const moment of moments) {
        arrays.set(momentName(moment, parameter), toArray(tensors[moment], parameter.spec.shape));
        tensors[moment].dispose();
      }
    }
    return arrays;
  }

  /** @throws {StageFailure} if `write` could not take the moments over */
  check(arrays: NamedArrays): void {
    checkArrays(
      arrays,
      this.#slots.flatMap(({ parameter }) =>
        moments.map((moment) => [momentName(moment, parameter), parameter.spec.shape] as const),
      ),
    );
  }

  /** Takes over moments that have seen `step` steps. */
  write(arrays: NamedArrays, step: number): void {
    for (const { parameter, adamw } of this.#slots) {
      const [m, v] = moments.map((moment) =>
        toTensor(arrays, momentName(moment, parameter), parameter.spec.shape),
      );
      adamw.write(m!, v!);
      tf.dispose([m!, v!]);
    }
    this.#step = step;
  }

  /** Sets the moments to zero. */
  reset(): void {
    for (const { parameter, adamw } of this.#slots) {
      const zeros = tf.zeros(parameter.variable.shape);
      adamw.write(zeros, zeros);
      zeros.dispose();
    }
    this.#step = 0;
  }

  dispose(): void {
    for (const { adamw } of this.#slots) adamw.dispose();
  }
}

function momentName(moment: 'm' | 'v', { spec }: Parameter): string {
  return `optimizer.${moment}.${spec.name}`;
}
