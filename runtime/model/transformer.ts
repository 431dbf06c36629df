import { ops } from '../backend/ops.js';
import { tf, type Tensor1D, type Tensor2D, type Tensor3D } from '../backend/tensorflow.js';
import type { Forward } from './forward.js';
import {
  constant,
  layerNormSpec,
  linearSpec,
  parameter,
  sequence,
  uniform,
  type Distribution,
  type ModuleSpec,
} from './parameter.js';

/** How the matrices of a transformer's blocks are drawn. */
export interface TransformerInit {
  readonly attention: Distribution;
  /** Projections back into the residual stream. */
  readonly attentionOut?: Distribution;
  readonly mlp?: Distribution;
  readonly mlpOut?: Distribution;
}

/** PyTorch's own initialisation, which OpenAI's image transformer keeps: Xavier-uniform for q, k and v together. */
export function defaultTransformerInit(width: number): TransformerInit {
  return { attention: uniform(Math.sqrt(6 / (4 * width))) };
}

export function transformerSpec(
  name: string,
  layers: number,
  width: number,
  init: TransformerInit,
): ModuleSpec {
  return sequence(
    ...Array.from({ length: layers }, (_, i) => blockSpec(`${name}.resblocks.${i}`, width, init)),
  );
}

function blockSpec(name: string, width: number, init: TransformerInit): ModuleSpec {
  return sequence(
    parameter(`${name}.attn.in_proj_weight`, [3 * width, width], init.attention, true),
    parameter(`${name}.attn.in_proj_bias`, [3 * width], constant(0), true),
    linearSpec(`${name}.attn.out_proj`, width, width, init.attentionOut, constant(0)),
    layerNormSpec(`${name}.ln_1`, width),
    linearSpec(`${name}.mlp.c_fc`, 4 * width, width, init.mlp),
    linearSpec(`${name}.mlp.c_proj`, width, 4 * width, init.mlpOut),
    layerNormSpec(`${name}.ln_2`, width),
  );
}

/** Residual attention blocks, pre-norm. x is [batch, tokens, width]. */
export function transformer(
  forward: Forward,
  name: string,
  x: Tensor3D,
  { layers, heads, causal }: { readonly layers: number; readonly heads: number; readonly causal: boolean },
): Tensor3D {
  for (let i = 0; i < layers; i++) {
    const block = `${name}.resblocks.${i}`;
    x = tf.add(
      x,
      selfAttention(forward, `${block}.attn`, layerNorm(forward, `${block}.ln_1`, x), heads, causal),
    );
    x = tf.add(x, mlp(forward, `${block}.mlp`, layerNorm(forward, `${block}.ln_2`, x)));
  }
  return x;
}

function selfAttention(
  forward: Forward,
  name: string,
  x: Tensor3D,
  heads: number,
  causal: boolean,
): Tensor3D {
  const weight = forward.weight<Tensor2D>(`${name}.in_proj_weight`);
  const projected = ops.linear(x, weight, forward.weight<Tensor1D>(`${name}.in_proj_bias`));
  const [q, k, v] = tf.split(projected, 3, -1) as [Tensor3D, Tensor3D, Tensor3D];
  return linear(forward, `${name}.out_proj`, ops.attention(q, k, v, heads, causal));
}

function mlp(forward: Forward, name: string, x: Tensor3D): Tensor3D {
  return linear(forward, `${name}.c_proj`, ops.quickGelu(linear(forward, `${name}.c_fc`, x)));
}

/** The linear layer of that name, over the last axis. */
export function linear<T extends Tensor2D | Tensor3D>(forward: Forward, name: string, x: T): T {
  return ops.linear(x, forward.weight<Tensor2D>(`${name}.weight`), forward.weight<Tensor1D>(`${name}.bias`));
}

/** The layer normalisation of that name, over the last axis. */
export function layerNorm<T extends Tensor2D | Tensor3D>(forward: Forward, name: string, x: T): T {
  return ops.layerNorm(
    x,
    forward.weight<Tensor1D>(`${name}.weight`),
    forward.weight<Tensor1D>(`${name}.bias`),
  );
}
