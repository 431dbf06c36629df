import type { Model } from '../../schema/generated/resolved.js';
import { tf } from '../backend/tensorflow.js';
import { valuesOf } from '../backend/values.js';
import { encodeImage, normalizePixels } from '../model/clip.js';
import { ModelState } from '../model/state.js';
import type { Engine } from '../train/engine.js';
import type { Pictures } from './pictures.js';

/** Image features before they are normalised; engines give unit rows only. */
export interface ImageFeatures {
  /** [count, dim] */
  readonly of: (source: Pictures) => Promise<Float32Array>;
  readonly dispose: () => void;
}

/** Features by the weights that an engine has now, in evaluation mode. Dispose of it afterwards. */
export async function imageFeatures(
  engine: Pick<Engine, 'readState'>,
  model: Model,
  batch: number,
): Promise<ImageFeatures> {
  const state = new ModelState(model);
  state.write(await engine.readState());
  const side = model.image.resolution;
  const of = async (source: Pictures): Promise<Float32Array> => {
    const out = new Float32Array(source.count * model.embed_dim);
    for (let start = 0; start < source.count; start += batch) {
      const count = Math.min(batch, source.count - start);
      const bytes = Float32Array.from(await source.read(start, count));
      const features = valuesOf(() =>
        encodeImage(state.evaluation, model, normalizePixels(tf.tensor4d(bytes, [count, side, side, 3]))),
      );
      out.set(features, start * model.embed_dim);
    }
    return out;
  };
  return { of, dispose: () => state.dispose() };
}
