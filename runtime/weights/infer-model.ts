import type { ImageEncoder, Model } from '../../schema/generated/resolved.js';
import { StageFailure } from '../execute/context.js';
import type { NamedArrays } from '../store/array.js';

/**
 * The model that weights are of, read from their names and shapes as OpenAI's loader does. Numbers of heads leave no
 * trace in the shapes: they are left to the defaults, one for each 64 channels.
 *
 * @throws {StageFailure} when the names are not those of a CLIP model
 */
export function inferModel(arrays: NamedArrays, source: string): Model {
  const shape = (name: string): readonly number[] => {
    const found = arrays.get(name);
    if (found !== undefined) return found.shape;
    throw new StageFailure(
      `the weights in ${source} are not those of a CLIP model: \`${name}\` is missing`,
      `it has ${[...arrays.keys()].slice(0, 5).join(', ')}, ...`,
    );
  };
  const [width, embedDim] = shape('text_projection') as [number, number];
  const [vocabulary] = shape('token_embedding.weight') as [number];
  const [context] = shape('positional_embedding') as [number];
  return {
    embed_dim: embedDim,
    image: arrays.has('visual.proj') ? vitOf(arrays, shape) : resnetOf(arrays, shape),
    text: {
      layers: blocks(arrays, 'transformer.resblocks'),
      width,
      context,
      vocabulary,
      truncation: 'keep-end',
    },
    init: { logit_scale: Math.log(1 / 0.07), round_to_fp16: false },
  };
}

type Shape = (name: string) => readonly number[];

function vitOf(arrays: NamedArrays, shape: Shape): ImageEncoder {
  const [width, , patch] = shape('visual.conv1.weight') as [number, number, number];
  const [positions] = shape('visual.positional_embedding') as [number];
  const layers = blocks(arrays, 'visual.transformer.resblocks');
  return { kind: 'vit', layers, width, patch, resolution: patch * Math.round(Math.sqrt(positions - 1)) };
}

function resnetOf(arrays: NamedArrays, shape: Shape): ImageEncoder {
  const [width] = shape('visual.layer1.0.conv1.weight') as [number];
  const [positions] = shape('visual.attnpool.positional_embedding') as [number];
  const layers: number[] = [];
  for (let stage = 1; blocks(arrays, `visual.layer${stage}`) > 0; stage++)
    layers.push(blocks(arrays, `visual.layer${stage}`));
  const stride = 4 * 2 ** (layers.length - 1);
  return { kind: 'resnet', layers, width, resolution: stride * Math.round(Math.sqrt(positions - 1)) };
}

/** How many numbered modules there are under a name. */
function blocks(arrays: NamedArrays, prefix: string): number {
  const numbers = new Set<string>();
  for (const name of arrays.keys())
    if (name.startsWith(`${prefix}.`)) numbers.add(name.slice(prefix.length + 1).split('.')[0]!);
  return numbers.size;
}
