/** Squared Euclidean distances of all pairs of rows, [rows, rows]. */
export function squaredDistances(rows: ArrayLike<number>, dim: number): Float64Array {
  const n = rows.length / dim;
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      let sum = 0;
      for (let d = 0; d < dim; d++) sum += (rows[i * dim + d]! - rows[j * dim + d]!) ** 2;
      out[i * n + j] = out[j * n + i] = sum;
    }
  return out;
}

/**
 * The joint probabilities that t-SNE keeps: of each row a Gaussian whose width gives it the perplexity asked for, made
 * symmetric (van der Maaten and Hinton, JMLR 9:2579, 2008, sections 2 and 3.1). [rows, rows], summing to 1.
 */
export function affinities(distances: Float64Array, perplexity: number): Float64Array {
  const n = Math.sqrt(distances.length);
  const conditional = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    fillRow(conditional.subarray(i * n, (i + 1) * n), distances.subarray(i * n, (i + 1) * n), i, perplexity);
  const joint = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      if (i !== j) joint[i * n + j] = (conditional[i * n + j]! + conditional[j * n + i]!) / (2 * n);
  return joint;
}

/** A row's probabilities: its precision is found by halving until the entropy is that of the perplexity. */
function fillRow(out: Float64Array, distances: Float64Array, own: number, perplexity: number): void {
  const wanted = Math.log(Math.min(perplexity, out.length - 1));
  const nearest = distances.reduce((least, d, j) => (j === own ? least : Math.min(least, d)), Infinity);
  let [low, high, precision] = [0, Infinity, 1];
  for (let step = 0; step < 200; step++) {
    let [sum, weighted] = [0, 0];
    for (let j = 0; j < out.length; j++) {
      const beyond = distances[j]! - nearest; // Far points must not all become zero.
      out[j] = j === own ? 0 : Math.exp(-precision * beyond);
      sum += out[j]!;
      weighted += out[j]! * (j === own ? 0 : beyond);
    }
    for (let j = 0; j < out.length; j++) out[j]! /= sum;
    const entropy = Math.log(sum) + (precision * weighted) / sum;
    if (Math.abs(entropy - wanted) < 1e-6) return;
    if (entropy > wanted) low = precision;
    else high = precision;
    precision = high === Infinity ? precision * 2 : (low + high) / 2;
  }
}
