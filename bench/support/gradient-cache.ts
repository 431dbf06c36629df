// One measurement of bench/gradient-cache.ts in a process of its own: node gradient-cache.js <request as JSON>
import type { Model } from '../../schema/generated/resolved.js';
import { stream } from '../../runtime/random/stream.js';
import { createEngine } from '../../runtime/train/create-engine.js';

export interface GradientCacheRequest {
  readonly model: 'resnet' | 'vit';
  readonly batch: number;
  /** Pairs that go through the network at once. */
  readonly part: number;
  readonly steps: number;
}

export interface GradientCacheAnswer {
  readonly seconds: readonly number[];
  /** Largest resident memory, and that before the engine was made. */
  readonly peak_bytes: number;
  readonly before_bytes: number;
  readonly loss: number;
}

/** Models for pictures of 32 x 32 pixels: with batch norm and without. */
const models: Record<GradientCacheRequest['model'], Model['image']> = {
  resnet: { kind: 'resnet', layers: [1, 1, 1], width: 32, resolution: 32 },
  vit: { kind: 'vit', layers: 3, width: 128, heads: 2, patch: 4, resolution: 32 },
};

const request = JSON.parse(process.argv[2]!) as GradientCacheRequest;
const model: Model = {
  embed_dim: 128,
  image: models[request.model],
  text: { layers: 2, width: 128, heads: 2, context: 16, vocabulary: 4096, truncation: 'keep-end' },
  init: { logit_scale: Math.log(1 / 0.07), round_to_fp16: false },
};
const random = stream(1, 'bench');
const images = Uint8Array.from({ length: request.batch * 32 * 32 * 3 }, () => random.int(256));
const ids = Int32Array.from({ length: request.batch * 16 }, (_, i) =>
  i % 16 === 10 ? 4095 : 1 + random.int(4000),
);
const before_bytes = process.memoryUsage().rss;
const engine = createEngine(
  {
    model,
    objective: { mmcl: 1 },
    optimizer: { lr: 1e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0.1 },
    ...(request.part < request.batch ? { micro_batch_size: request.part } : {}),
  },
  { step: request.batch, evaluation: 8 },
  () => undefined,
);
engine.initialize(0);
const { loss } = await engine.step({ images, ids }, 1e-3);
const seconds: number[] = [];
for (let i = 0; i < request.steps; i++) {
  const start = performance.now();
  await engine.step({ images, ids }, 1e-3);
  seconds.push((performance.now() - start) / 1000);
}
const peak_bytes = process.resourceUsage().maxRSS * 1024;
const answer: GradientCacheAnswer = { seconds, peak_bytes, before_bytes, loss };
console.log(JSON.stringify(answer));
