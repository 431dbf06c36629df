import { tf, type NamedTensorMap, type Tensor } from './tensorflow.js';

/** A differentiable operation with several outputs or with inputs that may need no gradient. */
export interface Definition<Attributes extends object> {
  /** Its name in tfjs's registry; must be unique. */
  readonly name: string;
  /** The outputs; what else it makes is disposed. */
  readonly forward: (inputs: NamedTensorMap, attributes: Attributes) => Tensor[];
  /** The inputs and, by position, the outputs that the gradient needs. */
  readonly save: { readonly inputs: readonly string[]; readonly outputs: readonly boolean[] };
  /**
   * The gradient of each input, computed only when it is asked for.
   * @param dys the gradients of the outputs, zero where none flows
   * @param saved the saved inputs, then the saved outputs
   */
  readonly backward: (
    dys: readonly Tensor[],
    saved: readonly Tensor[],
    attributes: Attributes,
  ) => Record<string, () => Tensor>;
}

/** Register an operation with tfjs's engine, which then tapes it like its own. */
export function defineOp<Attributes extends object>(
  definition: Definition<Attributes>,
): (inputs: NamedTensorMap, attributes: Attributes) => Tensor[] {
  const { name, forward, save, backward } = definition;
  tf.registerKernel({
    kernelName: name,
    backendName: 'tensorflow',
    kernelFunc: ({ inputs, attrs }) =>
      tf.tidy(() => forward(inputs as NamedTensorMap, attrs as unknown as Attributes)),
  });
  tf.registerGradient({
    kernelName: name,
    inputsToSave: [...save.inputs],
    outputsToSave: [...save.outputs],
    gradFunc: (dy, saved, attrs) =>
      backward(Array.isArray(dy) ? dy : [dy], saved, attrs as unknown as Attributes),
  });
  return (inputs, attributes) => {
    const result = tf.engine().runKernel(name, inputs, attributes as never);
    return Array.isArray(result) ? result : [result];
  };
}
