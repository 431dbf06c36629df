import type { Model } from '../../schema/generated/resolved.js';

/** A model that benchmarks train, and in which batches. */
export interface BenchModel {
  readonly title: string;
  readonly model: Model;
  /** Pairs of a step. */
  readonly pairs: number;
  /** Pairs where augmented copies go through the network too. */
  readonly pairsWithCopies: number;
}

/** The quickstart's model, a small one of 7 million parameters, and two of OpenAI's. */
export const models: Readonly<Record<string, BenchModel>> = {
  quickstart: {
    title: "the quickstart's",
    model: {
      embed_dim: 64,
      image: { kind: 'resnet', layers: [1, 1, 1], width: 16, resolution: 32 },
      text: text(2, 64, 16, 4096),
      init: init(false),
    },
    pairs: 64,
    pairsWithCopies: 64,
  },
  small: {
    title: '7 million parameters, 64 px',
    model: {
      embed_dim: 128,
      image: { kind: 'resnet', layers: [1, 1, 1, 1], width: 32, resolution: 64 },
      text: text(2, 256, 32, 8192),
      init: init(false),
    },
    pairs: 128,
    pairsWithCopies: 128,
  },
  rn50: {
    title: 'RN50, 224 px',
    model: {
      embed_dim: 1024,
      image: { kind: 'resnet', layers: [3, 4, 6, 3], width: 64, resolution: 224 },
      text: text(12, 512, 77, 49408),
      init: init(true),
    },
    pairs: 16,
    pairsWithCopies: 8, // as many pictures in the network, so that three programs fit 24 GB side by side
  },
  'vit-b32': {
    title: 'ViT-B/32, 224 px',
    model: {
      embed_dim: 512,
      image: { kind: 'vit', layers: 12, width: 768, patch: 32, resolution: 224 },
      text: text(12, 512, 77, 49408),
      init: init(true),
    },
    pairs: 32,
    pairsWithCopies: 16,
  },
};

function text(layers: number, width: number, context: number, vocabulary: number): Model['text'] {
  return {
    layers,
    width,
    heads: width / (width > 256 ? 64 : 32),
    context,
    vocabulary,
    truncation: 'keep-end',
  };
}

function init(round_to_fp16: boolean): Model['init'] {
  return { logit_scale: Math.log(1 / 0.07), round_to_fp16 };
}
