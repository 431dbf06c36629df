import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../../runtime/data/cache.js';
import { readJson, writeJsonAtomic } from '../../runtime/store/atomic.js';
import { pca } from './pca.js';
import { tsne, type TsneOptions } from './tsne.js';

export type Method = { readonly method: 'pca' } | ({ readonly method: 't-sne' } & TsneOptions);

/** Rows in two dimensions. */
export interface Projection {
  /** [rows, 2], to six digits. */
  readonly places: readonly number[];
  /** What is to be said of it: shares of the variance, or the divergence. */
  readonly note: string;
}

/** Raised when a change makes other places of the same rows. */
const version = 1;

/** Projects rows, [rows, dim]; what was projected before is looked up in the cache: t-SNE takes seconds. */
export function project(rows: Float32Array, dim: number, method: Method): Projection {
  const key = createHash('sha256')
    .update(JSON.stringify([version, dim, method]))
    .update(Buffer.from(rows.buffer, rows.byteOffset, rows.byteLength))
    .digest('hex');
  const folder = join(cacheFolder(), 'projections');
  const file = join(folder, `${key}.json`);
  const known = readQuietly(file);
  if (known !== null && known.places.length === (2 * rows.length) / dim) return known;
  const made = compute(rows, dim, method);
  try {
    mkdirSync(folder, { recursive: true });
    writeJsonAtomic(file, made);
  } catch {
    // Without a cache it is computed again the next time.
  }
  return made;
}

function readQuietly(file: string): Projection | null {
  try {
    return (readJson(file) as Projection | undefined) ?? null;
  } catch {
    return null;
  }
}

function compute(rows: Float32Array, dim: number, method: Method): Projection {
  if (method.method === 'pca') {
    const { scores, shares } = pca(rows, dim);
    const [first = 0, second = 0] = shares.map((share) => (100 * share).toFixed(1));
    return { places: rounded(scores), note: `${first} % and ${second} % of the variance` };
  }
  const { places, divergence } = tsne(rows, dim, method);
  return { places: rounded(places), note: `divergence ${divergence.toFixed(3)}` };
}

const rounded = (values: Float64Array): number[] =>
  Array.from(values, (value) => Number(value.toPrecision(6)));
