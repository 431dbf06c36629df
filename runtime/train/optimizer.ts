import type { Optimizer } from '../../schema/generated/resolved.js';
import { adamwStep } from '../backend/adamw.js';
import { ops, type AdamWSlot } from '../backend/ops.js';
import { tf, type NamedTensorMap } from '../backend/tensorflow.js';
import { checkArrays, toArray, toTensor, type Parameter } from '../model/state.js';
import { asInt32, int64Scalar, type NamedArray, type NamedArrays } from '../store/array.js';

interface Slot {
  readonly parameter: Parameter;
  readonly adamw: AdamWSlot;
}

const moments = ['m', 'v'] as const;

/** The array that holds how many steps the moments of a group of parameters have seen. */
export const stepsName = (group: string): string => `optimizer.steps.${group}`;

/** The same number from an array, or where there is none as it is known otherwise. */
export function stepsIn(arrays: NamedArrays, group: string, otherwise: number): number {
  const array = arrays.get(stepsName(group));
  return array === undefined ? otherwise : asInt32(array)[0]!;
}

/** AdamW over a group of parameters: the model's, or those of a loss. */
export class OptimizerState {
  readonly #settings: Optimizer;
  readonly #slots: readonly Slot[];
  readonly #group: string;
  /** Steps taken: the bias correction goes by it. */
  #step = 0;

  /** Moments are zero at first. */
  constructor(group: string, parameters: readonly Parameter[], settings: Optimizer) {
    this.#group = group;
    this.#settings = settings;
    this.#slots = parameters.map((parameter) => ({
      parameter,
      adamw: ops.adamwSlot(parameter.variable, parameter.decays),
    }));
  }

  /** One step with the gradients by the variables' names; what has none stays as it is. */
  apply(gradients: NamedTensorMap, lr: number): void {
    const slots = this.#slots.filter(({ parameter }) => gradients[parameter.variable.name] !== undefined);
    const { beta1, beta2, eps, weight_decay } = this.#settings;
    adamwStep(
      slots.map(({ adamw }) => adamw),
      slots.map(({ parameter }) => gradients[parameter.variable.name]!),
      { learningRate: lr, beta1, beta2, epsilon: eps, weightDecay: weight_decay, step: this.#step + 1 },
    );
    this.#step++;
  }

  /** The moments as `optimizer.m.NAME` and `optimizer.v.NAME`, in PyTorch's layout, and the steps they have seen. */
  read(): NamedArrays {
    const arrays = new Map<string, NamedArray>();
    for (const { parameter, adamw } of this.#slots) {
      const tensors = adamw.read();
      for (const moment of moments) {
        arrays.set(momentName(moment, parameter), toArray(tensors[moment], parameter.spec.shape));
        tensors[moment].dispose();
      }
    }
    return arrays.set(stepsName(this.#group), int64Scalar(this.#step));
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

  /** Takes over moments that have seen `step` steps, unless the arrays say themselves. */
  write(arrays: NamedArrays, step: number): void {
    for (const { parameter, adamw } of this.#slots) {
      const [m, v] = moments.map((moment) =>
        toTensor(arrays, momentName(moment, parameter), parameter.spec.shape),
      );
      adamw.write(m!, v!);
      tf.dispose([m!, v!]);
    }
    this.#step = stepsIn(arrays, this.#group, step);
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
