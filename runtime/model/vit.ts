import type { VitEncoder } from '../../schema/generated/resolved.js';
import { tf, type Tensor1D, type Tensor2D, type Tensor3D, type Tensor4D } from '../backend/tensorflow.js';
import { headsOf } from './dimensions.js';
import type { Forward } from './forward.js';
import { convSpec, layerNormSpec, normal, parameter, sequence, type ModuleSpec } from './parameter.js';
import { defaultTransformerInit, layerNorm, transformer, transformerSpec } from './transformer.js';

export function vitSpec({ layers, width, patch, resolution }: VitEncoder, embedDim: number): ModuleSpec {
  const init = normal(width ** -0.5);
  const patches = (resolution / patch) ** 2;
  return sequence(
    parameter('visual.class_embedding', [width], init),
    parameter('visual.positional_embedding', [patches + 1, width], init),
    parameter('visual.proj', [width, embedDim], init, true),
    convSpec('visual.conv1', width, 3, patch),
    layerNormSpec('visual.ln_pre', width),
    transformerSpec('visual.transformer', layers, width, defaultTransformerInit(width)),
    layerNormSpec('visual.ln_post', width),
  );
}

/**
 * Vision transformer (arXiv 2010.11929) with OpenAI's additional norm before the blocks; the feature is the class token.
 *
 * @param pixels normalised, [batch, side, side, 3]
 * @returns [batch, embed_dim], not normalised
 */
export function encodeWithVit(forward: Forward, encoder: VitEncoder, pixels: Tensor4D): Tensor2D {
  const { width, layers } = encoder;
  const batch = pixels.shape[0];
  const patches = embedPatches(forward, encoder, pixels);
  const classToken = tf.tile(tf.reshape(forward.weight<Tensor1D>('visual.class_embedding'), [1, 1, width]), [
    batch,
    1,
    1,
  ]);
  const tokens = tf.add<Tensor3D>(
    tf.concat([classToken, patches], 1),
    forward.weight<Tensor2D>('visual.positional_embedding'),
  );
  const x = transformer(forward, 'visual.transformer', layerNorm(forward, 'visual.ln_pre', tokens), {
    layers,
    heads: headsOf('image', encoder),
    causal: false,
  });
  const feature: Tensor2D = tf.reshape(tf.slice(x, [0, 0, 0], [-1, 1, -1]), [batch, width]);
  return tf.matMul(layerNorm(forward, 'visual.ln_post', feature), forward.weight<Tensor2D>('visual.proj'));
}

/** The convolution of stride `patch` over patches of that size, as a product of matrices. [batch, patches, width] */
function embedPatches(
  forward: Forward,
  { patch, width, resolution }: VitEncoder,
  pixels: Tensor4D,
): Tensor3D {
  const side = resolution / patch;
  const cut = tf.transpose(tf.reshape(pixels, [-1, side, patch, side, patch, 3]), [0, 1, 3, 2, 4, 5]);
  const filter = tf.reshape(forward.weight<Tensor4D>('visual.conv1.weight'), [patch * patch * 3, width]);
  return tf.reshape(tf.matMul(tf.reshape(cut, [-1, patch * patch * 3]), filter), [-1, side * side, width]);
}
