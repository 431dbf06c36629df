import type { Augment, Model } from '../../schema/generated/resolved.js';
import type { StepCase } from './case.js';

/** A case with the name that it is told by. */
export interface NamedCase {
  readonly name: string;
  readonly case: StepCase;
  /** Pictures, or captions, embedded at once. */
  readonly evaluation: number;
  /** Folder of its data set; null where there is none yet. */
  readonly data: string | null;
}

const init = { logit_scale: Math.log(1 / 0.07), round_to_fp16: false } as const;
const augment: Augment = { image: 'autoaugment-imagenet', text: 'eda', text_draw: 'each-epoch' };

/** templates/model/clip-tiny.yaml, as the quickstart has it. */
const tiny: Model = {
  embed_dim: 64,
  image: { kind: 'resnet', layers: [1, 1, 1], width: 16, resolution: 32 },
  text: { layers: 2, width: 64, heads: 2, context: 16, vocabulary: 4096, truncation: 'keep-end' },
  init,
};

const text = {
  layers: 12,
  width: 512,
  heads: 8,
  context: 77,
  vocabulary: 49408,
  truncation: 'keep-end',
} as const;

/** templates/model/rn50.yaml. */
const rn50: Model = {
  embed_dim: 1024,
  image: { kind: 'resnet', layers: [3, 4, 6, 3], width: 64, resolution: 224 },
  text,
  init,
};

/** templates/model/vit-b-32.yaml. */
const vitB32: Model = {
  embed_dim: 512,
  image: { kind: 'vit', layers: 12, width: 768, patch: 32, resolution: 224 },
  text,
  init,
};

/** What is measured where no experiment is named. */
export const standardCases: readonly NamedCase[] = [
  standard('clip-tiny mmcl', tiny, 64),
  standard('clip-tiny mmcl+ssl', tiny, 64, true),
  standard('vit-b-32 mmcl', vitB32, 16),
  standard('rn50 mmcl', rn50, 8),
];

function standard(name: string, model: Model, batch_size: number, ssl = false): NamedCase {
  const objective = { mmcl: 1, ...(ssl ? { ssl: 1 } : {}) };
  const one = { model, objective, augment: ssl ? augment : null, batch_size };
  return { name, case: one, evaluation: batch_size, data: null };
}
