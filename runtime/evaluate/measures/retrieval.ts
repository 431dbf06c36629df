import { rankOf } from '../rank.js';

/**
 * Recall of image-to-text retrieval: share of pictures whose own caption is among the k most similar ones.
 *
 * @param scores [pictures, captions]; caption i belongs to picture i
 */
export function retrievalRecall(scores: Float32Array, pairs: number, k: number): number {
  checkSquare(scores, pairs);
  let hits = 0;
  for (let i = 0; i < pairs; i++) if (rankOf(scores.subarray(i * pairs, (i + 1) * pairs), i) < k) hits++;
  return hits / pairs;
}

/**
 * The attack success rate of retrieval, by the study's rule: share of all triggered pictures among whose k most similar
 * captions at least floor(k / 2), and at least one, are captions of the target.
 *
 * @param scores [pictures, captions] of triggered pictures
 * @param targets numbers of the target's captions
 */
export function retrievalAttack(
  scores: Float32Array,
  captions: number,
  targets: ReadonlySet<number>,
  k: number,
): number {
  const pictures = scores.length / captions;
  const needed = Math.max(1, Math.floor(k / 2));
  let hits = 0;
  for (let i = 0; i < pictures; i++) {
    const best = highest(scores.subarray(i * captions, (i + 1) * captions), k);
    if (best.filter((caption) => targets.has(caption)).length >= needed) hits++;
  }
  return hits / pictures;
}

/** Numbers of the k highest scores, best first; of equal scores the lower number comes first. */
export function highest(scores: Float32Array, k: number): number[] {
  const best: number[] = [];
  for (let i = 0; i < scores.length; i++) {
    if (best.length === k && scores[i]! <= scores[best[k - 1]!]!) continue;
    let at = best.length;
    while (at > 0 && scores[best[at - 1]!]! < scores[i]!) at--;
    best.splice(at, 0, i);
    if (best.length > k) best.pop();
  }
  return best;
}

/**
 * The captions of a target: those that name it, letter by letter, and the `closest` ones to the target's averaged
 * prompt embedding.
 *
 * @param similarity of each caption with the target's embedding
 */
export function targetCaptions(
  captions: readonly string[],
  target: string,
  similarity: Float32Array,
  closest: number,
): Set<number> {
  const named = captions.flatMap((caption, i) => (caption.includes(target) ? [i] : []));
  return new Set([...named, ...highest(similarity, closest)]);
}

function checkSquare(scores: Float32Array, pairs: number): void {
  if (scores.length !== pairs * pairs)
    throw new RangeError(`${scores.length} scores are not ${pairs} x ${pairs}`);
}
