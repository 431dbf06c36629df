import { tf, type Tensor2D } from '../backend/tensorflow.js';
import { sample, type Stream } from '../random/stream.js';
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
 * piece, so that memory beyond the points themselves does not grow with their number; sums are taken in float64, in the
 * order of the points, so the same points and draws give the same centroids.
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
  for (let i = 0; i < iterations; i++) {
    const labels = assign(used, centroids, dim);
    const { sums, sizes } = sumsOf(used, labels, clusters, dim);
    objective.push(innerProduct(sums, centroids));
    sums.forEach((sum, at) => (centroids[at] = sum / Math.max(1, sizes[Math.floor(at / dim)]!)));
    splitEmpty(centroids, sizes, dim, random);
    normalizeRows(centroids, dim);
  }
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

function sumsOf(points: Float32Array, labels: Int32Array, clusters: number, dim: number) {
  const sums = new Float64Array(clusters * dim);
  const sizes = new Float64Array(clusters);
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row]!;
    const [to, from] = [label * dim, row * dim];
    for (let d = 0; d < dim; d++) sums[to + d]! += points[from + d]!;
    sizes[label]!++;
  }
  return { sums, sizes };
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
