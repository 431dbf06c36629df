import type { Engine } from '../train/engine.js';
import type { Pictures } from './pictures.js';

/**
 * Embeds pictures in batches, in evaluation mode.
 *
 * @returns [count, dim], unit rows
 */
export async function embedPictures(
  engine: Pick<Engine, 'embedImages'>,
  source: Pictures,
  batch: number,
  dim: number,
): Promise<Float32Array> {
  const out = new Float32Array(source.count * dim);
  for (let start = 0; start < source.count; start += batch) {
    const count = Math.min(batch, source.count - start);
    out.set(await engine.embedImages(await source.read(start, count), count), start * dim);
  }
  return out;
}

/**
 * Embeds texts in batches.
 *
 * @param ids [count, context]
 * @returns [count, dim], unit rows
 */
export async function embedTexts(
  engine: Pick<Engine, 'embedTexts'>,
  ids: Int32Array,
  context: number,
  batch: number,
  dim: number,
): Promise<Float32Array> {
  const total = ids.length / context;
  const out = new Float32Array(total * dim);
  for (let start = 0; start < total; start += batch) {
    const count = Math.min(batch, total - start);
    out.set(
      await engine.embedTexts(ids.subarray(start * context, (start + count) * context), count),
      start * dim,
    );
  }
  return out;
}

/**
 * Cosine similarity of every row of `a` with every row of `b`, both of unit rows.
 *
 * @returns [rows of a, rows of b]
 */
export function similarities(a: Float32Array, b: Float32Array, dim: number): Float32Array {
  const rows = a.length / dim;
  const columns = b.length / dim;
  const out = new Float32Array(rows * columns);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      let sum = 0;
      for (let d = 0; d < dim; d++) sum += a[i * dim + d]! * b[j * dim + d]!;
      out[i * columns + j] = sum;
    }
  return out;
}
