import type { ResnetEncoder } from '../../schema/generated/resolved.js';
import { ops } from '../backend/ops.js';
import { tf, type Tensor2D, type Tensor4D } from '../backend/tensorflow.js';
import { attentionPool, attentionPoolSpec } from './attention-pool.js';
import type { Forward } from './forward.js';
import { batchNormSpec, convSpec, sequence, type ModuleSpec } from './parameter.js';

/** One residual block: where it is, and how it changes the map. */
interface Block {
  readonly name: string;
  readonly inputs: number;
  readonly planes: number;
  readonly stride: number;
}

const expansion = 4;

function blocksOf({ layers, width }: ResnetEncoder): readonly Block[] {
  let inputs = width;
  return layers.flatMap((count, stage) =>
    Array.from({ length: count }, (_, i) => {
      const planes = width * 2 ** stage;
      const block = {
        name: `visual.layer${stage + 1}.${i}`,
        inputs,
        planes,
        stride: stage > 0 && i === 0 ? 2 : 1,
      };
      inputs = planes * expansion;
      return block;
    }),
  );
}

/** Whether the shortcut has to change the map too. */
function isDownsampled({ inputs, planes, stride }: Block): boolean {
  return stride > 1 || inputs !== planes * expansion;
}

export function resnetSpec(encoder: ResnetEncoder, embedDim: number): ModuleSpec {
  const { width } = encoder;
  const half = width / 2;
  return sequence(
    convSpec('visual.conv1', half, 3, 3),
    batchNormSpec('visual.bn1', half),
    convSpec('visual.conv2', half, half, 3),
    batchNormSpec('visual.bn2', half),
    convSpec('visual.conv3', width, half, 3),
    batchNormSpec('visual.bn3', width),
    ...blocksOf(encoder).map(blockSpec),
    attentionPoolSpec('visual.attnpool', encoder, embedDim),
  );
}

/** The last gain of a block is 0 at first: the block begins as its shortcut. */
function blockSpec(block: Block): ModuleSpec {
  const { name, inputs, planes } = block;
  return sequence(
    convSpec(`${name}.conv1`, planes, inputs, 1),
    batchNormSpec(`${name}.bn1`, planes),
    convSpec(`${name}.conv2`, planes, planes, 3),
    batchNormSpec(`${name}.bn2`, planes),
    convSpec(`${name}.conv3`, planes * expansion, planes, 1),
    batchNormSpec(`${name}.bn3`, planes * expansion, 0),
    ...(isDownsampled(block)
      ? [
          convSpec(`${name}.downsample.0`, planes * expansion, inputs, 1),
          batchNormSpec(`${name}.downsample.1`, planes * expansion),
        ]
      : []),
  );
}

/**
 * OpenAI's ModifiedResNet (arXiv 2103.00020, section 2.4): a stem of three convolutions, average pooling before
 * convolutions instead of strides (anti-aliasing), attention pooling at the end.
 *
 * @param pixels normalised, [batch, side, side, 3]
 * @returns [batch, embed_dim], not normalised
 */
export function encodeWithResnet(forward: Forward, encoder: ResnetEncoder, pixels: Tensor4D): Tensor2D {
  let x = stem(forward, pixels);
  for (const block of blocksOf(encoder)) x = bottleneck(forward, block, x);
  return attentionPool(forward, 'visual.attnpool', encoder, x);
}

function stem(forward: Forward, pixels: Tensor4D): Tensor4D {
  let x = ops.relu(convNorm(forward, 'visual.conv1', 'visual.bn1', pixels, 2));
  x = ops.relu(convNorm(forward, 'visual.conv2', 'visual.bn2', x));
  x = ops.relu(convNorm(forward, 'visual.conv3', 'visual.bn3', x));
  return ops.avgPool(x, 2);
}

function bottleneck(forward: Forward, block: Block, x: Tensor4D): Tensor4D {
  const { name, stride } = block;
  const pool = (map: Tensor4D) => (stride > 1 ? ops.avgPool(map, stride) : map);
  let y = ops.relu(convNorm(forward, `${name}.conv1`, `${name}.bn1`, x));
  y = ops.relu(convNorm(forward, `${name}.conv2`, `${name}.bn2`, y));
  y = convNorm(forward, `${name}.conv3`, `${name}.bn3`, pool(y));
  const shortcut = isDownsampled(block)
    ? convNorm(forward, `${name}.downsample.0`, `${name}.downsample.1`, pool(x))
    : x;
  return ops.relu(tf.add(y, shortcut));
}

function convNorm(forward: Forward, conv: string, norm: string, x: Tensor4D, stride = 1): Tensor4D {
  return forward.batchNorm(ops.conv2d(x, forward.weight<Tensor4D>(`${conv}.weight`), stride), norm);
}
