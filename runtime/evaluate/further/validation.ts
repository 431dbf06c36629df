import { validationLoss } from '../../objective/validation.js';
import { asFloat32 } from '../../store/array.js';
import { everyIndex } from '../sources.js';
import type { PrepareMeasure } from './measure.js';

/** The study's validation loss on held-out pairs. */
export const validation: PrepareMeasure = ({ config, model, inputs, sources }) => {
  if (config.validation === undefined) return null;
  const data = inputs!.validation!;
  const { embed_dim: dim } = model;
  const pictures = sources.pictures(data, everyIndex(data));
  const captions = sources.captions(data, everyIndex(data));
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
    measure: async ({ embedder, state }) => {
      const images = await embedder.pictures(pictures);
      const texts = await embedder.captions(captions);
      const logitScale = asFloat32((await state()).get('logit_scale')!)[0]!;
      const loss = validationLoss(images, texts, dim, { logitScale, batch: config.validation!.batch_size });
      return { 'validation.loss': loss };
    },
  };
};
