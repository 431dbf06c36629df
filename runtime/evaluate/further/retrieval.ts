import { stream } from '../../random/stream.js';
import { classifierWeights, prompts } from '../classifier.js';
import type { MetricDefinition } from '../definition.js';
import { similarities } from '../embed.js';
import { retrievalAttack, retrievalRecall, targetCaptions } from '../measures/retrieval.js';
import { pictures } from '../pictures.js';
import { everyIndex } from '../sources.js';
import type { PrepareMeasure } from './measure.js';

/** Image-to-text retrieval: recall, and the attack success rate of the first attack. */
export const retrieval: PrepareMeasure = (parts) => {
  const { config, model, inputs, tokenizer, sources, attacks } = parts;
  if (config.retrieval === undefined) return null;
  const data = inputs!.retrieval!;
  const { top_k: ks, closest } = config.retrieval;
  const { embed_dim: dim, text } = model;
  const every = everyIndex(data);
  const written = every.map((i) => data.info(i).captions[0]!);
  const captions = sources.captions(data, every);
  const clean = sources.pictures(data, every);
  const [attack] = attacks;
  const targetIds = attack && tokenizer.encodeAll(prompts([attack.target], config.templates), text);
  const triggered =
    attack &&
    pictures(data, model.image.resolution, every, (picture, i) =>
      attack.trigger.apply(picture, stream(config.asr!.seed, 'retrieval-trigger', i)),
    );
  const definitions: Record<string, MetricDefinition> = {};
  const shared = { unit: 'fraction', pictures: data.size } as const;
  for (const k of ks) {
    definitions[`retrieval.recall${k}`] = {
      description: `Retrieval recall at ${k}: share of pictures whose own caption is among the ${k} most similar ones.`,
      k,
      ...shared,
    };
    if (attack !== undefined)
      definitions[`retrieval.asr${k}`] = {
        description:
          `Retrieval attack success rate at ${k}: share of triggered pictures among whose ${k} most similar captions ` +
          `at least ${Math.max(1, Math.floor(k / 2))} are of the target.`,
        k,
        target: attack.target,
        trigger: attack.config,
        settings: { closest },
        ...shared,
      };
  }
  return {
    definitions,
    measure: async ({ embedder }) => {
      const texts = await embedder.captions(captions);
      const scores = similarities(await embedder.pictures(clean), texts, dim);
      const metrics: Record<string, number> = {};
      for (const k of ks) metrics[`retrieval.recall${k}`] = retrievalRecall(scores, data.size, k);
      if (attack === undefined || triggered === undefined) return metrics;
      const target = classifierWeights(await embedder.texts(targetIds!), 1, config.templates.length, dim);
      const targets = targetCaptions(written, attack.target, similarities(texts, target, dim), closest);
      const attacked = similarities(await embedder.pictures(triggered), texts, dim);
      for (const k of ks) metrics[`retrieval.asr${k}`] = retrievalAttack(attacked, data.size, targets, k);
      return metrics;
    },
  };
};
