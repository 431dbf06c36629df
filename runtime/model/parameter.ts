/** How a fresh parameter is drawn. */
export type Distribution =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'normal'; readonly std: number }
  /** Uniform between -bound and bound. */
  | { readonly kind: 'uniform'; readonly bound: number };

/** A learned array. Shapes are PyTorch's: convolutions [out, in, height, width], linear layers [out, in]. */
export interface ParameterSpec {
  /** OpenAI's name. */
  readonly name: string;
  readonly shape: readonly number[];
  readonly init: Distribution;
  /** Whether OpenAI's loader keeps it in half precision: weights of convolutions, linear layers and projections. */
  readonly half: boolean;
}

/** A batch normalisation: running mean and variance of each channel. */
export interface BatchNormSpec {
  readonly name: string;
  readonly channels: number;
}

/** Arrays of a module, in the order of PyTorch's `named_parameters`. */
export interface ModuleSpec {
  readonly parameters: readonly ParameterSpec[];
  readonly batchNorms: readonly BatchNormSpec[];
}

export const constant = (value: number): Distribution => ({ kind: 'constant', value });
export const normal = (std: number): Distribution => ({ kind: 'normal', std });
export const uniform = (bound: number): Distribution => ({ kind: 'uniform', bound });

/** One parameter as a module. `half` as in ParameterSpec. */
export function parameter(
  name: string,
  shape: readonly number[],
  init: Distribution,
  half = false,
): ModuleSpec {
  return { parameters: [{ name, shape, init, half }], batchNorms: [] };
}

/** Modules one after the other. */
export function sequence(...modules: readonly ModuleSpec[]): ModuleSpec {
  return {
    parameters: modules.flatMap(({ parameters }) => parameters),
    batchNorms: modules.flatMap(({ batchNorms }) => batchNorms),
  };
}

/** A convolution without bias, drawn as PyTorch does by default: uniform in ±1 / √fan-in. */
export function convSpec(name: string, out: number, inputs: number, size: number): ModuleSpec {
  const bound = 1 / Math.sqrt(inputs * size * size);
  return parameter(`${name}.weight`, [out, inputs, size, size], uniform(bound), true);
}

/** A linear layer. Weight and bias are drawn as PyTorch does by default, uniform in ±1 / √fan-in, unless given. */
export function linearSpec(
  name: string,
  out: number,
  inputs: number,
  weight: Distribution = uniform(1 / Math.sqrt(inputs)),
  bias: Distribution = uniform(1 / Math.sqrt(inputs)),
): ModuleSpec {
  return sequence(
    parameter(`${name}.weight`, [out, inputs], weight, true),
    parameter(`${name}.bias`, [out], bias, true),
  );
}

/** Layer normalisation. */
export function layerNormSpec(name: string, width: number): ModuleSpec {
  return sequence(
    parameter(`${name}.weight`, [width], constant(1)),
    parameter(`${name}.bias`, [width], constant(0)),
  );
}

/** Batch normalisation. */
export function batchNormSpec(name: string, channels: number, gain = 1): ModuleSpec {
  return {
    parameters: [
      { name: `${name}.weight`, shape: [channels], init: constant(gain), half: false },
      { name: `${name}.bias`, shape: [channels], init: constant(0), half: false },
    ],
    batchNorms: [{ name, channels }],
  };
}

/**
 * The study's rule for weight decay, which goes by the name alone. It decays the gain of the batch normalisations in
 * down-sampling branches, whose names (`downsample.1.weight`) have no "bn", and all embeddings.
 */
export function isDecayed(name: string): boolean {
  return !['bn', 'ln', 'bias', 'logit_scale'].some((part) => name.includes(part));
}
