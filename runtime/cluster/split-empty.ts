import type { Stream } from '../random/stream.js';

/** How far the halves of a split centroid are moved apart, as a share of each coordinate; faiss's number. */
const APART = 1 / 1024;

/**
 * Gives every centroid without points half of another's, as faiss does: the other is drawn with a probability that grows
 * with its number of points, and the two are moved apart a little, up and down in alternate coordinates.
 *
 * @param sizes points of each centroid; changed along
 */
export function splitEmpty(centroids: Float32Array, sizes: Float64Array, dim: number, random: Stream): void {
  const clusters = sizes.length;
  const points = sizes.reduce((sum, size) => sum + size, 0);
  for (let empty = 0; empty < clusters; empty++) {
    if (sizes[empty]! > 0) continue;
    let other = 0;
    while (random.float() >= (sizes[other]! - 1) / (points - clusters)) other = (other + 1) % clusters;
    for (let d = 0; d < dim; d++) {
      const value = centroids[other * dim + d]!;
      const sign = d % 2 === 0 ? 1 : -1;
      centroids[empty * dim + d] = value * (1 + sign * APART);
      centroids[other * dim + d] = value * (1 - sign * APART);
    }
    sizes[empty] = Math.floor(sizes[other]! / 2);
    sizes[other]! -= sizes[empty]!;
  }
}
