/** Similarity of each picture with its own caption, times 100: the clip-score (arXiv 2104.08718 without its weight). */
export function clipScores(images: Float32Array, texts: Float32Array, dim: number): Float32Array {
  if (images.length !== texts.length) throw new RangeError('as many pictures as captions are needed');
  return Float32Array.from({ length: images.length / dim }, (_, i) => {
    let sum = 0;
    for (let d = i * dim; d < (i + 1) * dim; d++) sum += images[d]! * texts[d]!;
    return 100 * sum;
  });
}

/** Mean and standard deviation (of the population). */
export function spread(values: ArrayLike<number>): { readonly mean: number; readonly std: number } {
  let [sum, squares] = [0, 0];
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  const mean = sum / values.length;
  for (let i = 0; i < values.length; i++) squares += (values[i]! - mean) ** 2;
  return { mean, std: Math.sqrt(squares / values.length) };
}

/** The modality gap (arXiv 2203.02053): distance of the centre of the pictures' embeddings from that of the captions'. */
export function modalityGap(images: Float32Array, texts: Float32Array, dim: number): number {
  const [a, b] = [centre(images, dim), centre(texts, dim)];
  return Math.sqrt(a.reduce((sum, value, d) => sum + (value - b[d]!) ** 2, 0));
}

function centre(rows: Float32Array, dim: number): Float64Array {
  const mean = new Float64Array(dim);
  const count = rows.length / dim;
  for (let i = 0; i < rows.length; i++) mean[i % dim]! += rows[i]! / count;
  return mean;
}

/**
 * How well clip-scores tell poisoned pairs from clean ones: the probability that a poisoned pair has the higher score
 * (area under the ROC curve; ties count half). 0.5 tells nothing; a trained backdoor is near 1, an untrained one near 0.
 */
export function detectionArea(clean: ArrayLike<number>, poisoned: ArrayLike<number>): number {
  const all = [
    ...Array.from(clean, (score) => ({ score, poisoned: false })),
    ...Array.from(poisoned, (score) => ({ score, poisoned: true })),
  ].sort((a, b) => a.score - b.score);
  let [area, below] = [0, 0];
  for (let i = 0; i < all.length;) {
    let [ties, hits, j] = [0, 0, i];
    for (; j < all.length && all[j]!.score === all[i]!.score; j++) {
      if (all[j]!.poisoned) hits++;
      else ties++;
    }
    area += hits * (below + ties / 2);
    below += ties;
    i = j;
  }
  return area / (clean.length * poisoned.length);
}

/**
 * Share of the poisoned pairs that are found when the pairs of the highest scores are removed, `share` of all pairs.
 */
export function detectedAmong(clean: ArrayLike<number>, poisoned: ArrayLike<number>, share: number): number {
  const all = [
    ...Array.from(clean, (score) => ({ score, poisoned: false })),
    ...Array.from(poisoned, (score) => ({ score, poisoned: true })),
  ].sort((a, b) => b.score - a.score || Number(a.poisoned) - Number(b.poisoned));
  const removed = all.slice(0, Math.floor(share * all.length));
  return removed.filter((pair) => pair.poisoned).length / poisoned.length;
}
