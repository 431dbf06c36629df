import { stream } from '../../random/stream.js';
import { classifierWeights, prompts } from '../classifier.js';
import type { MetricDefinition } from '../definition.js';
import { embedPictures, embedTexts, similarities } from '../embed.js';
import { retrievalAttack, retrievalRecall, targetCaptions } from '../measures/retrieval.js';
import { pictures } from '../pictures.js';
import type { PrepareMeasure } from './measure.js';

/** Image-to-text retrieval: recall, and the attack success rate of the first attack. */
export const retrieval: PrepareMeasure = (parts) => {
  const { config, model, inputs, tokenizer, batch, attacks } = parts;
  if (config.retrieval === undefined) return null;
  const data = inputs!.retrieval!;
  const { top_k: ks, closest } = config.retrieval;
  const { embed_dim: dim, text } = model;
  const every = Array.from({ length: data.size }, (_, i) => i);
  const captions = every.map((i) => data.info(i).captions[0]!);
  const ids = tokenizer.encodeAll(captions, text);
  const source = pictures(data, model.image.resolution, every);
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
    measure: async ({ engine }) => {
      const texts = await embedTexts(engine, ids, text.context, batch, dim);
      const scores = similarities(await embedPictures(engine, source, batch, dim), texts, dim);
      const metrics: Record<string, number> = {};
      for (const k of ks) metrics[`retrieval.recall${k}`] = retrievalRecall(scores, data.size, k);
      if (attack === undefined || triggered === undefined) return metrics;
      const target = classifierWeights(
        await embedTexts(engine, targetIds!, text.context, batch, dim),
        1,
        config.templates.length,
        dim,
      );
      const targets = targetCaptions(captions, attack.target, similarities(texts, target, dim), closest);
      const attacked = similarities(await embedPictures(engine, triggered, batch, dim), texts, dim);
      for (const k of ks) metrics[`retrieval.asr${k}`] = retrievalAttack(attacked, data.size, targets, k);
      return metrics;
    },
  };
};
