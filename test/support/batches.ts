import type { Model } from '../../schema/generated/resolved.js';
import { stream } from '../../runtime/random/stream.js';
import type { TrainBatch, View } from '../../runtime/train/engine.js';

/** A made-up view: random pictures, captions of random length between start and end token. */
export function randomView({ image, text }: Model, count: number, seed: number): View {
  const random = stream(seed, 'view');
  const images = Uint8Array.from({ length: count * image.resolution ** 2 * 3 }, () => random.int(256));
  const ids = new Int32Array(count * text.context);
  for (let i = 0; i < count; i++) {
    const words = 1 + random.int(text.context - 2);
    const row = [
      text.vocabulary - 2,
      ...Array.from({ length: words }, () => 1 + random.int(text.vocabulary - 3)),
    ];
    ids.set([...row, text.vocabulary - 1], i * text.context);
  }
  return { images, ids };
}

/** A made-up batch; its augmented copies are other random views. */
export function randomBatch(model: Model, count: number, seed: number, augmented = false): TrainBatch {
  const batch = randomView(model, count, seed);
  return augmented ? { ...batch, augmented: randomView(model, count, seed + 1_000_000) } : batch;
}
