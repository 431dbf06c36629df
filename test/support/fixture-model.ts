import type { Model } from '../../schema/generated/resolved.js';
import { fixtureJson } from './parity.js';

/** What `config.json` of a small model's fixture says. */
interface Config {
  readonly embed_dim: number;
  readonly image_resolution: number;
  readonly vision_layers: number | number[];
  readonly vision_width: number;
  readonly vision_patch_size?: number | null;
  readonly vision_heads: number;
  readonly context_length: number;
  readonly vocab_size: number;
  readonly transformer_width: number;
  readonly transformer_heads: number;
  readonly transformer_layers: number;
}

/** The small model of a fixture: `model-rn` or `model-vit`. */
export function fixtureModel(name: 'model-rn' | 'model-vit'): Model {
  const config = fixtureJson<Config>(`${name}/config.json`);
  const shared = {
    width: config.vision_width,
    heads: config.vision_heads,
    resolution: config.image_resolution,
  };
  const { vision_layers: layers, vision_patch_size: patch } = config;
  return {
    embed_dim: config.embed_dim,
    image:
      typeof layers === 'number'
        ? { kind: 'vit', layers, patch: patch!, ...shared }
        : { kind: 'resnet', layers, ...shared },
    text: {
      layers: config.transformer_layers,
      width: config.transformer_width,
      heads: config.transformer_heads,
      context: config.context_length,
      vocabulary: config.vocab_size,
      truncation: 'cut',
    },
    init: { logit_scale: Math.log(1 / 0.07), round_to_fp16: true },
  };
}
