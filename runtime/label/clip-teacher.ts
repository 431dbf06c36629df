import type { TeacherConfig } from '../../schema/stages/labels.js';
import { resizeAndCrop } from '../data/picture/geometry.js';
import { embedTexts } from '../evaluate/embed.js';
import { createTokenizer } from '../text/tokenizer.js';
import { createEngine } from '../train/create-engine.js';
import { weightsFor } from '../weights/fit.js';
import { readWeights } from '../weights/read-weights.js';
import type { ZeroShotTeacher } from './zero-shot-teacher.js';

type Model = Extract<TeacherConfig, { kind: 'clip' }>['model'];

/**
 * A CLIP model of the project's own engine.
 *
 * @param path file of weights
 * @param batch pictures or texts embedded at once
 * @throws {StageFailure} when the weights are of another model
 */
export function clipTeacher(
  model: Model,
  path: string,
  batch: number,
  log: (line: string) => void,
): ZeroShotTeacher {
  const engine = createEngine({ model }, { step: 1, evaluation: batch }, log);
  const { resolution } = model.image;
  try {
    engine.writeState(weightsFor(model, readWeights(path).arrays, path), 0, { optimizer: false });
  } catch (error) {
    engine.dispose();
    throw error;
  }
  return {
    prepare: (picture) => resizeAndCrop(picture, resolution),
    embedTexts(texts) {
      const ids = createTokenizer(model.text.vocabulary).encodeAll(texts, model.text);
      return embedTexts(engine, ids, model.text.context, batch, model.embed_dim);
    },
    embedPictures(pictures) {
      const bytes = new Uint8Array(pictures.length * 3 * resolution ** 2);
      pictures.forEach(({ data }, i) => bytes.set(data, i * 3 * resolution ** 2));
      return engine.embedImages(bytes, pictures.length);
    },
    dispose: () => engine.dispose(),
  };
}
