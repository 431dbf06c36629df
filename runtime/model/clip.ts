import type { Model } from '../../schema/generated/resolved.js';
import { ops } from '../backend/ops.js';
import { tf, type Tensor2D, type Tensor4D } from '../backend/tensorflow.js';
import { checkDimensions } from './dimensions.js';
import type { Forward } from './forward.js';
import { constant, normal, parameter, sequence, type ModuleSpec } from './parameter.js';
import { encodeWithResnet, resnetSpec } from './resnet.js';
import { encodeText, textEmbeddingSpec, textTransformerSpec } from './text.js';
import { encodeWithVit, vitSpec } from './vit.js';

/**
 * All arrays of a CLIP model under OpenAI's names, in the order of its `named_parameters`.
 * @throws {StageFailure} if the model's numbers do not fit each other
 */
export function clipSpec(model: Model): ModuleSpec {
  checkDimensions(model);
  const { embed_dim: embedDim, image, text, init } = model;
  return sequence(
    parameter('positional_embedding', [text.context, text.width], normal(0.01)),
    parameter('text_projection', [text.width, embedDim], normal(text.width ** -0.5), true),
    parameter('logit_scale', [], constant(init.logit_scale)),
    image.kind === 'vit' ? vitSpec(image, embedDim) : resnetSpec(image, embedDim),
    textTransformerSpec(text),
    textEmbeddingSpec(text),
  );
}

const mean = [0.48145466, 0.4578275, 0.40821073];
const std = [0.26862954, 0.26130258, 0.27577711];

/** Pictures as the image encoder wants them: (bytes / 255 - mean) / std of each channel. NHWC, values 0..255 or any. */
export function normalizePixels(bytes: Tensor4D): Tensor4D {
  return tf.div(tf.sub(tf.div(bytes, 255), mean), std);
}

/** Image features [batch, embed_dim], not normalised, of normalised pixels. */
export function encodeImage(forward: Forward, { image }: Model, pixels: Tensor4D): Tensor2D {
  return image.kind === 'vit'
    ? encodeWithVit(forward, image, pixels)
    : encodeWithResnet(forward, image, pixels);
}

/** Image embeddings: unit rows, [batch, embed_dim]. */
export function embedImages(forward: Forward, model: Model, bytes: Tensor4D): Tensor2D {
  return featuresAndEmbeddings(forward, model, bytes).embeddings;
}

/** Image features, and the embeddings that they become: [batch, embed_dim] each. */
export function featuresAndEmbeddings(forward: Forward, model: Model, bytes: Tensor4D) {
  const features = encodeImage(forward, model, normalizePixels(bytes));
  return { features, embeddings: ops.l2Normalize(features) };
}

/** Text embeddings: unit rows, [batch, embed_dim]. */
export function embedTexts(forward: Forward, { text }: Model, ids: Tensor2D): Tensor2D {
  return ops.l2Normalize(encodeText(forward, text, ids));
}
