import type { Model } from '../../schema/generated/resolved.js';
import { stream } from '../random/stream.js';
import {
  elements,
  float32Array,
  int64Scalar,
  roundToHalf,
  type NamedArray,
  type NamedArrays,
} from '../store/array.js';
import { clipSpec } from './clip.js';
import type { BatchNormSpec, ParameterSpec } from './parameter.js';

/**
 * Fresh weights and batch-norm statistics of a model. Every parameter has its own random stream, so its values depend
 * on the seed, its name and its shape alone.
 * @param isWanted says by its name which arrays are drawn
 */
export function initialize(
  model: Model,
  seed: number,
  isWanted: (name: string) => boolean = () => true,
): NamedArrays {
  const { parameters, batchNorms } = clipSpec(model);
  const half = model.init.round_to_fp16;
  return new Map([
    ...parameters
      .filter(({ name }) => isWanted(name))
      .map((spec) => [spec.name, drawParameter({ ...spec, half: half && spec.half }, seed)] as const),
    ...batchNorms.flatMap(freshStatistics).filter(([name]) => isWanted(name)),
  ]);
}

/**
 * A fresh array: a function of the seed, its name and shape, and what it is drawn for. Where the specification says
 * `half`, it is rounded to half precision.
 */
export function drawParameter(
  { name, shape, init, half }: ParameterSpec,
  seed: number,
  purpose = 'init',
): NamedArray {
  const values = new Float32Array(elements(shape));
  const random = stream(seed, `${purpose} ${name}`);
  switch (init.kind) {
    case 'constant':
      values.fill(init.value);
      break;
    case 'normal':
      for (let i = 0; i < values.length; i++) values[i] = init.std * random.normal();
      break;
    case 'uniform':
      for (let i = 0; i < values.length; i++) values[i] = init.bound * (2 * random.float() - 1);
      break;
  }
  return float32Array(half ? values.map(roundToHalf) : values, shape);
}

function freshStatistics({ name, channels }: BatchNormSpec): readonly (readonly [string, NamedArray])[] {
  return [
    [`${name}.running_mean`, float32Array(new Float32Array(channels), [channels])],
    [`${name}.running_var`, float32Array(new Float32Array(channels).fill(1), [channels])],
    [`${name}.num_batches_tracked`, int64Scalar(0)],
  ];
}
