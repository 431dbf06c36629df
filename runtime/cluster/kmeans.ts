import { tf, type Tensor2D } from '../backend/tensorflow.js';
import { sample, type Stream } from '../random/stream.js';
import { Members } from './members.js';
import { splitEmpty } from './split-empty.js';

export interface KMeansOptions {
  readonly clusters: number;
  readonly iterations: number;
  /** At most so many points for each centroid are clustered, drawn at random. */
  readonly pointsPerCentroid: number;
  readonly random: Stream;
}

export interface Clustering {
  /** [clusters, dim], unit rows. */
  readonly centroids: Float32Array;
  /** Sum of each point's largest inner product with the centroids before each iteration moved them. */
  readonly objective: readonly number[];
}

/**
 * Spherical k-means (Dhillon and Modha 2001) as faiss does it: centroids start at points drawn at random; in every
 * iteration each point goes to the centroid of the largest inner product, each centroid to the mean of its points scaled
 * to length 1, and a centroid without points takes half of another's. Similarities are computed on the backend, piece by
 * piece, so that memory beyond the points themselves does not grow with their number; sums are kept in float64, and points
 * that go to another centroid are taken from one and added to another in their order, so the same points and draws give
 * the same centroids. Where no point moves any more, the iterations left would change nothing and are not carried out.
 *
 * @param points unit rows, [rows, dim]
 * @throws {RangeError} if there are fewer points than centroids
 */
export function sphericalKMeans(points: Float32Array, dim: number, options: KMeansOptions): Clustering {
  const { clusters, iterations, pointsPerCentroid, random } = options;
  const rows = points.length / dim;
  if (rows < clusters) throw new RangeError(`${rows} points cannot make ${clusters} clusters`);
  const most = clusters * pointsPerCentroid;
  const used = rows > most ? take(points, dim, sample(random, rows, most)) : points;
  const count = used.length / dim;
  const centroids = take(used, dim, sample(random, count, clusters));
  normalizeRows(centroids, dim);
  const objective: number[] = [];
  if (count === clusters) return { centroids, objective };
  const members = new Members(used, clusters, dim);
  for (let i = 0; i < iterations; i++) {
    const moved = members.move(assign(used, centroids, dim));
    objective.push(innerProduct(members.sums, centroids));
    if (moved === 0 && !members.sizes.includes(0)) break;
    members.sums.forEach(
      (sum, at) => (centroids[at] = sum / Math.max(1, members.sizes[Math.floor(at / dim)]!)),
    );
    splitEmpty(centroids, members.sizes.slice(), dim, random);
    normalizeRows(centroids, dim);
  }
  while (objective.length < iterations) objective.push(objective.at(-1)!);
  return { centroids, objective };
}

/** Similarities computed at once: 64 MB of float32. */
const MOST_SIMILARITIES = 2 ** 24;
const MOST_ROWS = 8192;

/** For each point the number of the centroid with the largest inner product, of equal ones the first. */
export function assign(points: Float32Array, centroids: Float32Array, dim: number): Int32Array {
  const rows = points.length / dim;
  const clusters = centroids.length / dim;
  const piece = Math.max(1, Math.min(MOST_ROWS, Math.floor(MOST_SIMILARITIES / clusters)));
  const labels = new Int32Array(rows);
  const table = tf.tensor2d(centroids, [clusters, dim]);
  for (let start = 0; start < rows; start += piece) {
    const end = Math.min(start + piece, rows);
    const nearest = tf.tidy(() => {
      const part: Tensor2D = tf.tensor2d(points.subarray(start * dim, end * dim), [end - start, dim]);
      return tf.argMax(tf.matMul(part, table, false, true), 1);
    });
    labels.set(nearest.dataSync(), start);
    nearest.dispose();
  }
  table.dispose();
  return labels;
}

function take(points: Float32Array, dim: number, rows: readonly number[]): Float32Array {
  const taken = new Float32Array(rows.length * dim);
  rows.forEach((row, i) => taken.set(points.subarray(row * dim, (row + 1) * dim), i * dim));
  return taken;
}

function innerProduct(a: Float64Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Scales every row to length 1; a row of zeros stays. */
function normalizeRows(rows: Float32Array, dim: number): void {
  for (let start = 0; start < rows.length; start += dim) {
    let square = 0;
    for (let d = 0; d < dim; d++) square += rows[start + d]! ** 2;
    if (square === 0) continue;
    const length = Math.sqrt(square);
    for (let d = 0; d < dim; d++) rows[start + d]! /= length;
  }
}
