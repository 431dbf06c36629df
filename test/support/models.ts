import type { Model } from '../../schema/generated/resolved.js';

/** The small CLIP with a ModifiedResNet that the original's fixtures use. */
export const smallResnet: Model = {
  embed_dim: 64,
  image: { kind: 'resnet', layers: [1, 1, 1, 1], width: 16, resolution: 64 },
  text: { layers: 3, width: 64, heads: 2, context: 32, vocabulary: 1000, truncation: 'cut' },
  init: { logit_scale: Math.log(1 / 0.07), round_to_fp16: true },
};

/** The small CLIP with a vision transformer that the original's fixtures use. */
export const smallVit: Model = {
  ...smallResnet,
  image: { kind: 'vit', layers: 2, width: 64, patch: 16, resolution: 64 },
};

/** A model that takes a few milliseconds a step: two stages, 16 px. */
export const tinyResnet: Model = {
  embed_dim: 16,
  image: { kind: 'resnet', layers: [1, 1], width: 8, resolution: 16 },
  text: { layers: 1, width: 16, heads: 2, context: 8, vocabulary: 600, truncation: 'keep-end' },
  init: { logit_scale: Math.log(1 / 0.07), round_to_fp16: false },
};

/** OpenAI's RN50. */
export const rn50: Model = {
  embed_dim: 1024,
  image: { kind: 'resnet', layers: [3, 4, 6, 3], width: 64, resolution: 224 },
  text: { layers: 12, width: 512, context: 77, vocabulary: 49408, truncation: 'cut' },
  init: { logit_scale: Math.log(1 / 0.07), round_to_fp16: true },
};

/** OpenAI's ViT-B/32. */
export const vitB32: Model = {
  ...rn50,
  embed_dim: 512,
  image: { kind: 'vit', layers: 12, width: 768, patch: 32, resolution: 224 },
};
