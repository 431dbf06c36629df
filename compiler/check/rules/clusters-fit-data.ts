import { problem } from '../../diagnostics/problem.js';
import type { Rule } from './rule.js';

/** The cleaning set has a picture for each cluster. */
export const clustersFitData: Rule = {
  name: 'clustersFitData',
  reads: ['clean.objective.clustering', 'clean.clustering', 'clean.data.size'],
  check: ({ clean }, locate) => {
    if (clean === undefined || (clean.objective.clustering ?? 0) === 0) return [];
    const { clusters, embedding, batch_size: batch } = clean.clustering;
    const { size } = clean.data;
    const embedded = embedding === 'training' ? size - (size % batch) : size;
    if (clusters <= embedded) return [];
    const message =
      embedded === size
        ? `${clusters} clusters of a cleaning set of ${size} pairs`
        : `${clusters} clusters of ${embedded} embeddings: of ${size} pairs, whole batches of ${batch} are embedded`;
    return [
      problem('EXPC423', message, {
        origin: locate(['clean', 'clustering', 'clusters']),
        hint: `set \`clean.clustering.clusters\` to at most ${Math.max(2, embedded)}${embedded === size ? '' : ', or lower `clean.clustering.batch_size`'}`,
      }),
    ];
  },
};
