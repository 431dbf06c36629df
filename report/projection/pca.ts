import { stream } from '../../runtime/random/stream.js';

export interface Pca {
  /** Place of each row along each component: [rows, components]. */
  readonly scores: Float64Array;
  /** Unit vectors, [components, dim]; each with its largest entry positive. */
  readonly components: Float64Array;
  /** Share of the whole variance along each component. */
  readonly shares: readonly number[];
}

/**
 * The first principal components of some rows, [rows, dim], by subspace iteration with Rayleigh-Ritz projections (Golub
 * and Van Loan, Matrix Computations, 8.2): exact up to rounding, and without the dim x dim covariance.
 */
export function pca(rows: ArrayLike<number>, dim: number, components = 2): Pca {
  const count = rows.length / dim;
  const x = centred(rows, dim);
  const total = dot(x, x);
  // A few directions more than asked for: what lies beyond them decides how fast the iteration converges.
  const width = Math.min(components + 8, dim, count);
  const random = stream(0, 'principal components');
  let basis: Float64Array[] = Array.from({ length: width }, () =>
    Float64Array.from({ length: dim }, () => random.normal()),
  );
  let values: number[] = [];
  for (let round = 0; round < 500; round++) {
    basis = orthonormal(basis);
    const images = basis.map((q) => times(x, q, dim));
    const gram = images.map((a) => images.map((b) => dot(a, b)));
    const { values: found, vectors } = jacobi(gram);
    const before = values;
    values = found;
    const turned = vectors.map((v) => combined(basis, v));
    basis = turned.map((q) => timesTransposed(x, times(x, q, dim), dim));
    const isSettled = turned
      .slice(0, components)
      .every((q, i) => remainder(basis[i]!, q, values[i]!) <= 1e-10 * values[0]!);
    if (isSettled && before.length > 0) {
      basis = turned;
      break;
    }
  }
  const axes = orthonormal(basis).slice(0, components).map(signed);
  while (axes.length < components) axes.push(new Float64Array(dim));
  const scores = new Float64Array(count * components);
  const along = axes.map((q) => times(x, q, dim));
  along.forEach((places, c) => places.forEach((place, i) => (scores[i * components + c] = place)));
  return {
    scores,
    components: Float64Array.from(axes.flatMap((q) => [...q])),
    shares: along.map((places) => (total === 0 ? 0 : dot(places, places) / total)),
  };
}

function centred(rows: ArrayLike<number>, dim: number): Float64Array {
  const x = Float64Array.from(rows);
  const mean = new Float64Array(dim);
  const count = x.length / dim;
  for (let i = 0; i < x.length; i++) mean[i % dim]! += x[i]! / count;
  for (let i = 0; i < x.length; i++) x[i]! -= mean[i % dim]!;
  return x;
}

/** X q, [rows]. */
function times(x: Float64Array, q: Float64Array, dim: number): Float64Array {
  const out = new Float64Array(x.length / dim);
  for (let i = 0; i < out.length; i++) {
    let sum = 0;
    for (let d = 0, at = i * dim; d < dim; d++, at++) sum += x[at]! * q[d]!;
    out[i] = sum;
  }
  return out;
}

/** Xᵀ y, [dim]. */
function timesTransposed(x: Float64Array, y: Float64Array, dim: number): Float64Array {
  const out = new Float64Array(dim);
  for (let i = 0; i < y.length; i++) {
    const factor = y[i]!;
    for (let d = 0, at = i * dim; d < dim; d++, at++) out[d]! += x[at]! * factor;
  }
  return out;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Length of `image` - value x `vector`. */
function remainder(image: Float64Array, vector: Float64Array, value: number): number {
  let sum = 0;
  for (let d = 0; d < vector.length; d++) sum += (image[d]! - value * vector[d]!) ** 2;
  return Math.sqrt(sum);
}

function combined(basis: readonly Float64Array[], weights: ArrayLike<number>): Float64Array {
  const out = new Float64Array(basis[0]!.length);
  basis.forEach((q, i) => {
    for (let d = 0; d < out.length; d++) out[d]! += weights[i]! * q[d]!;
  });
  return out;
}

/** Gram-Schmidt, twice for the sake of rounding; what depends on vectors before it becomes zero. */
function orthonormal(vectors: readonly Float64Array[]): Float64Array[] {
  const done: Float64Array[] = [];
  for (const vector of vectors) {
    const q = Float64Array.from(vector);
    const before = Math.sqrt(dot(q, q));
    for (let pass = 0; pass < 2; pass++)
      for (const other of done) {
        const part = dot(q, other);
        for (let d = 0; d < q.length; d++) q[d]! -= part * other[d]!;
      }
    const length = Math.sqrt(dot(q, q));
    const isNothing = length <= 1e-13 * before || length === 0;
    done.push(isNothing ? q.fill(0) : q.map((value) => value / length));
  }
  return done;
}

function signed(vector: Float64Array): Float64Array {
  const largest = vector.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
  return largest < 0 ? vector.map((value) => -value) : vector;
}

/** Eigenvalues of a small symmetric matrix, the largest first, with their vectors: Jacobi's rotations. */
function jacobi(matrix: readonly (readonly number[])[]): { values: number[]; vectors: number[][] } {
  const a = matrix.map((row) => [...row]);
  const n = a.length;
  const v = a.map((_, i) => a.map((_row, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    for (let p = 0; p < n; p++) for (let q = 0; q < p; q++) off += a[p]![q]! ** 2;
    const scale = a.reduce((sum, row, i) => sum + row[i]! ** 2, 0);
    if (off <= 1e-30 * scale) break;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, v, p, q);
  }
  const order = a.map((_, i) => i).sort((i, j) => a[j]![j]! - a[i]![i]!);
  return {
    values: order.map((i) => a[i]![i]!),
    vectors: order.map((i) => v.map((row) => row[i]!)),
  };
}

/** Makes the entry (p, q) zero. */
function rotate(a: number[][], v: number[][], p: number, q: number): void {
  if (a[p]![q] === 0) return;
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  const turn = (row: number[]) => {
    const [x, y] = [row[p]!, row[q]!];
    row[p] = c * x - s * y;
    row[q] = s * x + c * y;
  };
  a.forEach(turn);
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [a[p]![k]!, a[q]![k]!];
    a[p]![k] = c * x - s * y;
    a[q]![k] = s * x + c * y;
  }
  v.forEach(turn);
}
