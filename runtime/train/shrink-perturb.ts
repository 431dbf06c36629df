import type { Model, ShrinkAndPerturb } from '../../schema/generated/resolved.js';
import { clipSpec } from '../model/clip.js';
import { drawParameter } from '../model/initialize.js';
import { asFloat32, float32Array, type NamedArrays } from '../store/array.js';

/**
 * Shrink and perturb (Ash and Adams, arXiv 1910.08475): shrink · trained + perturb · fresh for every parameter. What is
 * no parameter stays as it is: statistics of batch norm, moments of the optimizer.
 *
 * @param trained a model's state
 * @param fresh parameters of a model that is not trained; one that `trained` lacks is left for its reader to miss
 */
export function shrinkAndPerturb(
  trained: NamedArrays,
  fresh: NamedArrays,
  { shrink, perturb }: ShrinkAndPerturb,
): NamedArrays {
  const mixed: NamedArrays = new Map(trained);
  for (const [name, array] of fresh) {
    const before = trained.get(name);
    if (before === undefined) continue;
    const other = asFloat32(array);
    const values = asFloat32(before).map((value, i) => shrink * value + perturb * other[i]!);
    mixed.set(name, float32Array(values, before.shape));
  }
  return mixed;
}

/** Fresh parameters to perturb with: drawn for this alone, not those that a pre-training with the same seed began with. */
export function freshParameters(model: Model, seed: number): NamedArrays {
  const half = model.init.round_to_fp16;
  const draws = clipSpec(model).parameters.map((spec) => {
    return [
      spec.name,
      drawParameter({ ...spec, half: half && spec.half }, seed, 'shrink and perturb'),
    ] as const;
  });
  return new Map(draws);
}
