import type { Model, ShrinkAndPerturb } from '../../schema/generated/resolved.js';
import { drawParameter } from '../model/initialize.js';
import { clipSpec } from '../model/clip.js';
import { asFloat32, float32Array, type NamedArrays } from '../store/array.js';

/**
 * Shrink and perturb (Ash and Adams, arXiv 1910.08475): shrink · trained + perturb · fresh for every parameter of the
 * model. `fresh` is a random initialisation of its own, not that of a pre-training with the same seed. Statistics of batch
 * norm and moments of the optimizer stay as they are.
 */
export function shrinkAndPerturb(
  arrays: NamedArrays,
  model: Model,
  { shrink, perturb }: ShrinkAndPerturb,
  seed: number,
): NamedArrays {
  const changed: NamedArrays = new Map(arrays);
  for (const spec of clipSpec(model).parameters) {
    const trained = arrays.get(spec.name);
    if (trained === undefined) continue; // told by name when the weights are taken over
    const half = model.init.round_to_fp16 && spec.half;
    const fresh = drawParameter({ ...spec, half }, seed, 'shrink and perturb');
    changed.set(spec.name, mix(trained, fresh, shrink, perturb));
  }
  return changed;
}

function mix(
  trained: Parameters<typeof asFloat32>[0],
  fresh: Parameters<typeof asFloat32>[0],
  shrink: number,
  perturb: number,
) {
  const other = asFloat32(fresh);
  const values = asFloat32(trained).map((value, i) => shrink * value + perturb * other[i]!);
  return float32Array(values, trained.shape);
}
