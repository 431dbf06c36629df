import { stream } from '../../runtime/random/stream.js';
import { affinities, squaredDistances } from './affinities.js';
import { pca } from './pca.js';

export interface TsneOptions {
  readonly perplexity: number;
  readonly iterations: number;
  /** Of random first places; without it these are the principal components. */
  readonly seed?: number | undefined;
}

export interface Tsne {
  /** [rows, 2] */
  readonly places: Float64Array;
  /** Kullback-Leibler divergence of the places' affinities from those of the rows, in nats. */
  readonly divergence: number;
}

/** Steps in which clusters are pulled together, and by how much. */
const early = { steps: 250, factor: 12 };

/**
 * t-SNE, computed exactly: n² work and memory (van der Maaten and Hinton, JMLR 9:2579, 2008). Learning rate n / 48 and at
 * least 50, first places, exaggeration and momentum are scikit-learn's (Belkina et al. 2019; Kobak and Berens 2019).
 *
 * @param rows [rows, dim]
 */
export function tsne(rows: ArrayLike<number>, dim: number, options: TsneOptions): Tsne {
  const n = rows.length / dim;
  const p = affinities(squaredDistances(rows, dim), options.perplexity);
  const places = options.seed === undefined ? byComponents(rows, dim) : atRandom(n, options.seed);
  const rate = Math.max(n / early.factor / 4, 50);
  const state = { step: new Float64Array(2 * n), gain: new Float64Array(2 * n).fill(1) };
  for (let iteration = 0; iteration < options.iterations; iteration++) {
    const isEarly = iteration < early.steps;
    const gradient = gradientOf(p, places, isEarly ? early.factor : 1);
    descend(places, gradient, state, isEarly ? 0.5 : 0.8, rate);
  }
  return { places, divergence: divergenceOf(p, places) };
}

/** The principal components, the first with a deviation of 1e-4. */
function byComponents(rows: ArrayLike<number>, dim: number): Float64Array {
  const { scores } = pca(rows, dim);
  let squares = 0;
  for (let i = 0; i < scores.length; i += 2) squares += scores[i]! ** 2;
  const deviation = Math.sqrt(squares / (scores.length / 2));
  return deviation === 0 ? atRandom(scores.length / 2, 0) : scores.map((score) => (1e-4 * score) / deviation);
}

function atRandom(n: number, seed: number): Float64Array {
  const random = stream(seed, 't-SNE');
  return Float64Array.from({ length: 2 * n }, () => 1e-4 * random.normal());
}

/** 1 / (1 + squared distance) of each pair, and the sum of all. */
function closeness(places: Float64Array): { near: Float64Array; sum: number } {
  const n = places.length / 2;
  const near = new Float64Array(n * n);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const [x, y] = [places[2 * i]!, places[2 * i + 1]!];
    for (let j = 0; j < i; j++) {
      const value = 1 / (1 + (x - places[2 * j]!) ** 2 + (y - places[2 * j + 1]!) ** 2);
      near[i * n + j] = value;
      sum += 2 * value;
    }
  }
  return { near, sum };
}

/** 4 Σ (p - q) (y_i - y_j) / (1 + |y_i - y_j|²), equation 5 of the paper, with p exaggerated. */
function gradientOf(p: Float64Array, places: Float64Array, factor: number): Float64Array {
  const n = places.length / 2;
  const { near, sum } = closeness(places);
  const out = new Float64Array(2 * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      const value = near[i * n + j]!;
      const force = 4 * (factor * p[i * n + j]! - value / sum) * value;
      const along = force * (places[2 * i]! - places[2 * j]!);
      const across = force * (places[2 * i + 1]! - places[2 * j + 1]!);
      out[2 * i]! += along;
      out[2 * i + 1]! += across;
      out[2 * j]! -= along;
      out[2 * j + 1]! -= across;
    }
  return out;
}

/** A step of gradient descent with momentum, and for each coordinate a gain that grows while it goes on one way. */
function descend(
  places: Float64Array,
  gradient: Float64Array,
  { step, gain }: { readonly step: Float64Array; readonly gain: Float64Array },
  momentum: number,
  rate: number,
): void {
  for (let k = 0; k < places.length; k++) {
    const turns = step[k]! * gradient[k]! >= 0; // The step before went up the slope of now.
    gain[k] = Math.max(0.01, turns ? gain[k]! * 0.8 : gain[k]! + 0.2);
    step[k] = momentum * step[k]! - rate * gain[k]! * gradient[k]!;
    places[k]! += step[k]!;
  }
}

function divergenceOf(p: Float64Array, places: Float64Array): number {
  const n = places.length / 2;
  const { near, sum } = closeness(places);
  let divergence = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      const own = p[i * n + j]!;
      if (own > 0) divergence += 2 * own * Math.log(own / Math.max(near[i * n + j]! / sum, Number.MIN_VALUE));
    }
  return divergence;
}
