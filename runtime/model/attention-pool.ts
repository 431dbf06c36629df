import type { ResnetEncoder } from '../../schema/generated/resolved.js';
import { ops } from '../backend/ops.js';
import { tf, type Tensor2D, type Tensor3D, type Tensor4D } from '../backend/tensorflow.js';
import { pooledBy } from './dimensions.js';
import type { Forward } from './forward.js';
import { linearSpec, normal, parameter, sequence, type ModuleSpec } from './parameter.js';
import { linear } from './transformer.js';

export function attentionPoolSpec(name: string, encoder: ResnetEncoder, embedDim: number): ModuleSpec {
  const { channels, side } = pooledBy(encoder);
  const init = normal(channels ** -0.5);
  return sequence(
    parameter(`${name}.positional_embedding`, [side * side + 1, channels], init),
    linearSpec(`${name}.k_proj`, channels, channels, init),
    linearSpec(`${name}.q_proj`, channels, channels, init),
    linearSpec(`${name}.v_proj`, channels, channels, init),
    linearSpec(`${name}.c_proj`, embedDim, channels, init),
  );
}

/**
 * Attention pooling: the mean of all positions asks, all positions and the mean answer.
 *
 * @param x [batch, side, side, channels]
 * @returns [batch, embed_dim]
 */
export function attentionPool(forward: Forward, name: string, encoder: ResnetEncoder, x: Tensor4D): Tensor2D {
  const { channels, side, heads } = pooledBy(encoder);
  const cells: Tensor3D = tf.reshape(x, [-1, side * side, channels]);
  const mean = ops.meanOfRows(cells);
  const position = forward.weight<Tensor2D>(`${name}.positional_embedding`);
  const tokens = tf.add<Tensor3D>(tf.concat([mean, cells], 1), position);
  const q = linear(forward, `${name}.q_proj`, tf.slice(tokens, [0, 0, 0], [-1, 1, -1]));
  const k = linear(forward, `${name}.k_proj`, tokens);
  const v = linear(forward, `${name}.v_proj`, tokens);
  return linear(forward, `${name}.c_proj`, tf.reshape(ops.attention(q, k, v, heads), [-1, channels]));
}
