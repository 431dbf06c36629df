import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stream } from '../../../runtime/random/stream.js';
import { node, onnxModel, tensor } from './onnx.js';

/** Sizes of the tiny model: pictures of 8 x 8 in patches of 4 x 4, texts of 6 tokens. */
export const tiny = { side: 8, patch: 4, dim: 5, context: 6 } as const;
/** Token 0 pads, 1 is what is not known, the last ends every text. */
export const words = ['<pad>', '<unk>', 'a', 'photo', 'of', 'apple', 'banana', 'cherry', '</s>'] as const;

/** The arrays of the tiny model. */
export interface TinyWeights {
  /** [dim, 3, patch, patch] */
  readonly patches: Float32Array;
  /** [words, dim] */
  readonly words: Float32Array;
}

export function tinyWeights(seed: number): TinyWeights {
  const random = stream(seed, 'tiny-siglip');
  const normal = (length: number) => Float32Array.from({ length }, () => random.normal());
  return { patches: normal(tiny.dim * 3 * tiny.patch ** 2), words: normal(words.length * tiny.dim) };
}

const { dim, patch, side, context } = tiny;

/** Embeds patches, squashes them, and takes their mean: `pooler_output` as SigLIP's towers name it. */
const vision = (weights: TinyWeights) =>
  onnxModel({
    input: ['pixel_values', ['batch', 3, side, side], false],
    output: ['pooler_output', ['batch', dim]],
    nodes: [
      node('Conv', ['pixel_values', 'patches'], 'embedded', { strides: [patch, patch] }),
      node('Tanh', ['embedded'], 'squashed'),
      node('ReduceMean', ['squashed'], 'pooler_output', { axes: [2, 3], keepdims: 0 }),
    ],
    arrays: [tensor('patches', [dim, 3, patch, patch], weights.patches)],
  });

const text = (weights: TinyWeights) =>
  onnxModel({
    input: ['input_ids', ['batch', context], true],
    output: ['pooler_output', ['batch', dim]],
    nodes: [
      node('Gather', ['words', 'input_ids'], 'embedded'),
      node('ReduceMean', ['embedded'], 'pooler_output', { axes: [1], keepdims: 0 }),
    ],
    arrays: [tensor('words', [words.length, dim], weights.words)],
  });

const tokenizer = {
  version: '1.0',
  truncation: null,
  padding: null,
  added_tokens: [0, 1, 8].map((id) => ({
    id,
    content: words[id],
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  })),
  normalizer: { type: 'Lowercase' },
  pre_tokenizer: { type: 'Whitespace' },
  post_processor: {
    type: 'TemplateProcessing',
    single: [{ Sequence: { id: 'A', type_id: 0 } }, { SpecialToken: { id: '</s>', type_id: 0 } }],
    pair: [],
    special_tokens: { '</s>': { id: '</s>', ids: [8], tokens: ['</s>'] } },
  },
  decoder: null,
  model: {
    type: 'WordLevel',
    vocab: Object.fromEntries(words.map((word, id) => [word, id])),
    unk_token: '<unk>',
  },
};

/** Writes a SigLIP model of Hugging Face's layout, so small that its numbers can be worked out beside. */
export function writeSiglipFolder(folder: string, seed = 1): TinyWeights {
  const weights = tinyWeights(seed);
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  const json = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));
  json('config.json', {
    model_type: 'siglip',
    text_config: { model_type: 'siglip_text_model', max_position_embeddings: context },
    vision_config: { model_type: 'siglip_vision_model', image_size: side, patch_size: patch },
  });
  json('preprocessor_config.json', {
    image_processor_type: 'SiglipImageProcessor',
    do_resize: true,
    size: { height: side, width: side },
    resample: 3,
    do_rescale: true,
    rescale_factor: 1 / 255,
    do_normalize: true,
    image_mean: [0.5, 0.4, 0.6],
    image_std: [0.5, 0.25, 0.75],
  });
  json('tokenizer.json', tokenizer);
  json('tokenizer_config.json', {
    tokenizer_class: 'SiglipTokenizer',
    model_max_length: context,
    pad_token: '<pad>',
    unk_token: '<unk>',
  });
  writeFileSync(join(folder, 'onnx', 'vision_model.onnx'), vision(weights));
  writeFileSync(join(folder, 'onnx', 'text_model.onnx'), text(weights));
  return weights;
}
