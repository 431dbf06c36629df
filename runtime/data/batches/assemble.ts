import type { Augment } from '../../../schema/generated/resolved.js';
import { autoAugment } from '../../augment/autoaugment/autoaugment.js';
import { eda } from '../../augment/eda/eda.js';
import type { Thesaurus } from '../../augment/wordnet/thesaurus.js';
import { loadThesaurus } from '../../augment/wordnet/load.js';
import { stream } from '../../random/stream.js';
import { createTokenizer, type TokenLayout, type Tokenizer } from '../../text/tokenizer.js';
import type { PairDataset, Picture } from '../dataset.js';
import { mapInOrder } from '../in-order.js';
import { resizeAndCrop } from '../picture/geometry.js';
import { writeIds, type Slot } from './slots.js';

/** One view of a batch: pictures and captions that belong together. */
export interface View {
  /** RGB bytes, [pairs, resolution, resolution, 3]. */
  readonly images: Uint8Array;
  readonly captions: readonly string[];
  /** Token ids of the captions, [pairs, context]; null where the configuration does not say how. */
  readonly ids: Int32Array | null;
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
  /** How captions are tokenized; where it is left out, they are not. */
  readonly tokens?: TokenLayout & { readonly vocabulary: number };
}

/** What it takes to make batches. */
export interface Tools {
  readonly thesaurus: Thesaurus | null;
  readonly tokenizer: Tokenizer | null;
}

export async function loadTools({ augment, tokens }: AssemblyConfig): Promise<Tools> {
  return {
    thesaurus: augment?.text === 'eda' ? await loadThesaurus() : null,
    tokenizer: tokens === undefined ? null : createTokenizer(tokens.vocabulary),
  };
}

/** The texts of some pairs of a batch. */
export interface Captions {
  readonly captions: readonly string[];
  /** Empty where no augmented copies are asked for. */
  readonly augmented: readonly string[];
}

/** Pictures that are read ahead of the one that is worked on: other threads may decode them. */
const READ_AHEAD = 3;

/**
 * Makes some pairs of a batch. Every choice is a function of the seed, the epoch and the pair's number, so batches can be
 * made in any order, in parts, and anywhere. Pictures are augmented at their stored size, before they are resized.
 * @param into where pictures and token ids go
 */
export async function assemble(
  dataset: PairDataset,
  pairs: Uint32Array,
  epoch: number,
  config: AssemblyConfig,
  { thesaurus, tokenizer }: Tools,
  into: Slot,
): Promise<Captions> {
  const { seed, resolution, augment } = config;
  const bytes = 3 * resolution * resolution;
  const [captions, augmented]: [string[], string[]] = [[], []];
  let i = 0;
  for await (const picture of mapInOrder(pairs, (pair) => dataset.picture(pair), READ_AHEAD)) {
    const pair = pairs[i]!;
    const own = dataset.info(pair).captions;
    const number = stream(seed, 'caption', epoch, pair).int(own.length);
    const caption = own[number]!;
    into.images.set(resizeAndCrop(picture, resolution).data, i * bytes);
    captions.push(caption);
    if (augment) {
      const changed = augmentPicture(picture, augment, seed, epoch, pair);
      into.augmentedImages.set(resizeAndCrop(changed, resolution).data, i * bytes);
      augmented.push(augmentCaption(caption, number, augment, seed, epoch, pair, thesaurus));
    }
    i++;
  }
  writeIds(into.ids, captions, tokenizer, config);
  writeIds(into.augmentedIds, augmented, tokenizer, config);
  return { captions, augmented };
}

/** A batch whose pictures and token ids are in a slot. */
export function batchOf(
  slot: Slot,
  { captions, augmented }: Captions,
  index: number,
  pairs: Uint32Array,
  { augment, tokens }: AssemblyConfig,
): PairBatch {
  const has = tokens !== undefined;
  return {
    index,
    pairs: pairs.slice(),
    images: slot.images,
    captions,
    ids: has ? slot.ids : null,
    augmented: augment
      ? { images: slot.augmentedImages, captions: augmented, ids: has ? slot.augmentedIds : null }
      : null,
  };
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
