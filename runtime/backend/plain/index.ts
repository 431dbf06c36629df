import type { Ops } from '../ops.js';
import { quickGelu, relu } from './activation.js';
import { adamwSlot } from './adamw.js';
import { attention } from './attention.js';
import { batchNorm, batchNormInference } from './batch-norm.js';
import { avgPool, conv2d } from './conv.js';
import { crossEntropy } from './cross-entropy.js';
import { gather } from './gather.js';
import { layerNorm } from './layer-norm.js';
import { linear } from './linear.js';
import { meanOfRows } from './mean.js';
import { l2Normalize } from './normalize.js';

/** The same operations from tfjs's own, differentiated by tfjs: the reference that the fused ones are tested against. */
export const plain: Ops = {
  batchNorm,
  batchNormInference,
  layerNorm,
  quickGelu,
  relu,
  linear,
  attention,
  crossEntropy,
  conv2d,
  avgPool,
  meanOfRows,
  l2Normalize,
  gather,
  adamwSlot,
};
