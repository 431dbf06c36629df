import { FLOAT, type GraphBuilder, type Output } from './builder.js';
import { GraphVariable } from './variable.js';

/** The scalars of one step: fed at every run. See `adamwScalars`. */
export interface AdamWFeeds {
  /** Learning rate with both bias corrections in it. */
  readonly stepSize: Output;
  /** Epsilon with the second bias correction in it. */
  readonly epsilon: Output;
  /** What a decayed parameter is multiplied by: 1 - learning rate * weight decay. */
  readonly keep: Output;
}

export interface AdamWConstants {
  readonly zero: Output;
  readonly beta1: Output;
  readonly beta2: Output;
}

/** The placeholders and constants that all parameters share. */
export function adamwInputs(
  builder: GraphBuilder,
  beta1: number,
  beta2: number,
): AdamWFeeds & AdamWConstants {
  const constant = (value: number, name: string) =>
    builder.constant(FLOAT, [], new Uint8Array(Float32Array.of(value).buffer), name);
  return {
    stepSize: builder.placeholder(FLOAT, [], 'adamw.step_size'),
    epsilon: builder.placeholder(FLOAT, [], 'adamw.epsilon'),
    keep: builder.placeholder(FLOAT, [], 'adamw.keep'),
    zero: constant(0, 'adamw.zero'),
    beta1: constant(beta1, 'adamw.beta1'),
    beta2: constant(beta2, 'adamw.beta2'),
  };
}

/** A parameter's moments. */
export interface Moments {
  readonly m: GraphVariable;
  readonly v: GraphVariable;
}

export function momentsOf(builder: GraphBuilder, parameter: GraphVariable): Moments {
  return {
    m: new GraphVariable(builder, `optimizer.m.${parameter.name}`, parameter.shape),
    v: new GraphVariable(builder, `optimizer.v.${parameter.name}`, parameter.shape),
  };
}

/**
 * One step of AdamW (arXiv 1711.05101, algorithm 2) on a parameter as part of a graph: decay first, then Adam, both in
 * place, after the gradient is known. The arithmetic is that of the eager slot in `fused/adamw.ts`.
 */
export function applyAdamW(
  builder: GraphBuilder,
  parameter: GraphVariable,
  { m, v }: Moments,
  gradient: Output,
  decays: boolean,
  { zero, stepSize, beta1, beta2, epsilon, keep }: AdamWFeeds & AdamWConstants,
): void {
  if (decays) {
    const kept = builder.add(
      'Mul',
      [parameter.value, keep],
      { T: { type: FLOAT } },
      `${parameter.name}.kept`,
    );
    parameter.assign(kept, [gradient]);
  }
  const inputs = [
    parameter.handle,
    m.handle,
    v.handle,
    zero,
    zero,
    stepSize,
    beta1,
    beta2,
    epsilon,
    gradient,
  ];
  parameter.update('ResourceApplyAdam', inputs, {
    T: { type: FLOAT },
    use_locking: { bool: false },
    use_nesterov: { bool: false },
  });
}
