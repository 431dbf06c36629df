import type { Augment } from '../../../schema/generated/resolved.js';
import { autoAugment } from '../../augment/autoaugment/autoaugment.js';
import { eda } from '../../augment/eda/eda.js';
import type { Thesaurus } from '../../augment/wordnet/thesaurus.js';
import { stream } from '../../random/stream.js';
import type { PairDataset, Picture } from '../dataset.js';
import { resizeAndCrop } from '../picture/geometry.js';

/** One view of a batch: pictures and captions that belong together. */
export interface View {
  /** RGB bytes, [pairs, resolution, resolution, 3]. */
  readonly images: Uint8Array;
  readonly captions: readonly string[];
}

/** Image-caption pairs as they go into a training step. */
export interface PairBatch extends View {
  /** Number of the batch in its epoch, from 0. */
  readonly index: number;
  /** Numbers of the pairs in the data set. */
  readonly pairs: Uint32Array;
  /** Augmented copies of the same pairs, when they are asked for. */
  readonly augmented: View | null;
}

/** What a batch depends on besides its pairs. */
export interface AssemblyConfig {
  readonly seed: number;
  /** Side of the model's input: stored pictures of another size are resized and cropped to it. */
  readonly resolution: number;
  /** Null makes no augmented copies. */
  readonly augment: Augment | null;
}

/**
 * Makes a batch. Every choice is a function of the seed, the epoch and the pair's number, so batches can be made in any
 * order and anywhere. Pictures are augmented at their stored size, before they are resized.
 * @param thesaurus is needed when captions are augmented by EDA
 */
export async function assembleBatch(
  dataset: PairDataset,
  index: number,
  pairs: Uint32Array,
  epoch: number,
  config: AssemblyConfig,
  thesaurus: Thesaurus | null,
): Promise<PairBatch> {
  const { seed, resolution, augment } = config;
  const bytes = 3 * resolution * resolution;
  const [images, augmentedImages] = [
    new Uint8Array(pairs.length * bytes),
    new Uint8Array(augment ? pairs.length * bytes : 0),
  ];
  const [captions, augmentedCaptions]: [string[], string[]] = [[], []];
  for (const [i, pair] of pairs.entries()) {
    const info = dataset.info(pair);
    const number = stream(seed, 'caption', epoch, pair).int(info.captions.length);
    const caption = info.captions[number]!;
    const picture = await dataset.picture(pair);
    images.set(resizeAndCrop(picture, resolution).data, i * bytes);
    captions.push(caption);
    if (!augment) continue;
    const changed = augmentPicture(picture, augment, seed, epoch, pair);
    augmentedImages.set(resizeAndCrop(changed, resolution).data, i * bytes);
    augmentedCaptions.push(augmentCaption(caption, number, augment, seed, epoch, pair, thesaurus));
  }
  const augmented = augment ? { images: augmentedImages, captions: augmentedCaptions } : null;
  return { index, pairs: pairs.slice(), images, captions, augmented };
}

function augmentPicture(
  picture: Picture,
  { image }: Augment,
  seed: number,
  epoch: number,
  pair: number,
): Picture {
  switch (image) {
    case 'autoaugment-imagenet':
      return autoAugment(picture, stream(seed, 'augment-image', epoch, pair));
    case 'none':
      return picture;
  }
}

/** @param number which of the pair's captions it is: drawn once, each caption keeps its own augmented copy. */
function augmentCaption(
  caption: string,
  number: number,
  { text, text_draw }: Augment,
  seed: number,
  epoch: number,
  pair: number,
  thesaurus: Thesaurus | null,
): string {
  switch (text) {
    case 'eda': {
      if (!thesaurus) throw new Error('EDA needs a thesaurus');
      const random =
        text_draw === 'once'
          ? stream(seed, 'augment-text-once', pair, number)
          : stream(seed, 'augment-text', epoch, pair);
      return eda(caption, random, thesaurus);
    }
    case 'none':
      return caption;
  }
}
