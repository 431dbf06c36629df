import { prompts } from '../classifier.js';
import type { MetricDefinition } from '../definition.js';
import { clipScores, modalityGap, spread } from '../measures/similarity.js';
import { everyIndex } from '../sources.js';
import type { PrepareMeasure } from './measure.js';

/** Similarity of clean and of triggered pairs, and the modality gap. */
export const similarity: PrepareMeasure = (parts) => {
  const { config, model, test, tokenizer, sources, attacks } = parts;
  if (config.similarity !== true) return null;
  const { embed_dim: dim, text } = model;
  const captions = sources.captions(test, everyIndex(test));
  const [attack] = attacks;
  const targetIds = attack && tokenizer.encodeAll(prompts([attack.target], config.templates), text);
  const about = (what: string, pictures: number): MetricDefinition => ({
    description: what,
    unit: 'similarity',
    pictures,
  });
  const definitions: Record<string, MetricDefinition> = {
    'similarity.clean.mean': about(
      'Mean similarity (100 x cosine) of test pictures and their first caption.',
      test.size,
    ),
    'similarity.clean.std': about('Standard deviation of the similarity of clean pairs.', test.size),
    'similarity.gap': {
      description:
        'Modality gap: distance of the centre of the test pictures’ embeddings from that of their captions’.',
      unit: 'distance',
      pictures: test.size,
    },
  };
  if (attack !== undefined) {
    const what = 'triggered pictures and prompts of the target, one template after the other';
    definitions['similarity.triggered.mean'] = about(
      `Mean similarity (100 x cosine) of ${what}.`,
      attack.indices.length,
    );
    definitions['similarity.triggered.std'] = about(
      `Standard deviation of the similarity of ${what}.`,
      attack.indices.length,
    );
  }
  return {
    definitions,
    measure: async ({ embedder, images, attacks: seen }) => {
      const texts = await embedder.captions(captions);
      const clean = spread(clipScores(images, texts, dim));
      const metrics: Record<string, number> = {
        'similarity.clean.mean': clean.mean,
        'similarity.clean.std': clean.std,
        'similarity.gap': modalityGap(images, texts, dim),
      };
      const [triggered] = seen;
      if (targetIds === undefined || triggered === undefined) return metrics;
      const targets = await embedder.texts(targetIds);
      const repeated = new Float32Array(triggered.images.length);
      for (let i = 0; i < repeated.length; i += dim) {
        const row = ((i / dim) % config.templates.length) * dim;
        repeated.set(targets.subarray(row, row + dim), i);
      }
      const { mean, std } = spread(clipScores(triggered.images, repeated, dim));
      return { ...metrics, 'similarity.triggered.mean': mean, 'similarity.triggered.std': std };
    },
  };
};
