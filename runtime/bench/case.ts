import canonicalize from 'canonicalize';
import type { TrainingConfig } from '../../schema/stages/training.js';
import { sha256 } from '../store/digest.js';

/** What decides how long a training step takes, and how much memory: trainings of one case differ in neither. */
export type StepCase = Pick<
  TrainingConfig,
  | 'model'
  | 'objective'
  | 'augment'
  | 'siglip'
  | 'clustering'
  | 'micro_batch_size'
  | 'precision'
  | 'batch_size'
>;

/** The case of a training's steps: what does not change their cost (rates, epochs, seeds, weights of losses) is left out. */
export function stepCase(config: TrainingConfig): StepCase {
  const { model, objective, augment, siglip, clustering, micro_batch_size, precision, batch_size } = config;
  return {
    model,
    objective: Object.fromEntries(
      Object.entries(objective)
        .filter(([, weight]) => weight > 0)
        .map(([name]) => [name, 1]),
    ),
    augment,
    batch_size,
    ...(siglip === undefined ? {} : { siglip }),
    ...(clustering === undefined ? {} : { clustering }),
    ...(micro_batch_size === undefined || micro_batch_size >= batch_size ? {} : { micro_batch_size }),
    ...(precision === undefined ? {} : { precision }),
  };
}

/** Equal for equal cases: 16 hexadecimal digits. With `sizes: false` batches do not count. */
export function caseKey(one: StepCase, { sizes = true } = {}): string {
  const { batch_size, micro_batch_size, model, ...rest } = one;
  const { image, text, embed_dim } = model;
  const tower = Object.fromEntries(Object.entries(text).filter(([name]) => name !== 'truncation'));
  const size = sizes ? { batch_size, ...(micro_batch_size ? { micro_batch_size } : {}) } : {};
  return sha256(canonicalize({ ...rest, ...size, embed_dim, image, text: tower })!).slice(0, 16);
}

/** Pairs that go through the network at once. */
export function partSize({ batch_size, micro_batch_size }: StepCase): number {
  return micro_batch_size ?? batch_size;
}

/** The same case with another number of pairs at once; a batch that goes through in parts has two of them. */
export function withPart(one: StepCase, part: number): StepCase {
  return one.micro_batch_size === undefined
    ? { ...one, batch_size: part }
    : { ...one, micro_batch_size: part, batch_size: 2 * part };
}

/** `resnet 3-4-6-3 w64 224 px`, `vit 12 w768 p32 224 px`. */
export function modelText({ model: { image } }: Pick<StepCase, 'model'>): string {
  const body =
    image.kind === 'resnet'
      ? `resnet ${image.layers.join('-')} w${image.width}`
      : `vit ${image.layers} w${image.width} p${image.patch}`;
  return `${body} ${image.resolution} px`;
}

/** `mmcl+ssl`. */
export function objectiveText({ objective }: Pick<StepCase, 'objective'>): string {
  return Object.entries(objective)
    .filter(([, weight]) => weight > 0)
    .map(([name]) => name)
    .join('+');
}
