import { validationLoss } from '../../objective/validation.js';
import { asFloat32 } from '../../store/array.js';
import { embedPictures, embedTexts } from '../embed.js';
import { pictures } from '../pictures.js';
import type { PrepareMeasure } from './measure.js';

/** The study's validation loss on held-out pairs. */
export const validation: PrepareMeasure = ({ config, model, inputs, tokenizer, batch }) => {
  if (config.validation === undefined) return null;
  const data = inputs!.validation!;
  const { embed_dim: dim, text } = model;
  const every = Array.from({ length: data.size }, (_, i) => i);
  const source = pictures(data, model.image.resolution, every);
  const ids = tokenizer.encodeAll(
    every.map((i) => data.info(i).captions[0]!),
    text,
  );
  return {
    definitions: {
      'validation.loss': {
        description:
          'Validation loss: both cross-entropies of the contrastive loss, halved, with the other captions of the batch as ' +
          'negatives; a pair. A smaller last batch is an easier problem.',
        unit: 'nats',
        pictures: data.size,
        settings: config.validation,
      },
    },
    measure: async ({ engine }) => {
      const images = await embedPictures(engine, source, batch, dim);
      const texts = await embedTexts(engine, ids, text.context, batch, dim);
      const logitScale = asFloat32((await engine.readState()).get('logit_scale')!)[0]!;
      const loss = validationLoss(images, texts, dim, { logitScale, batch: config.validation!.batch_size });
      return { 'validation.loss': loss };
    },
  };
};
