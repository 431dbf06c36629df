import { similarities } from '../embed.js';
import { ranks, topK } from '../rank.js';
import type { Labelled } from './linear-probe.js';
import { highest } from './retrieval.js';

/** How often each class is among the k nearest training pictures: scores [test, classes]. */
export function neighbourVotes(
  train: Labelled,
  test: Float32Array,
  classes: number,
  k: number,
): Float32Array {
  const count = train.labels.length;
  const scores = similarities(test, train.features, train.dim);
  const rows = test.length / train.dim;
  const votes = new Float32Array(rows * classes);
  for (let i = 0; i < rows; i++) {
    const near = highest(scores.subarray(i * count, (i + 1) * count), Math.min(k, count));
    for (const [place, j] of near.entries()) {
      // A nearer picture decides a tie: its vote weighs a little more.
      votes[i * classes + train.labels[j]!]! += 1 + (near.length - place) * 1e-6;
    }
  }
  return votes;
}

/** The prototype of each class, the mean of its training pictures' embeddings, normalised: [classes, dim]. */
export function prototypes({ features, labels, dim }: Labelled, classes: number): Float32Array {
  const means = new Float64Array(classes * dim);
  for (let i = 0; i < labels.length; i++)
    for (let d = 0; d < dim; d++) means[labels[i]! * dim + d]! += features[i * dim + d]!;
  const out = new Float32Array(classes * dim);
  for (let c = 0; c < classes; c++) {
    const row = means.subarray(c * dim, (c + 1) * dim);
    const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
    for (let d = 0; d < dim; d++) out[c * dim + d] = length === 0 ? 0 : row[d]! / length;
  }
  return out;
}

/** Share of pictures whose class most of the k nearest training pictures have. */
export function neighbourAccuracy(train: Labelled, test: Labelled, classes: number, k: number): number {
  return topK(ranks(neighbourVotes(train, test.features, classes, k), classes, test.labels), 1);
}

/** Share of pictures whose class has the nearest prototype. */
export function prototypeAccuracy(train: Labelled, test: Labelled, classes: number): number {
  const scores = similarities(test.features, prototypes(train, classes), train.dim);
  return topK(ranks(scores, classes, test.labels), 1);
}
