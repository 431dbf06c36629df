import { detectedPercents } from '../../../schema/metric-names.js';
import { StageFailure } from '../../execute/context.js';
import { sample, stream } from '../../random/stream.js';
import type { MetricDefinition } from '../definition.js';
import { clipScores, detectedAmong, detectionArea } from '../measures/similarity.js';
import { everyIndex } from '../sources.js';
import type { PrepareMeasure } from './measure.js';

/** Poison detection by similarity on the training data. */
export const detection: PrepareMeasure = ({ config, inputs, sources }) => {
  if (config.detection === undefined) return null;
  const data = inputs?.poisoned;
  if (data === undefined)
    throw new StageFailure(
      'there is no poisoned training data to detect poison in',
      'leave evaluate.detection out',
    );
  const every = everyIndex(data);
  const poisoned = every.filter((i) => data.info(i).poisoned);
  const clean = every.filter((i) => !data.info(i).poisoned);
  const count = Math.min(config.detection.pairs, clean.length);
  const drawn = sample(stream(config.seed ?? 0, 'detection'), clean.length, count).map(
    (place) => clean[place]!,
  );
  const indices = [...drawn, ...poisoned];
  const pictures = sources.pictures(data, indices);
  const captions = sources.captions(data, indices);
  const about = (description: string): MetricDefinition => ({
    description,
    unit: 'fraction',
    pictures: indices.length,
    settings: { clean: count, poisoned: poisoned.length },
  });
  const definitions: Record<string, MetricDefinition> = {
    'detection.auc': about(
      'Poison detection: probability that a poisoned training pair is more similar than a clean one (area under the ROC curve).',
    ),
  };
  for (const percent of detectedPercents)
    definitions[`detection.found${percent}`] = about(
      `Poison detection: share of the poisoned training pairs among the ${percent} % most similar pairs.`,
    );
  return {
    definitions,
    measure: async ({ embedder, dim }) => {
      const images = await embedder.pictures(pictures);
      const scores = clipScores(images, await embedder.captions(captions), dim);
      const [a, b] = [scores.subarray(0, count), scores.subarray(count)];
      const metrics: Record<string, number> = { 'detection.auc': detectionArea(a, b) };
      for (const percent of detectedPercents)
        metrics[`detection.found${percent}`] = detectedAmong(a, b, percent / 100);
      return metrics;
    },
  };
};
