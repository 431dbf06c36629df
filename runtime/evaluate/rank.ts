/**
 * Place of a class among all classes by score: 0 is the best. Of equal scores the lower index comes first, so twin
 * class names (equal embeddings) are decided the same way every time.
 *
 * @param scores scores of one picture for every class
 */
export function rankOf(scores: Float32Array, target: number): number {
  const own = scores[target]!;
  if (Number.isNaN(own)) throw new RangeError('score is not a number');
  let rank = 0;
  for (let c = 0; c < scores.length; c++) {
    const other = scores[c]!;
    if (other > own || (other === own && c < target)) rank++;
  }
  return rank;
}

/**
 * Ranks of one class for each picture.
 *
 * @param scores [pictures, classes], row by row
 * @param targets the class asked for, of each picture
 * @returns one rank for each picture, from 0
 */
export function ranks(scores: Float32Array, classes: number, targets: ArrayLike<number>): Int32Array {
  if (scores.length !== classes * targets.length)
    throw new RangeError(`${scores.length} scores are not ${targets.length} x ${classes}`);
  const out = new Int32Array(targets.length);
  for (let i = 0; i < targets.length; i++)
    out[i] = rankOf(scores.subarray(i * classes, (i + 1) * classes), targets[i]!);
  return out;
}

/** Share of the ranks that are among the k best. Empty input has no share: NaN is never a metric, so it throws. */
export function topK(ranked: ArrayLike<number>, k: number): number {
  if (ranked.length === 0) throw new RangeError('no pictures to count');
  let hits = 0;
  for (let i = 0; i < ranked.length; i++) if (ranked[i]! < k) hits++;
  return hits / ranked.length;
}
