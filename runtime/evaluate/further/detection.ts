import { StageFailure } from '../../execute/context.js';
import { sample, stream } from '../../random/stream.js';
import type { MetricDefinition } from '../definition.js';
import { embedPictures, embedTexts } from '../embed.js';
import { clipScores, detectedAmong, detectionArea } from '../measures/similarity.js';
import { pictures } from '../pictures.js';
import type { PrepareMeasure } from './measure.js';

/** Percent of all pairs that are removed. */
const removed = [1, 5, 10, 25, 50];

/** Poison detection by similarity on the training data. */
export const detection: PrepareMeasure = ({ config, model, inputs, tokenizer, batch }) => {
  if (config.detection === undefined) return null;
  const data = inputs?.poisoned;
  if (data === undefined)
    throw new StageFailure(
      'there is no poisoned training data to detect poison in',
      'leave evaluate.detection out',
    );
  const every = Array.from({ length: data.size }, (_, i) => i);
  const poisoned = every.filter((i) => data.info(i).poisoned);
  const clean = every.filter((i) => !data.info(i).poisoned);
  const count = Math.min(config.detection.pairs, clean.length);
  const drawn = sample(stream(config.seed ?? 0, 'detection'), clean.length, count).map(
    (place) => clean[place]!,
  );
  const indices = [...drawn, ...poisoned];
  const { embed_dim: dim, text } = model;
  const source = pictures(data, model.image.resolution, indices);
  const ids = tokenizer.encodeAll(
    indices.map((i) => data.info(i).captions[0]!),
    text,
  );
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
  for (const percent of removed)
    definitions[`detection.found${percent}`] = about(
      `Poison detection: share of the poisoned training pairs among the ${percent} % most similar pairs.`,
    );
  return {
    definitions,
    measure: async ({ engine }) => {
      const images = await embedPictures(engine, source, batch, dim);
      const texts = await embedTexts(engine, ids, text.context, batch, dim);
      const scores = clipScores(images, texts, dim);
      const [a, b] = [scores.subarray(0, count), scores.subarray(count)];
      const metrics: Record<string, number> = { 'detection.auc': detectionArea(a, b) };
      for (const percent of removed)
        metrics[`detection.found${percent}`] = detectedAmong(a, b, percent / 100);
      return metrics;
    },
  };
};
