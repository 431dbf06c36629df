import { tf, type Tensor, type Tensor3D, type Tensor4D } from './tensorflow.js';

/** [batch, length, width] to [batch, heads, length, width / heads]. */
export function splitHeads(x: Tensor, heads: number): Tensor4D {
  const [batch, length, width] = x.shape as [number, number, number];
  if (width % heads !== 0)
    throw new RangeError(`attention: width ${width} is not a multiple of ${heads} heads`);
  return tf.transpose(tf.reshape(x, [batch, length, heads, width / heads]), [0, 2, 1, 3]);
}

/** [batch, heads, length, depth] to [batch, length, heads · depth]. */
export function mergeHeads(x: Tensor): Tensor3D {
  const [batch, heads, length, depth] = x.shape as [number, number, number, number];
  return tf.reshape(tf.transpose(x, [0, 2, 1, 3]), [batch, length, heads * depth]);
}

/** 0 where query i may see key j, −∞ where j > i: [queries, keys], added to the scores. */
export function causalMask(queries: number, keys: number): Tensor {
  const values = new Float32Array(queries * keys);
  for (let i = 0; i < queries; i++) values.fill(-Infinity, i * keys + Math.min(i + 1, keys), (i + 1) * keys);
  return tf.tensor2d(values, [queries, keys]);
}
