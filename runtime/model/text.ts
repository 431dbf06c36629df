import type { TextEncoder } from '../../schema/generated/resolved.js';
import { ops } from '../backend/ops.js';
import { tf, type Tensor1D, type Tensor2D, type Tensor3D } from '../backend/tensorflow.js';
import { headsOf } from './dimensions.js';
import type { Forward } from './forward.js';
import { layerNormSpec, normal, parameter, sequence, type ModuleSpec } from './parameter.js';
import { layerNorm, transformer, transformerSpec } from './transformer.js';

/** The blocks; OpenAI draws them with a width that falls with the depth. */
export function textTransformerSpec({ layers, width }: TextEncoder): ModuleSpec {
  const attention = normal(width ** -0.5);
  const out = normal(width ** -0.5 * (2 * layers) ** -0.5);
  const mlp = normal((2 * width) ** -0.5);
  return transformerSpec('transformer', layers, width, { attention, attentionOut: out, mlp, mlpOut: out });
}

/** What OpenAI's model registers after the image encoder: token embedding and final norm. */
export function textEmbeddingSpec({ vocabulary, width }: TextEncoder): ModuleSpec {
  return sequence(
    parameter('token_embedding.weight', [vocabulary, width], normal(0.02)),
    layerNormSpec('ln_final', width),
  );
}

/**
 * The text transformer: causal attention, the feature is read where the caption ends.
 *
 * @param ids int32 [batch, context]
 * @returns [batch, embed_dim], not normalised
 */
export function encodeText(forward: Forward, encoder: TextEncoder, ids: Tensor2D): Tensor2D {
  const tokens = ops.gather(forward.weight<Tensor2D>('token_embedding.weight'), ids) as Tensor3D;
  const x = transformer(
    forward,
    'transformer',
    tf.add(tokens, forward.weight<Tensor2D>('positional_embedding')),
    {
      layers: encoder.layers,
      heads: headsOf('text', encoder),
      causal: true,
    },
  );
  // Only one row of each caption goes on, and the norm is over rows: so it comes after the choice.
  const row = layerNorm(
    forward,
    'ln_final',
    ops.gather(tf.reshape(x, [-1, encoder.width]), ends(ids)) as Tensor2D,
  );
  return tf.matMul(row, forward.weight<Tensor2D>('text_projection'));
}

/** Row of each caption's largest id, the end token, in [batch * context]: the first one if there are several. */
function ends(ids: Tensor2D): Tensor1D {
  const [batch, context] = ids.shape;
  const first = tf.range(0, batch * context, context, 'int32');
  return tf.add(tf.argMax(ids, 1), first);
}
